//! Comparing a typed password with the stored one. Only `session` calls this, with its counters around it.

use super::hash::{Cost, hash, is_outdated, matches};
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::queue::{Busy, Lane};
use crate::kernel::secret::Secret;

/// The salt of the hash that is made where there is no password: its result is thrown away.
const NO_SALT: [u8; 16] = [0; 16];

/// The result of a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Checked {
    /// Wrong, or there is none.
    Wrong,
    /// Right. `renewed`: the same password at today's cost, when the stored hash was made at another.
    Right {
        /// To be kept instead.
        renewed: Option<String>,
    },
}

/// Compares. It costs one hash whether or not there is a password to compare with.
pub(crate) async fn check(
    house: &House,
    lane: Lane,
    typed: &Secret,
    stored: Option<String>,
) -> Result<Result<Checked, Busy>, Fault> {
    let (tag, cost) = (tag_of(house, typed), cost_of(house));
    let salt = house.chance.bytes::<16>()?;
    let checked = house.heavy.run(lane, move || match stored {
        None => {
            let _ = hash(&tag, &NO_SALT, cost);
            Checked::Wrong
        }
        Some(stored) if matches(&tag, &stored) => {
            let renewed = is_outdated(&stored, cost)
                .then(|| hash(&tag, &salt, cost).ok())
                .flatten();
            Checked::Right { renewed }
        }
        Some(_) => Checked::Wrong,
    });
    Ok(checked.await)
}

/// What is hashed instead of the password.
pub(super) fn tag_of(house: &House, password: &Secret) -> [u8; 32] {
    house.keys.tag("password", password.expose().as_bytes())
}

pub(super) fn cost_of(house: &House) -> Cost {
    let numbers = &house.settings.password;
    Cost {
        memory_kib: numbers.argon2_memory_kib,
        passes: numbers.argon2_passes,
        lanes: 1,
    }
}
