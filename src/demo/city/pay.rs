//! What the city pays: one payslip per agent for each of the last twelve months.

use super::{Agent, Rank};
use chrono::{Datelike, Months, NaiveDate};
use rand::{Rng, rngs::StdRng};

/// The amounts of one payslip, in cents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payslip {
    /// Username.
    pub agent: String,
    /// First day of the month paid.
    pub month: NaiveDate,
    /// Before contributions.
    pub gross: u64,
    /// Contributions withheld.
    pub withheld: u64,
    /// What arrives at the bank.
    pub net: u64,
}

/// The last twelve complete months before `today`.
pub(super) fn draw(draw: &mut StdRng, agents: &[Agent], today: NaiveDate) -> Vec<Payslip> {
    let mut all = Vec::new();
    let this_month = today.with_day(1).unwrap_or(today);
    for agent in agents {
        let base = draw.random_range(range(agent.rank));
        let per_mille = draw.random_range(190..230);
        for back in (1..=12).rev() {
            let Some(month) = this_month.checked_sub_months(Months::new(back)) else {
                continue;
            };
            // A few hours more or less; nobody is paid to the same cent each month.
            let gross = base + draw.random_range(0..6_000);
            let withheld = gross * per_mille / 1000;
            all.push(Payslip {
                agent: agent.file.username.clone(),
                month,
                gross,
                withheld,
                net: gross - withheld,
            });
        }
    }
    all
}

fn range(rank: Rank) -> std::ops::Range<u64> {
    match rank {
        Rank::General => 720_000..740_000,
        Rank::Director => 520_000..610_000,
        Rank::Head => 290_000..350_000,
        Rank::Agent => 195_000..255_000,
    }
}
