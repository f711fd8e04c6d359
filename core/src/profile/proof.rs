//! A file that proves something (PR2): a PDF or a picture, known by its content. What the sender calls it is not kept.
//!
//! Nothing here decodes a picture or unpacks a stream: a file costs what it weighs, whatever it claims to hold.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};

use super::ChangeId;

id!(
    /// A proof.
    ProofId
);

/// What a proof is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// A document.
    Pdf,
    /// A photograph.
    Jpeg,
    /// A picture.
    Png,
}

impl Format {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Jpeg => "jpeg",
            Self::Png => "png",
        }
    }

    /// What a browser is told that it is.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
        }
    }

    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Pdf => &["pdf"],
            Self::Jpeg => &["jpg", "jpeg"],
            Self::Png => &["png"],
        }
    }
}

impl FromStr for Format {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Pdf, Self::Jpeg, Self::Png]
            .into_iter()
            .find(|format| format.as_str() == text)
            .ok_or_else(|| format!("no format is called {text}"))
    }
}

/// A proof that was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Its id, which names its sealed file.
    pub id: ProofId,
    /// What it proves.
    pub change: ChangeId,
    /// What it is.
    pub format: Format,
    /// Bytes.
    pub size: i64,
    /// When it came.
    pub received_at: DateTime<Utc>,
}

/// A file as it was sent.
#[derive(Clone)]
pub struct Upload {
    /// What the sender calls it.
    pub name: String,
    /// What it holds.
    pub bytes: Vec<u8>,
}

// The content is nobody's to print.
impl fmt::Debug for Upload {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Upload({} bytes)", self.bytes.len())
    }
}

/// Why a file is no proof.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadProof {
    /// There is none, or nothing in it.
    #[error("no content")]
    Empty,
    /// It is too large.
    #[error("too large")]
    TooLarge,
    /// It is neither a PDF nor a JPEG nor a PNG.
    #[error("another format")]
    Format,
    /// Its name says that it is something else, or leads somewhere.
    #[error("a name that does not fit")]
    Name,
    /// It is cut short or damaged.
    #[error("cut short or damaged")]
    Broken,
    /// It is something else at the same time, or holds something that runs.
    #[error("holds something else")]
    Hidden,
    /// It opens with a password only.
    #[error("encrypted")]
    Encrypted,
    /// It claims more pixels than a page needs.
    #[error("too many pixels")]
    Pixels,
}

impl BadProof {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Empty,
        Self::TooLarge,
        Self::Format,
        Self::Name,
        Self::Broken,
        Self::Hidden,
        Self::Encrypted,
        Self::Pixels,
    ];

    /// The word key of what is wrong.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "profile-proof-empty",
            Self::TooLarge => "profile-proof-too-large",
            Self::Format => "profile-proof-format",
            Self::Name => "profile-proof-name",
            Self::Broken => "profile-proof-broken",
            Self::Hidden => "profile-proof-hidden",
            Self::Encrypted => "profile-proof-encrypted",
            Self::Pixels => "profile-proof-pixels",
        }
    }
}

/// What a file may be at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes.
    pub bytes: usize,
    /// Pixels of a picture.
    pub pixels: usize,
}

/// What a page of another kind, or a program, begins with or holds: nothing of it belongs into a scan.
const FOREIGN: [&[u8]; 5] = [b"<script", b"<html", b"<!doctype", b"<svg", b"<?php"];
/// What a PDF runs, opens or carries beside its pages.
const ACTIVE: [&[u8]; 4] = [b"/JavaScript", b"/Launch", b"/EmbeddedFile", b"/RichMedia"];

/// What a file is, and how many of its bytes are that: what stands behind the end of a picture is left out. Or why it is no
/// proof.
pub fn examine(upload: &Upload, limits: Limits) -> Result<(Format, usize), BadProof> {
    let bytes = upload.bytes.as_slice();
    if bytes.is_empty() {
        return Err(BadProof::Empty);
    }
    if bytes.len() > limits.bytes {
        return Err(BadProof::TooLarge);
    }
    let format = if bytes.starts_with(b"%PDF-") {
        Format::Pdf
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        Format::Jpeg
    } else if bytes.starts_with(PNG) {
        Format::Png
    } else {
        return Err(BadProof::Format);
    };
    if !is_named_like(&upload.name, format) {
        return Err(BadProof::Name);
    }
    if FOREIGN.iter().any(|foreign| holds(bytes, foreign)) {
        return Err(BadProof::Hidden);
    }
    let kept = match format {
        Format::Pdf => pdf(bytes)?,
        Format::Jpeg => jpeg(bytes).ok_or(BadProof::Broken)?,
        Format::Png => png(bytes).ok_or(BadProof::Broken)?,
    };
    if format != Format::Pdf {
        if holds(bytes, b"%PDF-") || holds(bytes.get(kept..).unwrap_or_default(), b"PK\x03\x04") {
            return Err(BadProof::Hidden);
        }
        let size = imagesize::blob_size(bytes).map_err(|_| BadProof::Broken)?;
        let pixels = size.width.checked_mul(size.height).ok_or(BadProof::Pixels)?;
        match pixels {
            0 => return Err(BadProof::Broken),
            pixels if pixels > limits.pixels => return Err(BadProof::Pixels),
            _ => {}
        }
    }
    Ok((format, kept))
}

