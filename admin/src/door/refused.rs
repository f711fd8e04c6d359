//! What the rooms refuse, as the door says it.

use guichet_core::{
    account, announcement, channel, diagnosis, document, factor,
    kernel::line::{Args, Line},
    leave, log, password, payslip, people, profile, session, ticket,
};

use super::Failure;

fn said(key: Option<&'static str>, args: Args) -> Failure {
    // Only a fault has no words, and the callers have taken it out.
    key.map_or(Failure::Denied, |key| {
        Failure::Refused(Box::new(Line {
            args,
            ..Line::personal(key)
        }))
    })
}

impl From<account::Error> for Failure {
    fn from(error: account::Error) -> Self {
        match error {
            account::Error::Denied(_) => Self::Denied,
            account::Error::Fault(fault) => Self::Fault(fault),
            error => said(error.key(), error.args()),
        }
    }
}

impl From<session::Error> for Failure {
    fn from(error: session::Error) -> Self {
        match error {
            session::Error::Denied(_) => Self::Denied,
            session::Error::Fault(fault) => Self::Fault(fault),
            session::Error::Over => Self::SignIn,
            session::Error::Busy => Self::Busy,
            error => said(error.key(), error.args()),
        }
    }
}

impl From<leave::Error> for Failure {
    fn from(error: leave::Error) -> Self {
        match (error.refusal(), error) {
            (_, leave::Error::Denied(_)) => Self::Denied,
            (_, leave::Error::Fault(fault)) => Self::Fault(fault),
            (Some(line), _) => Self::Refused(Box::new(line)),
            (None, _) => Self::Denied,
        }
    }
}

impl From<announcement::Error> for Failure {
    fn from(error: announcement::Error) -> Self {
        match error {
            announcement::Error::Denied(_) => Self::Denied,
            announcement::Error::Fault(fault) => Self::Fault(fault),
            error => said(error.key(), error.args()),
        }
    }
}

impl From<channel::Error> for Failure {
    fn from(error: channel::Error) -> Self {
        match error {
            channel::Error::Denied(_) => Self::Denied,
            channel::Error::Fault(fault) => Self::Fault(fault),
            error => said(error.key(), error.args()),
        }
    }
}

impl From<ticket::Error> for Failure {
    fn from(error: ticket::Error) -> Self {
        match error {
            ticket::Error::Denied(_) => Self::Denied,
            ticket::Error::Fault(fault) => Self::Fault(fault),
            error => said(error.key(), error.args()),
        }
    }
}

impl From<diagnosis::Error> for Failure {
    fn from(error: diagnosis::Error) -> Self {
        match error {
            diagnosis::Error::Denied(_) => Self::Denied,
            diagnosis::Error::Fault(fault) => Self::Fault(fault),
            error => said(error.key(), error.args()),
        }
    }
}

impl From<people::Error> for Failure {
    fn from(error: people::Error) -> Self {
        match error {
            people::Error::Denied(_) => Self::Denied,
            people::Error::Fault(fault) => Self::Fault(fault),
            // Imports are not made on the web.
            people::Error::Row { .. } => Self::Garbled,
            people::Error::NoAgent => Self::NotFound,
            error => said(error.key(), error.args()),
        }
    }
}

impl From<password::Error> for Failure {
    fn from(error: password::Error) -> Self {
        match error {
            password::Error::Account(error) => error.into(),
            password::Error::TooManyLinks => {
                Self::Refused(Box::new(Line::personal("password-too-many-links")))
            }
            error => session::Error::from(error).into(),
        }
    }
}

impl From<log::Error> for Failure {
    fn from(error: log::Error) -> Self {
        match error {
            log::Error::Denied(_) => Self::Denied,
            log::Error::Fault(fault) => Self::Fault(fault),
        }
    }
}

impl From<payslip::Error> for Failure {
    fn from(error: payslip::Error) -> Self {
        match (error.line(), error) {
            (_, payslip::Error::Denied(_)) => Self::Denied,
            (_, payslip::Error::Fault(fault)) => Self::Fault(fault),
            (Some(line), _) => Self::Refused(Box::new(line)),
            (None, _) => Self::Denied,
        }
    }
}

impl From<profile::Error> for Failure {
    fn from(error: profile::Error) -> Self {
        match (error.line(), error) {
            (_, profile::Error::Denied(_)) => Self::Denied,
            (_, profile::Error::Fault(fault)) => Self::Fault(fault),
            (_, profile::Error::Unknown) => Self::NotFound,
            (Some(line), _) => Self::Refused(Box::new(line)),
            (None, _) => Self::Denied,
        }
    }
}

impl From<document::Error> for Failure {
    fn from(error: document::Error) -> Self {
        match (error.line(), error) {
            (_, document::Error::Denied(_)) => Self::Denied,
            (_, document::Error::Fault(fault)) => Self::Fault(fault),
            (Some(line), _) => Self::Refused(Box::new(line)),
            (None, _) => Self::Denied,
        }
    }
}

impl From<factor::Error> for Failure {
    fn from(error: factor::Error) -> Self {
        session::Error::from(error).into()
    }
}
