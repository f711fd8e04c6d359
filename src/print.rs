//! What the commands print. A reader that went away (`guichet check | head`) is no reason to fail.

use std::io::{IsTerminal, Write};

/// A line for the person at the terminal.
pub fn line(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A line that the next one replaces; nothing where there is no terminal to replace it on.
pub fn passing(text: &str) {
    let mut out = std::io::stdout();
    if out.is_terminal() {
        let _ = write!(out, "\r\x1b[2K{text}").and_then(|()| out.flush());
    }
}

/// A line on what went wrong.
pub fn error(text: &str) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
