//! Guichet on the web: the agents' own space, and the console of support and HR. Two sites, each on its own listeners;
//! pages call the rooms of the core and hold no rule of their own.
//!
//! Nothing here needs a script in the browser, and the policy that goes with every page allows none, but for the pages where a
//! password is chosen: there one script says while it is typed what it lacks.

mod accounts;
mod console;
mod door;
mod entry;
mod serve;
mod space;
#[cfg(test)]
mod testing;

pub use console::console;
pub use serve::serve;
pub use space::space;
