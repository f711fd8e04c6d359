//! Access channels: the three ways by which an agent reaches the city's systems.

mod model;

pub use model::Channel;
