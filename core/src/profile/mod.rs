//! The agent's own record: what they declare about themselves, what human resources validate, and when it counts (PR1 to
//! PR5). The professional mobile has a circuit of its own, in `ticket`.
//!
//! A change keeps what held before beside what it makes of it, sealed for its row. One of a kind is open at a time.

mod attend;
mod decide;
mod declare;
mod family;
mod iban;
mod model;
mod payroll;
mod proof;
mod prove;
mod refusal;
mod retire;
mod see;
mod store;
mod tell;
#[cfg(test)]
mod tests;
mod withdraw;

pub use attend::attend;
pub use decide::{Verdict, decide};
pub use declare::{declarable, declare, declare_bank};
pub use family::{Event, Family};
pub use iban::Iban;
pub use model::{Address, BadAddress, Change, ChangeId, Detail, Kind, Stage};
pub use payroll::{Payday, next_payday};
pub use proof::{BadProof, Format, Limits, Proof, Upload, examine};
pub use prove::prove;
pub use refusal::Error;
pub use retire::retire;
pub use see::{Sheet, look, mine, proof, queue};
pub use withdraw::withdraw;

use crate::kernel::house::House;
use crate::kernel::sealed::Shelf;

/// Where the sealed proofs are.
fn shelf(house: &House) -> Shelf<'_> {
    Shelf::new(house, &house.settings.profile.store, "proof")
}
