//! Secrets in memory, and the key that seals what is stored.

use chacha20poly1305::{ChaCha20Poly1305, KeyInit, Nonce, aead::Aead, aead::Payload};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::chance::Chance;
use super::fault::Fault;

/// A password, code or token in clear. It is wiped on drop, prints as `***`, and has neither `Serialize` nor `Clone`:
/// a secret in a stored conversation does not compile.
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes over a secret.
    pub fn new(clear: String) -> Self {
        Self(Zeroizing::new(clear))
    }

    /// The secret itself, for the one who must use it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("***")
    }
}

impl From<String> for Secret {
    fn from(clear: String) -> Self {
        Self::new(clear)
    }
}

impl<'de> serde::Deserialize<'de> for Secret {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from).map(Self::new)
    }
}

/// The house's master key. Each purpose uses a key of its own derived from it, so that a tag made for one use is
/// worthless for another.
#[derive(Clone)]
pub struct Keys(Zeroizing<[u8; 32]>);

impl Keys {
    /// From the 32 bytes of the key file.
    pub fn new(master: [u8; 32]) -> Self {
        Self(Zeroizing::new(master))
    }

    /// Reads 64 hexadecimal digits; `None` when it is anything else.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let hex = hex.trim();
        if hex.len() != 64 || !hex.is_ascii() {
            return None;
        }
        let mut master = [0; 32];
        for (byte, at) in master.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(hex.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self::new(master))
    }

    /// A keyed hash of `bytes` for `purpose`: what is stored instead of a token, and what signs a cookie.
    pub fn tag(&self, purpose: &str, bytes: &[u8]) -> [u8; 32] {
        mac(&mac(&self.0[..], purpose.as_bytes()), bytes).into()
    }

    /// True when `tag` is the tag of `bytes`; takes the same time whether or not it is.
    pub fn is_tag(&self, purpose: &str, bytes: &[u8], tag: &[u8]) -> bool {
        use subtle::ConstantTimeEq;
        self.tag(purpose, bytes).ct_eq(tag).into()
    }

    /// Encrypts `clear` for `purpose`. The result carries its own nonce.
    pub fn seal(&self, chance: &Chance, purpose: &str, clear: &[u8]) -> Result<Vec<u8>, Fault> {
        let nonce = chance.bytes::<12>()?;
        let message = Payload {
            msg: clear,
            aad: purpose.as_bytes(),
        };
        let sealed = self
            .cipher(purpose)
            .encrypt(Nonce::from_slice(&nonce), message)
            .map_err(|e| Fault::outside("sealing", e))?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Decrypts what [`Keys::seal`] made for the same purpose with the same key.
    pub fn open(&self, purpose: &str, sealed: &[u8]) -> Result<Vec<u8>, Fault> {
        let (nonce, body) = sealed
            .split_at_checked(12)
            .ok_or_else(|| Fault::unreadable(purpose))?;
        self.cipher(purpose)
            .decrypt(
                Nonce::from_slice(nonce),
                Payload {
                    msg: body,
                    aad: purpose.as_bytes(),
                },
            )
            .map_err(|_| Fault::unreadable(purpose))
    }

    fn cipher(&self, purpose: &str) -> ChaCha20Poly1305 {
        ChaCha20Poly1305::new(&mac(&self.0[..], format!("seal {purpose}").as_bytes()))
    }
}

fn mac(key: &[u8], bytes: &[u8]) -> chacha20poly1305::Key {
    #[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(bytes);
    mac.finalize().into_bytes()
}

const URL_SAFE: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base64 for addresses (RFC 4648 §5, without padding).
pub fn url_safe(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word =
            chunk.iter().fold(0u32, |word, byte| word << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for place in 0..=chunk.len() {
            let index = (word >> (18 - 6 * place) & 63) as usize;
            text.extend(URL_SAFE.get(index).map(|c| char::from(*c)));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::new([7; 32])
    }

    #[test]
    fn what_is_sealed_opens_again_and_only_for_its_purpose() {
        let sealed = keys().seal(&Chance::seeded(1), "inbox", b"solde").unwrap();
        assert_eq!(keys().open("inbox", &sealed).unwrap(), b"solde");
        assert!(keys().open("outbox", &sealed).is_err());
        assert!(keys().open("inbox", &sealed[..5]).is_err());
        assert!(Keys::new([8; 32]).open("inbox", &sealed).is_err());
    }

    #[test]
    fn a_tag_is_bound_to_its_purpose() {
        let tag = keys().tag("session", b"abc");
        assert!(keys().is_tag("session", b"abc", &tag));
        assert!(!keys().is_tag("device", b"abc", &tag));
        assert!(!keys().is_tag("session", b"abd", &tag));
    }

    #[test]
    fn a_secret_does_not_print() {
        assert_eq!(format!("{:?}", Secret::new("Printemps-2026!".into())), "***");
    }

    #[test]
    fn url_safe_text_is_the_standard_one() {
        assert_eq!(url_safe(b""), "");
        assert_eq!(url_safe(b"f"), "Zg");
        assert_eq!(url_safe(b"fo"), "Zm8");
        assert_eq!(url_safe(b"foobar"), "Zm9vYmFy");
        assert_eq!(url_safe(&[0xfb, 0xff]), "-_8");
    }

    #[test]
    fn a_key_file_is_64_hexadecimal_digits() {
        assert!(Keys::from_hex(&"0a".repeat(32)).is_some());
        assert!(Keys::from_hex("0a").is_none());
        assert!(Keys::from_hex(&"zz".repeat(32)).is_none());
    }
}
