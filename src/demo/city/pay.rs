//! What the city pays: one payslip per agent for each of the last twelve months.

use super::{Agent, Rank};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use guichet_core::leave::{Holiday, Region};
use rand::{Rng, rngs::StdRng};

/// The amounts of one payslip, in cents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payslip {
    /// Username.
    pub agent: String,
    /// First day of the month paid.
    pub month: NaiveDate,
    /// When it is paid, and the payslip dropped.
    pub paid_on: NaiveDate,
    /// Before contributions.
    pub gross: u64,
    /// Contributions withheld.
    pub withheld: u64,
    /// What arrives at the bank.
    pub net: u64,
}

/// The last twelve months paid up to `today`, oldest first.
pub(super) fn draw(draw: &mut StdRng, agents: &[Agent], today: NaiveDate) -> Vec<Payslip> {
    let paid = |month: &NaiveDate| payday(*month) <= today;
    let mut months: Vec<NaiveDate> = (0..)
        .map_while(|back| month_around(today, -back))
        .filter(paid)
        .take(12)
        .collect();
    months.reverse();
    let salaries: Vec<(&Agent, u64, u64)> = agents
        .iter()
        .map(|agent| {
            (
                agent,
                draw.random_range(range(agent.rank)),
                draw.random_range(190..230),
            )
        })
        .collect();
    let mut all = Vec::new();
    for month in months {
        for &(agent, base, per_mille) in &salaries {
            // A few hours more or less; nobody is paid to the same cent each month.
            let gross = base + draw.random_range(0..6_000);
            let withheld = gross * per_mille / 1000;
            let (agent, paid_on) = (agent.file.username.clone(), payday(month));
            all.push(Payslip {
                agent,
                month,
                paid_on,
                gross,
                withheld,
                net: gross - withheld,
            });
        }
    }
    all
}

/// The first day of the month so many months after that of `date`.
pub fn month_around(date: NaiveDate, offset: i32) -> Option<NaiveDate> {
    let (first, months) = (date.with_day(1)?, Months::new(offset.unsigned_abs()));
    if offset < 0 {
        first.checked_sub_months(months)
    } else {
        first.checked_add_months(months)
    }
}

/// The third last working day of a month, as public accountants pay.
pub fn payday(month: NaiveDate) -> NaiveDate {
    let next = month_around(month, 1).unwrap_or(month);
    let works = |date: &NaiveDate| {
        !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)
            && Holiday::on(*date, Region::Metropole).is_none()
    };
    let before = (1..).map_while(|back| next.checked_sub_days(Days::new(back)));
    before.filter(works).nth(2).unwrap_or(month)
}

fn range(rank: Rank) -> std::ops::Range<u64> {
    match rank {
        Rank::General => 720_000..740_000,
        Rank::Director => 520_000..610_000,
        Rank::Head => 290_000..350_000,
        Rank::Agent => 195_000..255_000,
    }
}
