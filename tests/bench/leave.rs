//! Many people at once on the leave of a few, and the count of a year.

use anyhow::{Context, Result, ensure};
use guichet::demo::city;
use guichet::open;
use guichet_core::kernel::config::Settings;
use guichet_core::kernel::work::Work;
use guichet_core::leave::{self, Half, HalfDay, Pattern, Period, WorkCalendar};
use guichet_core::people;
use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

use crate::crowd::SEED;
use crate::history::{self, Applicant, YEAR};

/// So many people have leave that everybody works on.
const APPLICANTS: usize = 16;
/// Two processes, as far as the database can tell.
const HOUSES: usize = 2;

/// Plays `operations` of `clients` on a city that is filled already, checks their history, and prints it as JSON.
pub async fn crowd(settings: Settings, operations: usize, clients: usize) -> Result<()> {
    let mut houses = vec![];
    for _ in 0..HOUSES {
        houses.push(open::house(settings.clone()).await?);
    }
    let house = houses.first().context("no house")?;
    let mut work = Work::read(house).await?;
    let mut applicants = vec![];
    for agent in city::generate(SEED, house.today_at(house.clock.now())).agents {
        if applicants.len() < APPLICANTS
            && let Some(agent) = people::by_username(&mut work, &agent.file.username).await?
            && let Some(supervisor) = agent.supervisor.filter(|supervisor| *supervisor != agent.id)
            && let Some(supervisor) = people::find(&mut work, supervisor).await?
        {
            applicants.push(Applicant { agent, supervisor });
        }
    }
    drop(work);
    ensure!(applicants.len() == APPLICANTS, "the city is too small");
    history::entitle(house, &applicants).await?;
    let begun = Instant::now();
    let played = history::play(&houses, &applicants, clients, operations, 1871).await?;
    let took = begun.elapsed();
    let wrong = played.check(house, &applicants).await?;
    let told = serde_json::json!({
        "seconds": took.as_secs_f64(),
        "acknowledged": played.acknowledged(),
        "refused": played.refused,
        "wrong": wrong,
    });
    writeln!(std::io::stdout(), "{told}")?;
    for house in houses {
        house.db.close().await;
    }
    Ok(())
}

/// Prints how many nanoseconds each count of a whole year took.
pub fn count(settings: &Settings) -> Result<()> {
    let patterns = [
        "11 11 11 11 11 00 00",
        "11 11 10 11 11 00 00",
        "11 11 11 10 00 00 11",
    ];
    let half = |month, day, half| -> Result<HalfDay> {
        let date = chrono::NaiveDate::from_ymd_opt(YEAR, month, day).context("no such day")?;
        Ok(HalfDay { date, half })
    };
    let year = Period::new(half(1, 1, Half::Am)?, half(12, 31, Half::Pm)?)?;
    for pattern in patterns.iter().cycle().take(3_000) {
        let pattern: Pattern = pattern.parse()?;
        let calendar = WorkCalendar {
            region: settings.city.region,
            ..pattern.into()
        };
        let begun = Instant::now();
        black_box(leave::count(black_box(&calendar), black_box(&year)));
        writeln!(std::io::stdout(), "{}", begun.elapsed().as_nanos())?;
    }
    Ok(())
}
