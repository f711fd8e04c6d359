//! Argon2id. What is hashed is never the password itself but its keyed tag, so that a stolen database is worth
//! nothing without the key file, and a password of any length costs the same.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash},
};

/// What one hash costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory_kib: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    fn argon(self) -> Result<Argon2<'static>, argon2::Error> {
        let params = Params::new(self.memory_kib, self.passes, self.lanes, None)?;
        Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
    }
}

/// The hash of a tag under a salt, in PHC form.
pub fn hash(tag: &[u8; 32], salt: &[u8; 16], cost: Cost) -> Result<String, String> {
    let argon = cost.argon().map_err(|error| error.to_string())?;
    let hash: PasswordHash = argon
        .hash_password_with_salt(tag, salt)
        .map_err(|error| error.to_string())?;
    Ok(hash.to_string())
}

/// Whether the tag is the one that was hashed. The cost is that of the stored hash.
pub fn matches(tag: &[u8; 32], stored: &str) -> bool {
    PasswordHash::new(stored).is_ok_and(|hash| Argon2::default().verify_password(tag, &hash).is_ok())
}

/// Whether a stored hash was made at another cost than today's, and is to be renewed at the next sign-in.
pub fn is_outdated(stored: &str, cost: Cost) -> bool {
    let Ok(hash) = PasswordHash::new(stored) else {
        return true;
    };
    let Ok(params) = Params::try_from(&hash) else {
        return true;
    };
    hash.algorithm != argon2::ARGON2ID_IDENT
        || (params.m_cost(), params.t_cost(), params.p_cost()) != (cost.memory_kib, cost.passes, cost.lanes)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TINY: Cost = Cost {
        memory_kib: 8,
        passes: 1,
        lanes: 1,
    };

    #[test]
    fn only_the_hashed_tag_matches() {
        let stored = hash(&[7; 32], &[1; 16], TINY).unwrap();
        assert!(stored.starts_with("$argon2id$"));
        assert!(matches(&[7; 32], &stored));
        assert!(!matches(&[8; 32], &stored));
        assert!(!matches(&[7; 32], ""));
        assert!(!matches(&[7; 32], "$argon2id$v=19$m=8,t=1,p=1$AAAA$"));
    }

    #[test]
    fn two_agents_with_the_same_password_have_different_hashes() {
        assert_ne!(hash(&[7; 32], &[1; 16], TINY), hash(&[7; 32], &[2; 16], TINY));
    }

    #[test]
    fn a_hash_of_another_cost_is_outdated_and_still_matches() {
        let stored = hash(&[7; 32], &[1; 16], TINY).unwrap();
        assert!(!is_outdated(&stored, TINY));
        assert!(is_outdated(&stored, Cost { passes: 2, ..TINY }));
        assert!(is_outdated(
            &stored,
            Cost {
                memory_kib: 16,
                ..TINY
            }
        ));
        assert!(is_outdated("nonsense", TINY));
        assert!(matches(&[7; 32], &stored));
    }

    #[test]
    fn an_impossible_cost_is_an_error_and_not_a_weaker_hash() {
        assert!(
            hash(
                &[7; 32],
                &[1; 16],
                Cost {
                    memory_kib: 0,
                    ..TINY
                }
            )
            .is_err()
        );
    }
}