/// A plain name whose ending, if it has one, is that of the format. It is looked at and forgotten.
fn is_named_like(name: &str, format: Format) -> bool {
    let leads = name.contains(['/', '\\', ':']) || name.contains("..") || name.chars().any(char::is_control);
    let fits = match name.rsplit_once('.') {
        Some((_, ending)) => format
            .endings()
            .contains(&ending.trim().to_ascii_lowercase().as_str()),
        None => true,
    };
    !leads && fits
}

/// Begins as a PDF, ends as one and nowhere else, and finds its own table of contents.
fn pdf(bytes: &[u8]) -> Result<usize, BadProof> {
    let broken = BadProof::Broken;
    let end = last(bytes, b"%%EOF").ok_or(broken)? + 5;
    let tail = bytes.get(end..).unwrap_or_default();
    if !tail.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(BadProof::Hidden);
    }
    let table = last(bytes, b"startxref").ok_or(broken)?;
    let number: String = bytes
        .get(table + 9..end)
        .unwrap_or_default()
        .iter()
        .map(|byte| char::from(*byte))
        .skip_while(char::is_ascii_whitespace)
        .take_while(char::is_ascii_digit)
        .collect();
    let at: usize = number.parse().map_err(|_| broken)?;
    let found = bytes.get(at..).unwrap_or_default().trim_ascii_start();
    if !found.starts_with(b"xref") && !found.first().is_some_and(u8::is_ascii_digit) {
        return Err(broken);
    }
    let plain = unescaped(bytes);
    if ACTIVE.iter().any(|active| holds(&plain, active)) {
        return Err(BadProof::Hidden);
    }
    if holds(&plain, b"/Encrypt") {
        return Err(BadProof::Encrypted);
    }
    Ok(end)
}

/// With the names of a PDF as they are meant: `/J#61vaScript` is `/JavaScript`.
fn unescaped(bytes: &[u8]) -> Vec<u8> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let escaped = if *byte == b'#' {
            digit(at + 1).zip(digit(at + 2))
        } else {
            None
        };
        match escaped.and_then(|(high, low)| u8::try_from(high * 16 + low).ok()) {
            Some(meant) => {
                plain.push(meant);
                at += 3;
            }
            None => {
                plain.push(*byte);
                at += 1;
            }
        }
    }
    plain
}

/// Where a JPEG ends: its segments one by one, and the picture itself up to its end mark. `None`: it does not.
fn jpeg(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut pictured) = (2, false);
    loop {
        while *bytes.get(at)? == 0xff && *bytes.get(at + 1)? == 0xff {
            at += 1;
        }
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let mark = *bytes.get(at + 1)?;
        at += 2;
        match mark {
            0xd9 => return pictured.then_some(at),
            0x01 | 0xd0..=0xd7 => {}
            0x00 | 0xd8 => return None,
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at)?, *bytes.get(at + 1)?]));
                at += Some(length).filter(|length| *length >= 2)?;
            }
        }
        if mark == 0xda {
            pictured = true;
            // Within the picture a 0xff is followed by a zero or a restart mark; anything else ends it.
            while *bytes.get(at)? != 0xff || matches!(*bytes.get(at + 1)?, 0x00 | 0xd0..=0xd7 | 0xff) {
                at += 1;
            }
        }
    }
}

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";

/// Where a PNG ends: its chunks one by one, from head to end. `None`: it does not.
fn png(bytes: &[u8]) -> Option<usize> {
    let (mut at, mut pictured) = (PNG.len(), false);
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?);
        let name = bytes.get(at + 4..at + 8)?;
        if (at == PNG.len()) != (name == b"IHDR") || !name.iter().all(u8::is_ascii_alphabetic) {
            return None;
        }
        let next = at.checked_add(12)?.checked_add(usize::try_from(length).ok()?)?;
        bytes.get(..next)?;
        pictured |= name == b"IDAT";
        at = next;
        if name == b"IEND" {
            return pictured.then_some(at);
        }
    }
}

/// True when the words are in there, whatever their letter case.
fn holds(bytes: &[u8], words: &[u8]) -> bool {
    let first = words.first().copied().unwrap_or_default();
    bytes.iter().enumerate().any(|(at, byte)| {
        let here = || bytes.get(at..at + words.len());
        byte.eq_ignore_ascii_case(&first) && here().is_some_and(|here| here.eq_ignore_ascii_case(words))
    })
}

fn last(bytes: &[u8], words: &[u8]) -> Option<usize> {
    bytes.windows(words.len()).rposition(|window| window == words)
}

#[cfg(test)]
#[path = "proof_tests.rs"]
mod tests;
