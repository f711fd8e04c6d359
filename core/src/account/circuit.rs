//! The two circuits: two accounts of one agent that must never be taken for each other.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// One of the two separate accounts of an agent, each with its own password and reset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Circuit {
    /// The intranet: the password asked first at every sign-in.
    IntraParis,
    /// The verifier: the password asked second.
    MonCompteParisien,
}

impl Circuit {
    /// Both, in the order in which they are asked.
    pub const ALL: [Circuit; 2] = [Circuit::IntraParis, Circuit::MonCompteParisien];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Circuit::IntraParis => "intraparis",
            Circuit::MonCompteParisien => "moncompteparisien",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Circuit::IntraParis => "account-circuit-intraparis",
            Circuit::MonCompteParisien => "account-circuit-moncompteparisien",
        }
    }
}

impl fmt::Display for Circuit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Circuit {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Circuit::ALL
            .into_iter()
            .find(|circuit| circuit.as_str() == text)
            .ok_or(())
    }
}
