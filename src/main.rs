//! The `guichet` command.

use std::process::ExitCode;

/// Many small allocations on many threads (the Matrix SDK): the system's allocator gives less memory back.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    guichet::cli::run()
}
