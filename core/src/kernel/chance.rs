//! The only source of randomness.

use rand::{Rng, SeedableRng, TryRngCore, rngs::OsRng, rngs::StdRng};
use std::sync::{Arc, Mutex, PoisonError};

use super::fault::Fault;
use super::secret::url_safe;

/// Where random bytes come from: the operating system, or a seed in tests.
#[derive(Clone)]
pub enum Chance {
    /// The operating system's generator.
    System,
    /// Repeatable, for tests only.
    Seeded(Arc<Mutex<StdRng>>),
}

impl Chance {
    /// A repeatable source for tests.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Arc::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Fills `bytes`. Fails only when the operating system has no randomness: nothing secret may be made then.
    pub fn fill(&self, bytes: &mut [u8]) -> Result<(), Fault> {
        match self {
            Self::System => OsRng
                .try_fill_bytes(bytes)
                .map_err(|e| Fault::outside("random source", e)),
            Self::Seeded(rng) => {
                rng.lock().unwrap_or_else(PoisonError::into_inner).fill(bytes);
                Ok(())
            }
        }
    }

    /// `n` bytes.
    pub fn bytes<const N: usize>(&self) -> Result<[u8; N], Fault> {
        let mut bytes = [0; N];
        self.fill(&mut bytes)?;
        Ok(bytes)
    }

    /// One of these, each equally likely; at most 256 of them.
    pub fn one_of(&self, letters: &[u8]) -> Result<char, Fault> {
        // What is above the largest multiple in a byte would favour the first ones.
        let even = 256 - 256 % letters.len();
        loop {
            let byte = usize::from(self.bytes::<1>()?[0]);
            if byte < even
                && let Some(letter) = letters.get(byte % letters.len())
            {
                return Ok(char::from(*letter));
            }
        }
    }

    /// A code of `n` decimal digits, each equally likely.
    pub fn digits(&self, n: usize) -> Result<String, Fault> {
        (0..n).map(|_| self.one_of(b"0123456789")).collect()
    }

    /// 256 random bits as 43 URL-safe characters: for links, sessions and devices.
    pub fn token(&self) -> Result<String, Fault> {
        Ok(url_safe(&self.bytes::<32>()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_length_and_only_digits() {
        let code = Chance::seeded(1).digits(8).unwrap();
        assert_eq!(code.len(), 8);
        assert!(code.bytes().all(|b| b.is_ascii_digit()));
    }

    #[test]
    fn each_letter_is_drawn_about_as_often_as_any_other() {
        let chance = Chance::seeded(1);
        let drawn: Vec<char> = (0..23_000)
            .map(|_| chance.one_of(b"ABCDEFGHJKMNPQRSTUVWXYZ").unwrap())
            .collect();
        for letter in 'A'..='Z' {
            let times = drawn.iter().filter(|drawn| **drawn == letter).count();
            let expected = if "ILO".contains(letter) { 0..=0 } else { 850..=1150 };
            assert!(expected.contains(&times), "{letter}: {times}");
        }
    }

    #[test]
    fn two_tokens_differ() {
        assert_ne!(Chance::System.token().unwrap(), Chance::System.token().unwrap());
    }
}
