//! Where a request comes from: the client's address, and the access channel it stands for.
//!
//! A browser's word is never taken for it. The address is the peer's, unless the peer is a proxy that the city declared
//! trusted: then it is the last address in `X-Forwarded-For` that no trusted proxy bears. The channel follows from
//! that address, or from the listener when the whole listener is declared as one channel.

use std::{net::IpAddr, str::FromStr};

use axum::http::HeaderMap;
use guichet_core::{
    channel::Channel,
    kernel::{config, fault::Fault},
};

/// A range of addresses, written `10.0.0.0/8`; a bare address is a range of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Network {
    base: IpAddr,
    bits: u8,
}

/// Not a range of addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NotANetwork;

impl FromStr for Network {
    type Err = NotANetwork;

    fn from_str(text: &str) -> Result<Self, NotANetwork> {
        let (base, bits) = match text.split_once('/') {
            Some((base, bits)) => (base, Some(bits.parse::<u8>().map_err(|_| NotANetwork)?)),
            None => (text, None),
        };
        let base: IpAddr = base.parse().map_err(|_| NotANetwork)?;
        let width = if base.is_ipv4() { 32 } else { 128 };
        let bits = bits.unwrap_or(width);
        if bits > width {
            return Err(NotANetwork);
        }
        Ok(Self { base, bits })
    }
}

impl Network {
    /// True when the address lies in this range. An IPv4 address written as IPv6 is the IPv4 address.
    fn contains(&self, address: IpAddr) -> bool {
        match (self.base, address.to_canonical()) {
            (IpAddr::V4(base), IpAddr::V4(address)) => {
                let mask = u32::MAX.checked_shl(32 - u32::from(self.bits)).unwrap_or(0);
                base.to_bits() & mask == address.to_bits() & mask
            }
            (IpAddr::V6(base), IpAddr::V6(address)) => {
                let mask = u128::MAX.checked_shl(128 - u32::from(self.bits)).unwrap_or(0);
                base.to_bits() & mask == address.to_bits() & mask
            }
            _ => false,
        }
    }
}

/// The ranges a site tells channels apart by. With none configured everything is the mobile portal, the strictest.
#[derive(Debug, Clone, Default)]
pub(super) struct Networks {
    /// The city's own network.
    internal: Vec<Network>,
    /// Addresses given out by the VPN.
    vpn: Vec<Network>,
    /// Proxies whose `X-Forwarded-For` is believed.
    proxies: Vec<Network>,
}

impl Networks {
    /// The configured ranges.
    pub(super) fn of(settings: &config::Network) -> Result<Self, Fault> {
        let read = |key: &str, list: &[String]| -> Result<Vec<Network>, Fault> {
            let remedy = "write an address, or an address and a prefix length such as 10.0.0.0/8";
            list.iter()
                .map(|text| {
                    text.parse()
                        .map_err(|NotANetwork| Fault::config(key, text, remedy))
                })
                .collect()
        };
        Ok(Self {
            internal: read("network.internal", &settings.internal)?,
            vpn: read("network.vpn", &settings.vpn)?,
            proxies: read("network.trusted_proxies", &settings.trusted_proxies)?,
        })
    }

    /// The client's address; `None` when a trusted proxy stands in front of it and does not say whom it speaks for.
    pub(super) fn client(&self, peer: IpAddr, headers: &HeaderMap) -> Option<IpAddr> {
        if !has(&self.proxies, peer) {
            return Some(peer.to_canonical());
        }
        let hops: Vec<&str> = headers
            .get_all("x-forwarded-for")
            .iter()
            .flat_map(|value| value.to_str().unwrap_or("?").split(','))
            .collect();
        for hop in hops.into_iter().rev() {
            let address = hop.trim().parse::<IpAddr>().ok()?;
            if !has(&self.proxies, address) {
                return Some(address.to_canonical());
            }
        }
        None
    }

    /// The channel of a client. An unknown one is treated as coming from outside. The VPN is asked first: its addresses
    /// are often cut out of the internal range.
    pub(super) fn channel(&self, client: Option<IpAddr>) -> Channel {
        match client {
            Some(address) if has(&self.vpn, address) => Channel::Vpn,
            Some(address) if has(&self.internal, address) => Channel::Internal,
            _ => Channel::MobilePortal,
        }
    }
}

