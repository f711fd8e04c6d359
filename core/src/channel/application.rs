//! Business applications, as the catalogue has them (CH2). Their names are the city's data, never ours.

use super::model::Channel;
use crate::kernel::words::Both;
use crate::people::fold;
use std::str::FromStr;

/// How an application opens on a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opening {
    /// With all its functions.
    Full,
    /// With some of them.
    Reduced,
    /// Not at all.
    Closed,
}

impl Opening {
    /// The stored form, which is also that of the import.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Full => "yes",
            Self::Reduced => "reduced",
            Self::Closed => "no",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Full => "channel-opening-full",
            Self::Reduced => "channel-opening-reduced",
            Self::Closed => "channel-opening-closed",
        }
    }
}

impl FromStr for Opening {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        [Self::Full, Self::Reduced, Self::Closed]
            .into_iter()
            .find(|opening| opening.as_str() == text)
            .ok_or(())
    }
}

/// A business application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Application {
    /// Its short code.
    pub code: String,
    /// What it is called.
    pub name: Both,
    /// Other names that people use.
    pub also: Vec<String>,
    /// How it opens on each channel, in the order of [`Channel::ALL`].
    pub openings: [Opening; 3],
    /// Where it is found once connected.
    pub reach: Both,
}

impl Application {
    /// How it opens on a channel.
    pub fn on(&self, channel: Channel) -> Opening {
        let [internal, vpn, mobile_portal] = self.openings;
        match channel {
            Channel::Internal => internal,
            Channel::Vpn => vpn,
            Channel::MobilePortal => mobile_portal,
        }
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        [self.code.as_str(), &self.name.fr, &self.name.en]
            .into_iter()
            .chain(self.also.iter().map(String::as_str))
    }
}

/// The applications that a text names, whatever its case and accents. A longer name wins over one inside it: "budget
/// annexe" is not "budget".
pub fn named<'a>(catalogue: &'a [Application], text: &str) -> Vec<&'a Application> {
    let text = words(text);
    let mut found: Vec<(usize, usize, &Application)> = vec![];
    for application in catalogue {
        for name in application.names().map(words).filter(|name| !name.is_empty()) {
            let places = text.windows(name.len()).enumerate();
            found.extend(
                places
                    .filter(|(_, window)| *window == name)
                    .map(|(at, _)| (at, at + name.len(), application)),
            );
        }
    }
    let inside = |(from, to, _): &(usize, usize, _)| {
        found
            .iter()
            .any(|(f, t, _)| f <= from && to <= t && (f, t) != (from, to))
    };
    let mut named: Vec<&Application> = vec![];
    for one in found.iter().filter(|one| !inside(one)) {
        if !named.contains(&one.2) {
            named.push(one.2);
        }
    }
    named
}

fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}
