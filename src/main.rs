//! The `guichet` command: composition root, one file per command.

fn main() {}
