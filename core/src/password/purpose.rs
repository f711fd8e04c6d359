//! What a link to the mailbox is for.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::account::{Circuit, Stage, Standing};

/// Two links that never stand in for each other: one is good where there is a password, the other where there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Replace a forgotten password.
    Reset,
    /// Create the account, with a personal password.
    Creation,
}

impl Purpose {
    const ALL: [Purpose; 2] = [Purpose::Reset, Purpose::Creation];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Purpose::Reset => "reset",
            Purpose::Creation => "creation",
        }
    }

    /// Whether a link may be sent, or used, for an account that stands so.
    pub(super) fn fits(self, standing: Standing) -> bool {
        let created = standing.stage != Stage::NotCreated;
        standing.closed.is_none() && created == (self == Purpose::Reset)
    }

    /// The key of the mail that takes it.
    pub(super) fn mail(self, circuit: Circuit) -> &'static str {
        match (self, circuit) {
            (Purpose::Reset, Circuit::IntraParis) => "password-mail-intraparis",
            (Purpose::Reset, Circuit::MonCompteParisien) => "password-mail-moncompteparisien",
            (Purpose::Creation, Circuit::IntraParis) => "password-mail-create-intraparis",
            (Purpose::Creation, Circuit::MonCompteParisien) => "password-mail-create-moncompteparisien",
        }
    }

    /// The key of the mail that says why there is none.
    pub(super) fn mail_without(self, standing: Standing) -> &'static str {
        match self {
            Purpose::Creation => "password-mail-exists",
            Purpose::Reset if standing.stage == Stage::NotCreated && standing.closed.is_none() => {
                "password-mail-not-created"
            }
            Purpose::Reset => "password-mail-no-link",
        }
    }

    /// The key of the subject under which the link arrives, to be announced.
    pub fn subject(self, circuit: Circuit) -> String {
        format!("{}-subject", self.mail(circuit))
    }

    pub(super) fn what(self) -> &'static str {
        match self {
            Purpose::Reset => "password.start_reset",
            Purpose::Creation => "password.start_creation",
        }
    }
}

impl FromStr for Purpose {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Purpose::ALL
            .into_iter()
            .find(|purpose| purpose.as_str() == text)
            .ok_or(())
    }
}
