//! The stories: screenplays in `tests/screenplays/`, played by the real desk on both databases; and the fences of the
//! house.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests fail loudly")]

mod architecture;
mod house;
mod permissions;
mod screenplay;
mod unreadable;
mod words;
