//! Chat addresses, judged letter by letter: which one may be linked at all.

/// Why an address can't be linked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It is not written `@name:server`.
    #[error("not a chat address")]
    Malformed,
    /// A character that no ordinary address has, and that may look like one that it has.
    #[error("{0:?} is not a letter of chat addresses")]
    LookAlike(char),
    /// It belongs to a homeserver whose people can't be linked.
    #[error("{0} is not one of the city's homeservers")]
    OtherServer(String),
}

/// The longest address (Matrix specification, user identifiers), in bytes.
const LONGEST: usize = 255;

/// The address as it is compared and stored, if its homeserver is one of `servers`, by exact name.
pub fn judge<S: AsRef<str>>(text: &str, servers: &[S]) -> Result<String, BadAddress> {
    let text = text.trim();
    let (name, server) = text
        .strip_prefix('@')
        .and_then(|rest| rest.split_once(':'))
        .ok_or(BadAddress::Malformed)?;
    // A capital letter is no letter of today's addresses either: `I` passes for `l`.
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "._=/+-".contains(c);
    if let Some(odd) = name.chars().find(|c| !plain(*c)) {
        return Err(if odd.is_whitespace() || odd == '@' {
            BadAddress::Malformed
        } else {
            BadAddress::LookAlike(odd)
        });
    }
    if let Some(odd) = server.chars().find(|c| !c.is_ascii() || c.is_control()) {
        return Err(BadAddress::LookAlike(odd));
    }
    if name.is_empty() || server.is_empty() || text.len() > LONGEST {
        return Err(BadAddress::Malformed);
    }
    if !servers.iter().any(|known| known.as_ref() == server) {
        return Err(BadAddress::OtherServer(server.chars().take(100).collect()));
    }
    Ok(text.to_owned())
}

/// `first.last` out of `@first.last:SERVER`, letter by letter: no look-alike, no other server.
pub(super) fn trusted_name<'a>(address: &'a str, server: &str) -> Option<&'a str> {
    let (name, at) = address.strip_prefix('@')?.split_once(':')?;
    let plain = name
        .bytes()
        .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-');
    (!server.is_empty() && at == server && plain && name.contains('.')).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_exact_server_and_plain_names_are_trusted() {
        assert_eq!(
            trusted_name("@amina.diallo:localhost", "localhost"),
            Some("amina.diallo")
        );
        for address in [
            "@amina.diallo:evil.example",
            "@amina.diallo:localhost.evil.example",
            "@amina.diallo:localhost:8448",
            "@amіna.diallo:localhost", // a Cyrillic i
            "@AMINA.diallo:localhost",
            "@amina:localhost",
            "amina.diallo:localhost",
            "@amina.diallo",
        ] {
            assert_eq!(trusted_name(address, "localhost"), None, "{address}");
        }
        assert_eq!(trusted_name("@amina.diallo:", ""), None);
    }

    #[test]
    fn attack_13_an_address_is_read_one_way_only() {
        let servers = ["paris.example"];
        for (address, why) in [
            ("@me@evil.example@paris.example", BadAddress::Malformed),
            (
                "@me:evil.example:paris.example",
                BadAddress::OtherServer("evil.example:paris.example".into()),
            ),
            (
                "@me:paris.example:8448",
                BadAddress::OtherServer("paris.example:8448".into()),
            ),
            (
                "@me:paris.example.evil.example",
                BadAddress::OtherServer("paris.example.evil.example".into()),
            ),
            (
                "@me:evil.example?paris.example",
                BadAddress::OtherServer("evil.example?paris.example".into()),
            ),
            (
                "@me:PARIS.example",
                BadAddress::OtherServer("PARIS.example".into()),
            ),
            (
                "@\"me:evil.example\":paris.example",
                BadAddress::LookAlike('\u{22}'),
            ),
            ("@mе:paris.example", BadAddress::LookAlike('е')), // a Cyrillic e
            ("@ｍe:paris.example", BadAddress::LookAlike('ｍ')),
            ("@me\u{200b}:paris.example", BadAddress::LookAlike('\u{200b}')),
            ("@Me:paris.example", BadAddress::LookAlike('M')),
            ("@me:pаris.example", BadAddress::LookAlike('а')), // a Cyrillic a
            (
                "@me:xn--pris-8cd.example",
                BadAddress::OtherServer("xn--pris-8cd.example".into()),
            ),
            ("@me:paris.example\n", BadAddress::Malformed),
            ("@m e:paris.example", BadAddress::Malformed),
            ("@:paris.example", BadAddress::Malformed),
            ("me:paris.example", BadAddress::Malformed),
            ("#me:paris.example", BadAddress::Malformed),
            ("@me", BadAddress::Malformed),
            ("", BadAddress::Malformed),
        ] {
            let judged = judge(address, &servers);
            // A line break at the end is a slip of the clipboard.
            if address.ends_with('\n') {
                assert_eq!(judged.as_deref(), Ok("@me:paris.example"));
            } else {
                assert_eq!(judged, Err(why), "{address}");
            }
        }
        assert_eq!(
            judge(&format!("@{}:paris.example", "a".repeat(300)), &servers),
            Err(BadAddress::Malformed)
        );
        // The honest twins.
        for address in [
            "@me:paris.example",
            " @first.last-2:paris.example ",
            "@a/b=c+d_e:paris.example",
        ] {
            assert_eq!(judge(address, &servers).as_deref(), Ok(address.trim()));
        }
        assert_eq!(
            judge::<&str>("@me:paris.example", &[]),
            Err(BadAddress::OtherServer("paris.example".into()))
        );
    }
}
