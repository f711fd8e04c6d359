//! The secret detector: finds what is disclosed, leaves honest sentences alone.

use serde_json::Value;

use crate::understand::secret::{SecretKind, find_secret, looks_like_code};

const UTTERANCES: &str = include_str!("../../../../tests/corpus/utterances.jsonl");
const SENTENCES: &str = include_str!("../../../../tests/corpus/sentences.jsonl");

#[test]
fn secrets_are_found() {
    use SecretKind::{Code, Iban, Nir, Password, PrivateKey, Token};
    for (text, kind) in [
        ("mon mot de passe est Soleil75!", Password),
        ("Mon mot de passe c'est soleil75", Password),
        ("mdp: soleil75", Password),
        ("mdp:Soleil75", Password),
        ("mdp = bidouille", Password),
        ("mot de passe : Azerty#2026", Password),
        ("mot de passe:azerty2026", Password),
        ("mon mdp intraparis Toto123!", Password),
        ("mon mot de passe intraparis est 123456", Password),
        ("le mot de passe de mon compte est: P@ssw0rd", Password),
        ("my password is hunter22", Password),
        ("password: correcthorse9", Password),
        ("My IntraParis password is Winter2026!", Password),
        ("Soleil75! est mon mot de passe", Password),
        ("Winter2026! is my password", Password),
        ("j'ai changé mon mot de passe en Soleil75!", Password),
        ("voici mon mot de passe\nSoleil75!", Password),
        ("Tr0ub4dor&3x", Password),
        ("Azerty2026!!", Password),
        ("ça marche pas avec Azerty2026! pourtant", Password),
        ("mon mot de p\u{200b}asse est Soleil75!", Password),
        (
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U",
            Token,
        ),
        ("jeton : syt_YW1pbmE_abcdefghijKLMNOP12_3xYz9", Token),
        (
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA",
            PrivateKey,
        ),
        ("mon IBAN a changé FR76 3000 6000 0112 3456 7890 189", Iban),
        ("fr7630006000011234567890189", Iban),
        ("DE89 3704 0044 0532 0130 00", Iban),
        ("mon numéro de sécu 2 55 08 14 168 025 38", Nir),
        ("255081416802538", Nir),
        ("mon code est 482913", Code),
        ("le code sms : 48291357", Code),
    ] {
        assert_eq!(find_secret(text), Some(kind), "{text}");
    }
}

#[test]
fn our_own_sentences_are_honest() {
    for line in SENTENCES.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        assert_eq!(
            find_secret(row["text"].as_str().unwrap()),
            None,
            "{}",
            row["text"]
        );
    }
}

#[test]
fn the_whole_corpus_is_honest_but_for_one_bank_account() {
    for line in UTTERANCES.lines() {
        let row: Value = serde_json::from_str(line).unwrap();
        let expected = (row["id"] == "U294").then_some(SecretKind::Iban);
        assert_eq!(
            find_secret(row["text"].as_str().unwrap()),
            expected,
            "{}",
            row["text"]
        );
    }
}

