//! The log: for people on a terminal, one JSON object a line elsewhere. No personal data is logged, by us or by those
//! we use: the Matrix SDK and the database drivers speak only when something is wrong.

use guichet_core::kernel::fault::Fault;
use std::io::IsTerminal;
use std::path::Path;
use std::sync::Arc;
use tracing_subscriber::EnvFilter;

/// What is logged unless somebody asks for more.
/// The SDK's HTTP client calls each 404 an error, and asks for things to see whether they exist.
pub const USUAL: &str = "info,matrix_sdk=error,matrix_sdk::http_client=off,matrix_sdk_base=error,matrix_sdk_crypto=error,sqlx=warn";

/// Logs to the standard error output.
pub fn to_terminal(filter: &str) -> Result<(), Fault> {
    let log = tracing_subscriber::fmt()
        .with_env_filter(read(filter)?)
        .with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        log.init()
    } else {
        log.json().init()
    }
    Ok(())
}

/// Logs to a file, where the terminal is for something else.
pub fn to_file(filter: &str, path: &Path) -> Result<(), Fault> {
    let file = std::fs::File::options().create(true).append(true).open(path);
    let file = file.map_err(|e| Fault::outside("log", format!("{}: {e}", path.display())))?;
    tracing_subscriber::fmt()
        .with_env_filter(read(filter)?)
        .with_ansi(false)
        .with_writer(Arc::new(file))
        .init();
    Ok(())
}

fn read(filter: &str) -> Result<EnvFilter, Fault> {
    let remedy = |e| {
        Fault::config(
            "--log",
            filter,
            format!("{e}: write levels such as `info,guichet_bot=debug`"),
        )
    };
    EnvFilter::try_new(filter).map_err(remedy)
}
