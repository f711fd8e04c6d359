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

    /// A code of `n` decimal digits, each equally likely.
    pub fn digits(&self, n: usize) -> Result<String, Fault> {
        let mut code = String::with_capacity(n);
        while code.len() < n {
            // 250 is the largest multiple of ten in a byte: what is above would favour small digits.
            for byte in self
                .bytes::<16>()?
                .into_iter()
                .filter(|b| *b < 250)
                .take(n - code.len())
            {
                code.push(char::from(b'0' + byte % 10));
            }
        }
        Ok(code)
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
    fn two_tokens_differ() {
        assert_ne!(Chance::System.token().unwrap(), Chance::System.token().unwrap());
    }
}
