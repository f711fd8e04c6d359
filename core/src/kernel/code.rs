//! One-time codes as people read and write them.

/// As it is read out: `1234 5678`, in two halves.
pub(crate) fn spaced(code: &str) -> String {
    let (left, right) = code.split_at_checked(code.len() / 2).unwrap_or((code, ""));
    format!("{left} {right}")
}

/// As it was sent, however it was spaced when it was copied.
pub(crate) fn copied(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_out_is_copied_back() {
        assert_eq!(spaced("12345678"), "1234 5678");
        for written in ["12345678", "1234 5678", " 12 34\u{a0}56 78\n"] {
            assert_eq!(copied(written), "12345678");
        }
    }
}
