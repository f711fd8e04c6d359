//! The text as received, made harmless: one form of each letter, nothing invisible, a bounded length.

use unicode_normalization::UnicodeNormalization;

/// What is looked at of one message, in bytes. People write less; the rest of a pasted file carries no request.
pub const LONGEST: usize = 4 * 1024;

/// The text in composed form, without control, zero-width and direction characters, cut to [`LONGEST`] bytes.
pub fn clean(text: &str) -> String {
    let mut clean = visible(text);
    if clean.len() > LONGEST {
        let end = (0..=LONGEST)
            .rev()
            .find(|&at| clean.is_char_boundary(at))
            .unwrap_or(0);
        clean.truncate(end);
    }
    clean
}

/// The same without the cut: the secret detector must see the whole message.
pub(super) fn visible(text: &str) -> String {
    text.chars().filter_map(shown).nfc().collect()
}

/// What stays of one character: itself, a space or line break in place of its like, or nothing.
fn shown(c: char) -> Option<char> {
    match c {
        '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some('\n'),
        '\t' => Some(' '),
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}' => {
            None
        }
        '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' => None,
        '\u{fff9}'..='\u{fffb}' | '\u{1f3fb}'..='\u{1f3ff}' | '\u{e0000}'..='\u{e0fff}' => None,
        c if c.is_control() => None,
        c if c.is_whitespace() => Some(' '),
        c => Some(c),
    }
}
