//! "Why can't I open this from here?" (CH3): pure, from the catalogue, the channel and what the agent may use.

use super::application::{Application, Opening};
use super::model::Channel;
use super::see::{Access, Restriction, Vpn};
use crate::kernel::line::{Line, Value};

/// What an application does on the channel that was asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Here {
    /// It opens.
    Opens,
    /// It opens with some of its functions.
    Reduced,
    /// It opens for nobody.
    Closed,
    /// It opens, but not for this agent: IT has restricted it.
    Restricted,
    /// It opens, but this agent may not use the VPN.
    NoVpn,
}

/// A channel on which the agent can use the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Way {
    /// Which.
    pub channel: Channel,
    /// With some of its functions only.
    pub reduced: bool,
}

/// The whole answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// This application.
    pub application: Application,
    /// This channel; `None`: wherever.
    pub channel: Option<Channel>,
    /// What it does there; `None` where no channel was said.
    pub here: Option<Here>,
    /// The channels that work, the VPN as soon as it is granted.
    pub ways: Vec<Way>,
    /// What restricts the agent.
    pub restriction: Option<Restriction>,
    /// Whether the agent may use the VPN.
    pub vpn: Vpn,
}

/// Judges. `channel` is `None` where the question names none.
pub fn why_not(application: &Application, channel: Option<Channel>, access: &Access) -> Answer {
    let restriction = access.restriction(application);
    let left = |channel| restriction.is_none_or(|restriction| restriction.limit.leaves(channel));
    let here = channel.map(|channel| match application.on(channel) {
        Opening::Closed => Here::Closed,
        _ if !left(channel) => Here::Restricted,
        _ if channel == Channel::Vpn && access.vpn != Vpn::Granted => Here::NoVpn,
        Opening::Reduced => Here::Reduced,
        Opening::Full => Here::Opens,
    });
    let ways = Channel::ALL
        .into_iter()
        .filter(|channel| application.on(*channel) != Opening::Closed && left(*channel))
        .map(|channel| Way {
            channel,
            reduced: application.on(channel) == Opening::Reduced,
        });
    Answer {
        application: application.clone(),
        channel,
        here,
        ways: ways.collect(),
        restriction: restriction.cloned(),
        vpn: access.vpn.clone(),
    }
}

impl Here {
    fn key(self) -> &'static str {
        match self {
            Self::Opens => "channel-here-opens",
            Self::Reduced => "channel-here-reduced",
            Self::Closed => "channel-here-closed",
            Self::Restricted => "channel-here-restricted",
            Self::NoVpn => "channel-here-no-vpn",
        }
    }

    /// The word key of the verdict alone.
    pub fn verdict(self) -> &'static str {
        match self {
            Self::Opens => "channel-verdict-opens",
            Self::Reduced => "channel-verdict-reduced",
            Self::Closed => "channel-verdict-closed",
            Self::Restricted => "channel-verdict-restricted",
            Self::NoVpn => "channel-verdict-no-vpn",
        }
    }

    /// True when there is nothing to explain.
    pub fn opens(self) -> bool {
        matches!(self, Self::Opens | Self::Reduced)
    }
}

impl Answer {
    /// In words: the result, its reason and who can lift it, the channels that work and how to get there.
    pub fn line(&self) -> Line {
        let mut line = Line::personal(self.here.map_or("channel-anywhere", Here::key))
            .arg("application", self.application.name.clone());
        if let Some(channel) = self.channel {
            line = line.arg("channel", Value::word(channel.key()));
        }
        if let Some(restriction) = &self.restriction {
            let limit = Value::word(restriction.limit.key());
            line = match self.here {
                Some(Here::Restricted) => line.arg("limit", limit).arg("why", restriction.why.as_str()),
                _ => line.item(
                    Line::personal("channel-restriction")
                        .arg("limit", limit)
                        .arg("why", restriction.why.as_str()),
                ),
            };
        }
        // Where it opens as it should, there is nothing else to look for.
        if self.here != Some(Here::Opens) {
            line = self.ways.iter().fold(line, |line, way| line.item(self.way(*way)));
        }
        if self.ways.is_empty() {
            line = line.item(Line::personal("channel-way-none"));
        } else {
            line = line.item(Line::personal("channel-reach").arg("reach", self.application.reach.clone()));
        }
        if self.asks_for_vpn() {
            line = line.choice("vpn.request", "channel-choice-vpn");
        }
        line
    }

    /// True when the VPN would help, and the agent has neither it nor a request for it.
    pub fn asks_for_vpn(&self) -> bool {
        self.vpn == Vpn::Missing
            && self.here != Some(Here::Opens)
            && self.ways.iter().any(|way| way.channel == Channel::Vpn)
    }

    fn way(&self, way: Way) -> Line {
        let scope = if way.reduced {
            "channel-scope-reduced"
        } else {
            "channel-scope-full"
        };
        let key = match (way.channel, &self.vpn) {
            (Channel::Internal, _) => "channel-way-internal",
            (Channel::Vpn, Vpn::Granted) => "channel-way-vpn",
            (Channel::Vpn, Vpn::Requested(_)) => "channel-way-vpn-requested",
            (Channel::Vpn, Vpn::Missing) => "channel-way-vpn-missing",
            (Channel::MobilePortal, _) => "channel-way-mobile-portal",
        };
        let line = Line::personal(key).arg("scope", Value::word(scope));
        match &self.vpn {
            Vpn::Requested(reference) if way.channel == Channel::Vpn => {
                line.arg("reference", reference.as_str())
            }
            _ => line,
        }
    }
}

/// The three channels, for who asks how to get in at all.
pub fn three(access: &Access) -> Line {
    let vpn = match access.vpn {
        Vpn::Granted => "channel-three-vpn",
        Vpn::Requested(_) => "channel-three-vpn-requested",
        Vpn::Missing => "channel-three-vpn-missing",
    };
    let mut vpn = Line::personal(vpn);
    if let Vpn::Requested(reference) = &access.vpn {
        vpn = vpn.arg("reference", reference.as_str());
    }
    let line = Line::personal("channel-three")
        .item(Line::public("channel-three-internal"))
        .item(vpn)
        .item(Line::public("channel-three-mobile-portal"));
    if access.vpn == Vpn::Missing {
        line.choice("vpn.request", "channel-choice-vpn")
    } else {
        line
    }
}
