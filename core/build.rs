//! Words and migrations are embedded at compile time: a change there must rebuild the crate.

fn main() {
    println!("cargo:rerun-if-changed=../words");
    println!("cargo:rerun-if-changed=../migrations");
    println!("cargo:rerun-if-changed=../config.example.toml");
}
