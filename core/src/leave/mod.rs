//! Leave: what an agent is entitled to, how many days a request costs, who decides on it.
//!
//! Days are whole numbers of half-days everywhere: no rounding can creep in, and half a day is a thing.

mod count;
mod holidays;
mod model;
mod pattern;
mod period;

#[cfg(test)]
mod corpus_tests;

pub use count::{Absence, Count, DayOff, Skipped, WorkCalendar, absence, count, joined};
pub use holidays::{Holiday, Region, easter};
pub use model::{HalfDays, Kind, Stage, Step, UnknownName};
pub use pattern::{BadPattern, Pattern};
pub use period::{BadPeriod, Half, HalfDay, Period};
