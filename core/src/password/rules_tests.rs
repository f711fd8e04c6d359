//! The password rules, by example.

use super::*;

const RULES: Rules = Rules {
    min_length: 12,
    free_length: 20,
};
const CITY: [&str; 3] = ["Ville de Paris", "IntraParis", "MonCompteParisien"];
const AMINA: [&str; 3] = ["amina.diallo", "Amina", "Diallo"];

fn check(password: &str) -> Vec<Broken> {
    broken(password, &AMINA, &CITY, &RULES)
}

#[test]
fn twelve_characters_with_three_kinds_are_enough() {
    for good in [
        "Tarte-aux-9mures",
        "xK4#pqLw8.zt",
        "Élan&coton7vif",
        "3 Petits canards",
    ] {
        assert_eq!(check(good), [], "{good}");
    }
}

#[test]
fn every_missing_kind_is_named() {
    assert_eq!(
        check("tarteauxmures"),
        [Broken::NoUpper, Broken::NoDigit, Broken::NoSpecial]
    );
    assert_eq!(check("Tarteauxmures"), [Broken::NoDigit, Broken::NoSpecial]);
    assert_eq!(check("Tarteaux9mures"), [Broken::NoSpecial]);
    assert_eq!(check("Ta9-mures"), [Broken::TooShort]);
    assert_eq!(
        check(""),
        [
            Broken::TooShort,
            Broken::NoUpper,
            Broken::NoDigit,
            Broken::NoSpecial,
            Broken::Common
        ]
    );
}

#[test]
fn from_twenty_characters_on_any_kind_will_do() {
    assert_eq!(check("sept mots sur un quai"), []);
    assert_eq!(check("septmotssurunquai99"), [Broken::NoUpper, Broken::NoSpecial]);
}

#[test]
fn characters_are_counted_and_not_bytes() {
    assert!(!check("Éé9-éééèèçàù").contains(&Broken::TooShort));
    assert_eq!(check("Éé9-éèçàùêë"), [Broken::TooShort]);
}

#[test]
fn the_name_is_refused_in_any_case_accent_and_place() {
    for bad in [
        "xDIALLO-2041-kz",
        "le train d'amina part",
        "Àmina#2041#quai",
        "amina.diallo.sur.un.quai",
    ] {
        assert!(check(bad).contains(&Broken::HoldsName), "{bad}");
    }
    assert_eq!(
        broken("Tarte-Li-9mures", &["li.wu", "Li", "Wu"], &CITY, &RULES),
        [],
        "two letters are in every password"
    );
}

#[test]
fn common_passwords_are_refused_under_their_usual_disguises() {
    for bad in [
        "Password2024!",
        "P@ssw0rd2024!",
        "Motdepasse123!",
        "!!Bienvenue2025",
        "M0t.de.p@sse75",
        "Azerty123456789!",
        "AZERTYUIOPQSDFGHJKLM",
        "Liberté-Égalité-Fraternité-1",
        "12345678901234567890",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "abababababababababababab",
        "Soleil!!!!!!2026",
    ] {
        assert!(check(bad).contains(&Broken::Common), "{bad}");
    }
}

#[test]
fn a_megabyte_is_refused_before_it_costs_anything() {
    assert_eq!(check(&"Ab9-".repeat(300_000)), [Broken::TooLong]);
}

#[test]
fn every_common_entry_is_stored_in_the_form_that_is_looked_up() {
    for word in include_str!("common.txt").lines() {
        assert!(word.chars().all(|c| c.is_ascii_lowercase()), "{word}");
    }
    assert!(COMMON.len() > 300);
}

#[test]
fn strength_grows_with_length_and_variety_and_is_nil_for_what_is_refused() {
    let ladder = [
        "ab9",
        "kuzo7w#t",
        "kuzo7w#tRe",
        "xK4#pmLw8.zt",
        "Tarte-aux-9mures-du-quai",
    ];
    let seen: Vec<u8> = ladder.iter().map(|p| strength(p, &AMINA)).collect();
    assert_eq!(seen, [0, 1, 2, 3, 4]);
    assert_eq!(strength("Password2024!", &AMINA), 0);
    assert_eq!(strength("le train de Diallo part", &AMINA), 0);
    assert_eq!(strength("", &AMINA), 0);
}

/// The same list is put to the script of the pages: `tests/e2e/strength.rs`.
#[test]
fn passwords_look_as_strong_as_the_list_says() {
    let list = include_str!("../../../tests/corpus/passwords.txt");
    let rows: Vec<(&str, &str)> = list
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once(' ').unwrap())
        .collect();
    assert!(rows.len() > 20);
    for (value, password) in rows {
        assert_eq!(strength(password, &[]).to_string(), value, "{password}");
    }
    let long = "x2!Kq".repeat(100) + &"z".repeat(1000);
    assert_eq!(
        strength(&long, &[]),
        4,
        "what is beyond the longest adds nothing and takes nothing away"
    );
}

#[test]
fn the_names_of_the_city_and_its_portals_are_refused_in_any_spelling() {
    for password in [
        "Tarte-paris-9mures",
        "PARIS-tarte-9mures",
        "Mon-IntraParis-9mures",
        "Pârïs-tarte-9mures",
        "Tarte-aux-9mures-a-la-ville",
    ] {
        assert!(check(password).contains(&Broken::HoldsCity), "{password}");
    }
    for password in [
        "Tarte-aux-9mures",
        "Pari-tenu-9mures",
        "Un-7eme-quai-bleu",
        "Vil-metal-9mures",
    ] {
        assert!(!check(password).contains(&Broken::HoldsCity), "{password}");
    }
}

#[test]
fn the_list_of_common_ones_is_long_sorted_and_made_of_bare_words() {
    let lines: Vec<&str> = include_str!("common.txt").lines().collect();
    assert!(lines.len() >= 3000 && lines.is_sorted());
    assert!(
        lines
            .iter()
            .all(|word| word.bytes().all(|b| b.is_ascii_lowercase()))
    );
    for password in [
        "Yankees-2026!",
        "2026.Thunder.2026",
        "D1am0nd-*-2026",
        "!!Cheese-99999",
        "Che1sea*2026**",
    ] {
        assert!(check(password).contains(&Broken::Common), "{password}");
    }
}
