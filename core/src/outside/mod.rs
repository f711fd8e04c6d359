//! Ports to other systems, each one verb wide.

pub(crate) mod authority;
pub mod mailer;
pub mod post;
pub mod sms;
