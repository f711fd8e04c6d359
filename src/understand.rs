//! `guichet understand`: what the bot makes of a message, for whoever wants to try it or measure it.

use clap::Args;
use guichet_bot::understand::exchange::{Score, answer};
use guichet_core::kernel::fault::Fault;
use std::io::BufRead;
use std::path::PathBuf;

use crate::print;

/// What is understood.
#[derive(Args)]
pub struct Options {
    /// Measure instead: a file of the same lines with `intent` and `slots`; prints accuracy, confusions and misses
    #[arg(long, value_name = "FILE")]
    score: Option<PathBuf>,
}

/// Answers each line of the input with one line, or measures a file. What is wrong with a line is its answer, and the
/// next is read.
pub fn run(options: &Options) -> Result<(), Fault> {
    let Some(path) = &options.score else {
        for line in std::io::stdin().lock().split(b'\n') {
            let line = line.map_err(|e| Fault::outside("input", e))?;
            if !line.trim_ascii().is_empty() {
                print::line(&answer(&line));
            }
        }
        return Ok(());
    };
    let file =
        std::fs::read(path).map_err(|e| Fault::outside("score", format!("{}: {e}", path.display())))?;
    let mut score = Score::default();
    for line in file
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.trim_ascii().is_empty())
    {
        score.add(line);
    }
    print::line(score.report().trim_end());
    Ok(())
}
