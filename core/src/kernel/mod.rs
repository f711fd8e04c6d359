//! What every room stands on: ids, time, chance, secrets, the database, a unit of work. Knows no feature.

#[macro_use]
pub mod id;
#[macro_use]
pub mod db;
pub mod actor;
pub mod audit;
pub mod chance;
pub mod clock;
pub(crate) mod code;
pub mod config;
pub mod cron;
pub mod dropped;
pub mod fault;
pub mod handout;
pub mod house;
pub mod line;
pub mod notice;
pub mod queue;
pub mod sealed;
pub mod secret;
pub mod words;
pub mod work;
