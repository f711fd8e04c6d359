//! Names that the generator draws from, and how a name becomes a username.

use guichet_core::people::fold;

/// Given names, as common in France as the family names below.
pub const GIVEN: &[&str] = &[
    "Adèle",
    "Alain",
    "Amélie",
    "Antoine",
    "Aurélie",
    "Awa",
    "Baptiste",
    "Béatrice",
    "Benoît",
    "Bruno",
    "Camille",
    "Cécile",
    "Clément",
    "Corinne",
    "Damien",
    "Delphine",
    "Élodie",
    "Émile",
    "Estelle",
    "Fatou",
    "Florence",
    "François",
    "Gaëlle",
    "Gilles",
    "Hélène",
    "Hugo",
    "Inès",
    "Isabelle",
    "Jérôme",
    "Joëlle",
    "Khadija",
    "Laurent",
    "Léa",
    "Linh",
    "Loïc",
    "Lucie",
    "Malik",
    "Manon",
    "Mathilde",
    "Mehdi",
    "Moussa",
    "Nadia",
    "Nicolas",
    "Noémie",
    "Olivier",
    "Pascal",
    "Pauline",
    "Quentin",
    "Rachid",
    "Raphaël",
    "Sabine",
    "Samir",
    "Sébastien",
    "Solène",
    "Stéphane",
    "Sylvie",
    "Thérèse",
    "Valérie",
    "Xavier",
    "Yasmine",
    "Yves",
    "Zoé",
];

/// Family names.
pub const FAMILY: &[&str] = &[
    "André",
    "Aubert",
    "Barbier",
    "Bensaïd",
    "Bertrand",
    "Blanchard",
    "Boucher",
    "Bouvier",
    "Brunet",
    "Caron",
    "Carpentier",
    "Charpentier",
    "Chevalier",
    "Cissé",
    "Clément",
    "Colin",
    "Coulibaly",
    "Da Silva",
    "Delorme",
    "Deschamps",
    "Dufour",
    "Dumas",
    "Dupuis",
    "Fabre",
    "Ferreira",
    "Fontaine",
    "Gaillard",
    "Garnier",
    "Gauthier",
    "Guérin",
    "Haddad",
    "Hubert",
    "Jacquet",
    "Joly",
    "Keïta",
    "Lacroix",
    "Lecomte",
    "Lefèvre",
    "Legrand",
    "Lemaître",
    "Leroux",
    "Mallet",
    "Marchal",
    "Mercier",
    "Meunier",
    "Nguyen",
    "Noël",
    "Ouédraogo",
    "Pelletier",
    "Perrin",
    "Picard",
    "Prévost",
    "Renaud",
    "Rivière",
    "Robin",
    "Rolland",
    "Schneider",
    "Sissoko",
    "Traoré",
    "Vasseur",
    "Vidal",
    "Zidane",
];

/// `first.last` in plain letters: accents fall, spaces and apostrophes become hyphens.
pub fn username(given: &str, family: &str) -> String {
    format!("{}.{}", plain(given), plain(family))
}

fn plain(name: &str) -> String {
    fold(name).replace([' ', '\'', '\u{2019}'], "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_of_the_lists_gives_a_plain_username() {
        for given in GIVEN {
            for family in FAMILY {
                let name = username(given, family);
                assert!(
                    name.chars()
                        .all(|c| c.is_ascii_lowercase() || c == '.' || c == '-'),
                    "{name}"
                );
            }
        }
        assert_eq!(username("Raphaël", "Da Silva"), "raphael.da-silva");
    }
}