fn has(networks: &[Network], address: IpAddr) -> bool {
    networks.iter().any(|network| network.contains(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks() -> Networks {
        let parse = |list: &[&str]| list.iter().map(|n| n.parse().unwrap()).collect();
        Networks {
            internal: parse(&["10.0.0.0/8", "fd00::/8"]),
            vpn: parse(&["10.200.0.0/16", "192.0.2.0/24"]),
            proxies: parse(&["127.0.0.1", "10.9.0.0/24"]),
        }
    }

    fn seen(peer: &str, forwarded: &[&str]) -> (Option<String>, Channel) {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let networks = networks();
        let client = networks.client(peer.parse().unwrap(), &headers);
        (client.map(|c| c.to_string()), networks.channel(client))
    }

    #[test]
    fn a_range_holds_its_addresses_and_no_others() {
        for (network, address, inside) in [
            ("10.0.0.0/8", "10.255.255.255", true),
            ("10.0.0.0/8", "11.0.0.0", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("::/0", "2001:db8::1", true),
            ("::/0", "203.0.113.9", false),
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.8", false),
            ("192.0.2.0/24", "::ffff:192.0.2.9", true),
            ("fd00::/8", "fdff::1", true),
            ("fd00::/8", "fe00::1", false),
        ] {
            let range: Network = network.parse().unwrap();
            assert_eq!(
                range.contains(address.parse().unwrap()),
                inside,
                "{address} in {network}"
            );
        }
        for wrong in [
            "",
            "10",
            "10.0.0.0/33",
            "::/129",
            "10.0.0.0/",
            "10.0.0.0/-1",
            "ville.example",
        ] {
            assert_eq!(wrong.parse::<Network>(), Err(NotANetwork), "{wrong}");
        }
    }

    #[test]
    fn attack_21_a_forged_forwarded_address_is_not_believed() {
        let inside = "10.1.2.3";
        for forged in [
            inside,
            "127.0.0.1",
            "10.200.0.1",
            "::1",
            "10.1.2.3, 10.1.2.3",
            "",
            "x",
            "10.1.2.3:80",
        ] {
            let (client, channel) = seen("203.0.113.9", &[forged]);
            assert_eq!(client.as_deref(), Some("203.0.113.9"), "{forged}");
            assert_eq!(channel, Channel::MobilePortal, "{forged}");
        }
        // Through a trusted proxy: what the client wrote stands left of what the proxy added.
        assert_eq!(
            seen("127.0.0.1", &["10.1.2.3, 203.0.113.9"]),
            (Some("203.0.113.9".into()), Channel::MobilePortal)
        );
        assert_eq!(
            seen("127.0.0.1", &["10.1.2.3", "203.0.113.9"]),
            (Some("203.0.113.9".into()), Channel::MobilePortal)
        );
    }

    #[test]
    fn a_trusted_proxy_is_believed_about_its_own_hop() {
        assert_eq!(
            seen("127.0.0.1", &["10.1.2.3"]),
            (Some("10.1.2.3".into()), Channel::Internal)
        );
        assert_eq!(
            seen("127.0.0.1", &["192.0.2.4, 10.9.0.8"]),
            (Some("192.0.2.4".into()), Channel::Vpn)
        );
    }

    #[test]
    fn a_proxy_that_does_not_say_whom_it_speaks_for_speaks_for_the_outside() {
        for forwarded in [
            &[][..],
            &["unknown"],
            &["10.1.2.3, unknown"],
            &["10.9.0.8"],
            &[""],
        ] {
            assert_eq!(
                seen("10.9.0.1", forwarded),
                (None, Channel::MobilePortal),
                "{forwarded:?}"
            );
        }
    }

    #[test]
    fn a_vpn_range_inside_the_internal_one_is_the_vpn_and_all_else_is_the_mobile_portal() {
        assert_eq!(seen("10.200.0.1", &[]).1, Channel::Vpn);
        assert_eq!(seen("192.0.2.1", &[]).1, Channel::Vpn);
        assert_eq!(seen("198.51.100.1", &[]).1, Channel::MobilePortal);
        assert_eq!(seen("::ffff:10.1.1.1", &[]).1, Channel::Internal);
    }
}
