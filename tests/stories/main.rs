//! The stories: screenplays in `tests/screenplays/`, played by the real desk on both databases; and the fences of the
//! house.

mod architecture;
mod house;
mod permissions;
mod screenplay;
mod words;
