//! Ports to other systems, each one verb wide.

pub mod mailer;
pub mod post;
pub mod sms;
