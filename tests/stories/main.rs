//! The stories: screenplays in `tests/screenplays/`, played by the real desk on both databases; and the fences of the
//! house.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

mod architecture;
mod command;
mod crowd;
mod dependencies;
mod document;
mod house;
mod leave_command;
mod pages;
mod permissions;
mod plight;
mod screenplay;
mod stored_forms;
mod transitions;
mod understand_command;
mod unreadable;
mod words;

/// Holds a printed table against the one that was accepted: what changed is a visible line in a diff.
fn same_as_before(name: &str, table: &str) {
    let path = format!("{}/tests/stories/{name}", env!("CARGO_MANIFEST_DIR"));
    let same = std::fs::read_to_string(&path).unwrap_or_default() == table;
    if !same {
        std::fs::write(format!("{path}.new"), table).unwrap();
    }
    assert!(
        same,
        "compare {path} with {path}.new, and accept it by renaming\n{table}"
    );
}
