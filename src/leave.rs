//! `guichet leave`: what the rules of leave give in a case, for whoever wants to check one.

use clap::Subcommand;
use guichet_core::kernel::{clock::Clock, fault::Fault};
use guichet_core::leave;
use std::io::BufRead;

use crate::print;

/// What is worked out.
#[derive(Subcommand)]
pub enum What {
    /// What a period of leave costs: `{"pattern_bits": "11 11 11 11 11 00 00", "start": "2026-05-04", "end": "2026-05-15"}`
    Count,
    /// What a rule gives: `{"rule": "annual_entitlement", "inputs": {"days_per_week": 5, "months_of_service": 9}}`
    Entitlement,
}

/// Answers each line of the input with one line. What is wrong with a line is its answer, and the next is read.
pub fn run(what: &What) -> Result<(), Fault> {
    let today = Clock::System.now().date_naive();
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(|e| Fault::outside("input", e))?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        print::line(&match what {
            What::Count => leave::count_case(&line),
            What::Entitlement => leave::entitlement_case(&line, today),
        });
    }
    Ok(())
}
