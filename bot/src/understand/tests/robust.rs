//! Any input is understood or not, but never crashes, and never takes long.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::hear;
use crate::understand::exchange::answer;
use crate::understand::secret::{find_secret, looks_like_code};
use crate::understand::{Intent, LONGEST, clean};

/// A small generator: the test is the same every time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % most
    }
}

const BITS: &[&str] = &[
    "du ",
    "au ",
    "16",
    "20",
    "31",
    "0",
    "99999999999999999999",
    "29/02",
    "30.02.2026",
    "2026-13-45",
    "/",
    "-",
    ".",
    ",",
    " ",
    "\n",
    "lundi",
    "vendredi prochain ",
    "en huit",
    "demain ",
    "semaine ",
    "53",
    "mars ",
    "may ",
    "février ",
    "jours ",
    "demi-journée ",
    "jusqu'au ",
    "je reviens le ",
    "entre ",
    "et ",
    "ou ",
    "sauf ",
    "tous les ",
    "noël ",
    "pont de ",
    "l'ascension",
    "veille de ",
    "congé ",
    "mot de passe ",
    "est ",
    "refuser ",
    "valider ",
    "142 ",
    "motif ",
    "de ",
    "Karim ",
    "'s ",
    "request ",
    "?",
    "!",
    "\u{202e}",
    "\u{200b}",
    "\u{0}",
    "\u{301}",
    "é",
    "ＡＢ１２",
    "👍🏽",
    "عطلة",
    "假期",
    "Ω",
    "FR76 3000",
    "2 55 08 14 168 025 38",
    "eyJ",
    "mdp:",
    "ca ",
    "RTT ",
    "15 jours ",
    "dans 400 semaines ",
    "in 9999999 days",
    "14h",
    "1er ",
    "½",
    "²",
    "①",
    "ǅ",
    "06 12 34 56 78",
    "12 rue ",
    "depuis le ",
    "il y a ",
    "3 derniers ",
    "DOC-118",
    "appli ",
    "avant ",
    "au lieu de ",
    "ß",
];

/// How many strange messages are heard, in as many threads as there are seeds.
const STRANGE: u64 = 200_000;

const SEEDS: [u64; 4] = [
    0x9e37_79b9_7f4a_7c15,
    0x2545_f491_4f6c_dd1d,
    0xd1b5_4a32_d192_ed03,
    0x94d0_49bb_1331_11eb,
];

#[test]
fn two_hundred_thousand_strange_messages_do_no_harm() {
    std::thread::scope(|scope| {
        for seed in SEEDS {
            scope.spawn(move || strange(Chance(seed), STRANGE / 4));
        }
    });
}

fn strange(mut chance: Chance, count: u64) {
    for turn in 0..count {
        // Short ones mostly: what they are made of meets in pairs and threes, and a development build has the time.
        let length = if turn % 40 == 0 {
            chance.below(12)
        } else {
            chance.below(4)
        };
        let text: String = (0..length).map(|_| BITS[chance.below(BITS.len())]).collect();
        let heard = hear(&text);
        if turn % 20 == 0 {
            let line = json!({ "lang": "en", "text": text, "ref_date": "2026-03-11" });
            let answer: Value = serde_json::from_str(&answer(line.to_string().as_bytes())).unwrap();
            assert!(answer["intent"].is_string(), "{text:?}");
            assert_eq!(heard, hear(&text), "{text:?}");
            find_secret(&text);
            looks_like_code(&text);
        }
        if let (Some(start), Some(end)) = (heard.facts.start, heard.facts.end) {
            assert!(start <= end || !heard.ambiguous.is_empty(), "{text:?}");
        }
    }
}

#[test]
fn long_messages_are_cut_and_answered_at_once() {
    for unit in [
        "a",
        "1",
        " ",
        "é",
        "👍",
        "congé ",
        "xqzvwkjh ",
        "du 16 au 20 mars ",
        "FR7 ",
        "mdp: ",
        "2 ",
        "\u{202e}",
        "e\u{301}\u{301}",
    ] {
        let text = unit.repeat(64 * 1024 / unit.len());
        let begun = Instant::now();
        hear(&text);
        find_secret(&text);
        assert!(
            begun.elapsed() < Duration::from_secs(5),
            "{unit:?} took {:?}",
            begun.elapsed()
        );
        assert!(clean(&text).len() <= LONGEST);
    }
}

#[test]
fn what_cannot_be_seen_does_not_count() {
    assert_eq!(clean("so\u{200b}l\u{202e}de\u{0}\u{feff}"), "solde");
    assert_eq!(clean("e\u{301}te\u{301}\tet\r\nhiver"), "été et\n\nhiver");
    assert_eq!(hear("so\u{200b}l\u{202e}de").intent, Intent::LeaveBalance);
}

#[test]
fn what_is_no_request_is_not_understood() {
    for text in [
        "",
        "   ",
        "\n",
        "\u{200b}",
        "…",
        "asdfgh",
        "ich möchte Urlaub nehmen",
        "عطلة من فضلك",
        "請假",
        "🦄",
        "bla bla bla",
    ] {
        assert_eq!(hear(text).intent, Intent::Unknown, "{text:?}");
    }
    assert_eq!(hear("?").intent, Intent::Help);
}
