//! Time-based codes of an authenticator app (RFC 6238: SHA-1, 6 digits, 30 seconds), the form that every app reads.

use chrono::{DateTime, Utc};
use totp_rs::{Builder, Secret, Totp};

use crate::kernel::code::copied;

/// How many steps a clock may be off, either way.
const DRIFT: u16 = 1;

/// The secret of one app.
pub struct Seed([u8; 20]);

/// What the agent's app needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The address to be shown as a QR code.
    pub url: String,
    /// The same secret, to be typed where no camera is at hand, in groups of four.
    pub manual: String,
}

impl Seed {
    /// From 20 bytes of chance.
    pub fn new(bytes: [u8; 20]) -> Self {
        Self(bytes)
    }

    /// The bytes, to be sealed.
    pub fn as_bytes(&self) -> &[u8; 20] {
        &self.0
    }

    fn builder(&self) -> Builder {
        Builder::new()
            .with_secret(Secret::new_stack(self.0))
            .with_skew(DRIFT)
    }

    fn totp(&self) -> Option<Totp> {
        self.builder().build().ok()
    }

    /// The step that a code belongs to, if it is right now or within the drift. A step is accepted once: the caller
    /// keeps the last one and refuses what is not later.
    pub fn matched_step(&self, code: &str, at: DateTime<Utc>) -> Option<i64> {
        let code = copied(code);
        let step = self.totp()?.check(&code, u64::try_from(at.timestamp()).ok()?)?;
        i64::try_from(step).ok()
    }

    /// The code of a moment.
    pub fn code(&self, at: DateTime<Utc>) -> Option<String> {
        Some(
            self.totp()?
                .generate(u64::try_from(at.timestamp()).ok()?)
                .to_string(),
        )
    }

    /// What the app of `account` needs. Colons part issuer and account in the address, so they are taken out.
    pub fn setup(&self, issuer: &str, account: &str) -> Option<Setup> {
        let totp = self
            .builder()
            .with_issuer(Some(issuer.replace(':', " ")))
            .with_account_name(account.replace(':', " "))
            .build()
            .ok()?;
        let base32: Vec<char> = totp.secret().to_base32().chars().collect();
        let manual = base32
            .chunks(4)
            .map(|four| four.iter().collect::<String>())
            .collect::<Vec<_>>()
            .join(" ");
        Some(Setup {
            url: totp.to_url().ok()?,
            manual,
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B: the last six of its eight digits.
        let seed = Seed::new(*b"12345678901234567890");
        for (seconds, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(seed.code(at(seconds)).as_deref(), Some(code));
            assert_eq!(seed.matched_step(code, at(seconds)), Some(seconds / 30));
        }
    }

    #[test]
    fn a_clock_may_be_off_by_one_step_and_no_more() {
        let seed = Seed::new([9; 20]);
        let now = at(1_800_000_010);
        let code = seed.code(now).unwrap();
        let off = |steps: i64| seed.matched_step(&code, now + TimeDelta::seconds(30 * steps));
        assert_eq!(off(1), Some(60_000_000));
        assert_eq!(
            off(-1),
            Some(60_000_000),
            "the step is that of the code, not of the clock"
        );
        assert_eq!((off(2), off(-2)), (None, None));
    }

    #[test]
    fn spaces_are_as_people_type_them_and_anything_else_is_wrong() {
        let seed = Seed::new([9; 20]);
        let now = at(1_800_000_010);
        let code = seed.code(now).unwrap();
        let (left, right) = code.split_at(3);
        assert!(seed.matched_step(&format!(" {left} {right} "), now).is_some());
        for wrong in ["", "12345", "+12345", &code[1..], "abcdef", "１２３４５６"] {
            assert_eq!(seed.matched_step(wrong, now), None, "{wrong}");
        }
    }

    #[test]
    fn the_app_gets_an_address_and_a_key_to_type() {
        let setup = Seed::new([9; 20])
            .setup("Ville de Paris", "amina.diallo")
            .unwrap();
        assert!(
            setup
                .url
                .starts_with("otpauth://totp/Ville%20de%20Paris:amina.diallo?secret="),
            "{}",
            setup.url
        );
        assert_eq!(setup.manual.replace(' ', "").len(), 32);
        assert!(setup.url.contains(&setup.manual.replace(' ', "")));
    }
}
