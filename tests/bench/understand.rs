//! How long the bot takes to understand a message, and what the worst message costs: the corpus, 4 KiB of anything hostile,
//! and a fuzz of many inputs that fails on a panic or a slow one.

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use guichet_bot::understand::{LONGEST, understand};
use guichet_core::kernel::words::Lang;
use std::time::{Duration, Instant};

const UTTERANCES: &str = include_str!("../corpus/utterances.jsonl");
const HEARD: &str = include_str!("../corpus/heard.jsonl");

/// No input may take longer, whatever it is.
const LONGEST_TURN: Duration = Duration::from_millis(50);

/// How often each sentence and each hostile message is timed: its best time is what it costs, the others are the machine's.
const ROUNDS: usize = 5;

/// What hostile messages are made of, beside noise: words that start a search, a date, an address, an account number.
const BITS: &[&str] = &[
    "a",
    "1",
    "0 ",
    "00",
    "é",
    "👍",
    "congé ",
    "conjgés ",
    "vacanses ",
    "autorisatoin ",
    "xqzvwkjh ",
    "qzvwkjhxqzvwkjhxqzv ",
    "du 16 au 20 mars ",
    "1/",
    "-",
    "'",
    ".",
    " ",
    "\n",
    "l'",
    "FR76 ",
    "fr7",
    "F",
    "mdp: ",
    "2 ",
    "12 rue ",
    "rue ",
    "+33 ",
    "06 12 ",
    "e\u{301}\u{301}",
    "\u{fdfa}",
    "ﬃ",
    "lundi ",
    "mardi et ",
    "un ",
    "je ",
    "the ",
    "demande de ",
    "pas ",
    "qui ",
    "Karim ",
    "'s ",
    "semaine ",
    "entre ",
    "jusqu'au ",
    "mot de passe ",
    "DOC-1 ",
    "my ",
    "de la ",
    "je ne peux pas ",
    "?",
    "sauf le ",
    "3 jours ",
    "29/02 ",
    "99999999999 ",
    "à partir de ",
    "au lieu de ",
    "appli ",
    "İ",
    "ß",
    "weekend ",
    "ca ",
];

/// The same numbers at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(0) % most.max(1)
    }

    fn bit(&mut self) -> &'static str {
        BITS.get(self.below(BITS.len())).copied().unwrap_or("a")
    }

    /// Letters that make no word, or any character at all.
    fn noise(&mut self, length: usize) -> String {
        let anything = self.below(3) == 0;
        let letter = |chance: &mut Self| match chance.below(7) {
            0 => ' ',
            _ if anything => {
                char::from_u32(u32::try_from(chance.below(0x1_f000)).unwrap_or(0)).unwrap_or('x')
            }
            _ => char::from(b'a' + u8::try_from(chance.below(26)).unwrap_or(0)),
        };
        (0..length).map(|_| letter(self)).collect()
    }
}

/// Prints one line for each figure: its name, its value in microseconds, of how many.
pub fn run(inputs: u64) -> Result<()> {
    let today = NaiveDate::from_ymd_opt(2026, 3, 11).context("a date")?;
    let time = |text: &str| {
        let begun = Instant::now();
        std::hint::black_box(understand(std::hint::black_box(text), today, Lang::Fr));
        begun.elapsed()
    };
    // The first message reads the data files.
    let loading = time("bonjour");
    println!("load {} 1", loading.as_micros());
    let best = |text: &str| (0..ROUNDS).map(|_| time(text)).min().unwrap_or_default();
    let mut sentences: Vec<Duration> = UTTERANCES
        .lines()
        .chain(HEARD.lines())
        .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
        .filter_map(|row| row.get("text").and_then(|text| text.as_str().map(best)))
        .collect();
    sentences.sort_unstable();
    let median = sentences.get(sentences.len() / 2).context("sentences")?;
    println!("median {} {}", median.as_micros(), sentences.len());
    let (worst, hostile, of) = worst(best);
    println!("worst {} {of} {hostile:?}", worst.as_micros());
    fuzz(inputs, today)
}

/// The message of 4 KiB that takes longest, its beginning, and of how many.
fn worst(best: impl Fn(&str) -> Duration) -> (Duration, String, usize) {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let mut hostile: Vec<String> = BITS.iter().map(|bit| bit.repeat(LONGEST / bit.len())).collect();
    for _ in 0..200 {
        let mut text = String::new();
        let bits: Vec<&str> = (0..1 + chance.below(4)).map(|_| chance.bit()).collect();
        while text.len() < LONGEST {
            text.push_str(bits.get(chance.below(bits.len())).copied().unwrap_or("a"));
        }
        hostile.push(text);
        hostile.push(chance.noise(LONGEST));
    }
    let of = hostile.len();
    let timed = hostile.into_iter().map(|text| (best(&text), text));
    let (worst, text) = timed.max_by_key(|(took, _)| *took).unwrap_or_default();
    (worst, text.chars().take(40).collect(), of)
}

/// So many strange messages, on every core; one that takes long is heard again, so that a busy machine is not its fault.
fn fuzz(inputs: u64, today: NaiveDate) -> Result<()> {
    let cores = std::thread::available_parallelism()?.get() as u64;
    let slow = std::thread::scope(|scope| {
        let hear = |core: u64| {
            let mut chance = Chance(0x2545_f491_4f6c_dd1d ^ (core + 1));
            let mut slow: Vec<String> = Vec::new();
            for _ in 0..inputs / cores {
                let text: String = match chance.below(8) {
                    0 => {
                        let length = chance.below(200);
                        chance.noise(length)
                    }
                    _ => (0..chance.below(12)).map(|_| chance.bit()).collect(),
                };
                let long = || {
                    let begun = Instant::now();
                    understand(&text, today, Lang::Fr);
                    begun.elapsed() > LONGEST_TURN
                };
                if long() && long() && long() {
                    slow.push(text);
                }
            }
            slow
        };
        let threads: Vec<_> = (0..cores).map(|core| scope.spawn(move || hear(core))).collect();
        threads
            .into_iter()
            .map(|thread| thread.join())
            .collect::<Vec<_>>()
    });
    for slow in slow {
        let slow = slow.map_err(|_| anyhow::anyhow!("an input made it panic"))?;
        ensure!(slow.is_empty(), "took more than {LONGEST_TURN:?}: {slow:?}");
    }
    println!("fuzz {} {inputs}", LONGEST_TURN.as_micros());
    Ok(())
}
