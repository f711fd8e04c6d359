//! Accounts: two per agent, how they stand, and everything that changes that.

mod circuit;
mod model;

pub use circuit::Circuit;
pub use model::{Closure, Lifter, Lock, LockCause, Misfit, Side, Stage, Standing, State, Verb, Why};