/// What people write honestly, and may look like a secret.
const HONEST: &[&str] = &[
    "mon mot de passe est oublié",
    "mon mot de passe est expiré",
    "mon mot de passe est perdu, que faire ?",
    "mon mot de passe ne marche pas",
    "mot de passe : oublié",
    "mdp: perdu",
    "mot de passe oublié intraparis",
    "mot de passe intraparis",
    "mon mot de passe est refusé depuis le 12/03/2026",
    "mon mot de passe est bloqué",
    "mon mot de passe est correct mais la connexion échoue",
    "mon mot de passe est toujours refusé",
    "mon mot de passe est trop court ?",
    "le mot de passe est demandé deux fois",
    "mon mot de passe expire dans 10 jours",
    "mot de passe : minimum 12 caractères",
    "mot de passe: 12 caractères avec une majuscule",
    "le mot de passe doit faire 12 caractères ?",
    "changer mon mot de passe avant le 16/03",
    "mon mot de passe windows11 et celui d'intraparis sont différents ?",
    "mon mot de passe est le même pour les deux comptes",
    "mon mot de passe est celui de l'an dernier",
    "mon mot de passe est incorrect",
    "mon mot de passe est inconnu",
    "mon mot de passe est identique",
    "mon mot de passe est simple",
    "mon mot de passe est complexe",
    "mon mot de passe est secret",
    "mon mot de passe est confidentiel",
    "mon mot de passe est différent",
    "mon mot de passe est obsolète",
    "mon mot de passe est facile",
    "mon mot de passe est robuste",
    "mon mot de passe est unique",
    "my password is incorrect",
    "my password is unknown",
    "my password is strong",
    "my password is private",
    "my password is empty",
    "my password is short",
    "mon mot de passe est en majuscules",
    "mot de passe : procédure",
    "mot de passe : aide svp",
    "Sujet : mot de passe oublié - urgent",
    "password: how do I reset it",
    "quatre mots de neuf cent deux avec plus tard sans rien",
    "c'est quoi le mot de passe",
    "quel est mon mot de passe ?",
    "je n'ai pas de mot de passe",
    "my password is expired",
    "my password is wrong",
    "my password is not working",
    "my password is no longer accepted",
    "password: forgotten",
    "is my password still valid?",
    "the password is too short",
    "how long must the password be?",
    "forgot my password again!!",
    "du 16/03/2026 au 20/03/2026",
    "16/03/2026-20/03/2026",
    "2026-03-16",
    "du 16 au 20 mars 2026, demande n°2451",
    "refuser 142 effectif insuffisant",
    "refuser 2451 motif: fermeture",
    "valider 1234567",
    "DOC-2026/118",
    "ma demande DOC-118 du 03/11/2026",
    "@amina.diallo:paris.example",
    "!abcDEF123ghi:paris.example",
    "mon identifiant est @amina.diallo2:paris.example",
    "https://matrix.to/#/@amina.diallo:paris.example",
    "https://intraparis.example/reset?id=A1b2C3d4E5f6",
    "www.Paris2026-exemple.fr",
    "amina.diallo@paris.example",
    "Amina.Diallo75@Paris.example",
    "Bulletin_2026-10.pdf",
    "Fiche-Paie_Octobre2026.pdf",
    "MonCompteParisien",
    "anticonstitutionnellement",
    "Aujourd'hui!",
    "J'arriverai lundi après-midi!!!",
    "06 12 34 56 78",
    "+33 6 01 02 03 04",
    "mon numéro d'agent est 1234567",
    "mon code agent est le 1234567",
    "je ne reçois pas le code à 6 chiffres",
    "code postal 75019",
    "12 rue des Lilas 75019 Paris",
    "rendez-vous à 14h30 salle B212",
    "RTT: 2,5 jours; CA: 12 jours",
    "merci!!!!!!!!!!!!!!",
    "Windows11 ne démarre plus",
    "j'ai tapé 3 fois mon mot de passe!",
    "mon mot de passe svp!",
    "numéro de série SN-48213-XK",
    "FR76 est le début d'un IBAN",
    "1 85 05 78 006 084 36",
    "👍👍👍👍👍👍👍👍👍👍",
    "",
];

#[test]
fn honest_sentences_pass() {
    for text in HONEST {
        assert_eq!(find_secret(text), None, "{text}");
    }
}

#[test]
fn a_code_is_one_after_our_own_prompt() {
    for text in ["482913", "482 913", "4829 1357", "code : 482913", "c'est 482913"] {
        assert!(looks_like_code(text), "{text}");
    }
    for text in [
        "12",
        "oui",
        "16/03/2026",
        "2451",
        "06 12 34 56 78",
        "je n'ai rien reçu",
    ] {
        assert!(!looks_like_code(text), "{text}");
    }
}
