//! The composition root: what starts, from which configuration, and in which order it stops.
//! A library beside the binary, so that the end-to-end tests start a homeserver as the demo does.

pub mod cli;
pub mod demo;
pub mod open;

mod bot;
mod chat;
mod check;
mod import;
mod leave;
mod log;
mod print;
mod serve;
mod stop;
mod understand;
