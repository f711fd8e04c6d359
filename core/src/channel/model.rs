//! The three channels. Which one a request came by is derived from its network address, never from what a browser says.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

/// A way to reach the city's systems.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A workstation on the city's network.
    Internal,
    /// The city's network through the VPN.
    Vpn,
    /// The portal for phones and home computers.
    MobilePortal,
}

impl Channel {
    /// All three, from the most to the least trusted.
    pub const ALL: [Channel; 3] = [Channel::Internal, Channel::Vpn, Channel::MobilePortal];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Channel::Internal => "internal",
            Channel::Vpn => "vpn",
            Channel::MobilePortal => "mobile_portal",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Channel::Internal => "channel-internal",
            Channel::Vpn => "channel-vpn",
            Channel::MobilePortal => "channel-mobile-portal",
        }
    }

    /// Whether staff may open the console from here.
    pub fn opens_the_console(self) -> bool {
        self != Channel::MobilePortal
    }
}

impl fmt::Display for Channel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Channel {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Channel::ALL
            .into_iter()
            .find(|channel| channel.as_str() == text)
            .ok_or(())
    }
}
