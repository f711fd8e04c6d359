//! The agent's own record: what they declare about themselves, what human resources validate, and when it counts (PR1 to
//! PR5). The professional mobile has a circuit of its own, in `ticket`.
//!
//! A change keeps what held before beside what it makes of it, sealed for its row. One of a kind is open at a time.

mod decide;
mod declare;
mod model;
mod refusal;
mod see;
mod store;
mod tell;
#[cfg(test)]
mod tests;
mod withdraw;

pub use decide::{Verdict, decide};
pub use declare::{declarable, declare};
pub use model::{Address, BadAddress, Change, ChangeId, Detail, Kind, Stage};
pub use refusal::Error;
pub use see::{Sheet, look, mine, queue};
pub use withdraw::withdraw;
