//! The command line: what may be asked of `guichet`, and with which exit code it answers.

use clap::{Parser, Subcommand};
use guichet_core::kernel::{config::Settings, fault::Fault, words::Lang};
use std::path::PathBuf;
use std::process::ExitCode;

use crate::{chat, check, demo, import, leave, log, open, print, serve, stop::Stop, understand};

/// Guichet: the counter of a city's agents, as a Matrix bot and a web console.
#[derive(Parser)]
#[command(version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
    /// Configuration file; `config.example.toml` explains every key
    #[arg(long, global = true, value_name = "FILE", env = "GUICHET_CONFIG")]
    config: Option<PathBuf>,
    /// What is logged, as `info,guichet_bot=debug`
    #[arg(long, global = true, value_name = "FILTER", env = "GUICHET_LOG", default_value = log::USUAL)]
    log: String,
    /// Language of what is printed: `fr` or `en`
    #[arg(
        long,
        global = true,
        env = "LANG",
        default_value = "en",
        hide_env_values = true
    )]
    lang: String,
}

#[derive(Subcommand)]
enum Command {
    /// Run everything: the bot, the space, the console
    Serve,
    /// Bring the database up to date
    Migrate,
    /// Bring a file in
    Import {
        #[command(subcommand)]
        what: import::What,
    },
    /// Work out cases of leave: JSON objects in, one a line, JSON objects out; needs no configuration
    Leave {
        #[command(subcommand)]
        what: leave::What,
    },
    /// Understand messages: JSON objects `{"lang","text","ref_date"}` in, one a line, JSON objects out; needs no configuration
    Understand(understand::Options),
    /// Look whether the configuration works: database, mail, SMS, homeserver
    Check,
    /// Play with a fictional city and a homeserver of its own
    Demo(demo::Options),
    /// Talk to the bot of the demo, in the terminal
    Chat(chat::Options),
    /// Show the code that the authenticator app of one of the demo's staff would show
    Code(demo::CodeOptions),
}

/// Runs what the command line asks for. Exit codes: 0, done; 1, it failed; 2, the configuration has to change.
pub fn run() -> ExitCode {
    let cli = Cli::parse();
    // More than one TLS library could be meant: whoever needs one shall find this one. An error says that it is set.
    let _ = rustls::crypto::aws_lc_rs::default_provider().install_default();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(e) => return end(Err(Fault::outside("runtime", e))),
    };
    end(runtime.block_on(command(cli)))
}

async fn command(cli: Cli) -> Result<(), Fault> {
    let lang = if cli.lang.starts_with("fr") {
        Lang::Fr
    } else {
        Lang::En
    };
    let settings = || Settings::read(cli.config.as_deref(), Settings::environment());
    if let Command::Demo(options) = cli.command {
        return demo::run(&options, lang, &cli.log).await;
    }
    if let Command::Chat(options) = cli.command {
        return chat::run(&options, cli.config.as_deref(), lang, &cli.log).await;
    }
    if let Command::Leave { what } = cli.command {
        return leave::run(&what);
    }
    if let Command::Understand(options) = cli.command {
        return understand::run(&options);
    }
    log::to_terminal(&cli.log)?;
    match cli.command {
        Command::Serve => {
            let settings = settings()?;
            let doors = serve::doors(&settings, "name a free address").await?;
            let house = open::house(settings).await?;
            house.db.migrate().await?;
            serve::run(
                house,
                doors,
                Stop::on_signals()?,
                tokio::sync::oneshot::channel().0,
            )
            .await
        }
        Command::Migrate => open::house(settings()?).await?.db.migrate().await,
        Command::Import { what } => import::run(&what, settings()?, lang).await,
        Command::Check => check::run(settings()?, lang).await,
        Command::Code(options) => demo::code(&options),
        Command::Demo(_) | Command::Chat(_) | Command::Leave { .. } | Command::Understand(_) => Ok(()),
    }
}

fn end(result: Result<(), Fault>) -> ExitCode {
    let Err(fault) = result else {
        return ExitCode::SUCCESS;
    };
    print::error(&format!("guichet: {fault}"));
    if matches!(fault, Fault::Config { .. }) {
        ExitCode::from(2)
    } else {
        ExitCode::FAILURE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }
}
