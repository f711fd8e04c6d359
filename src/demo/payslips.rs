//! The city's payslips, dropped and imported month by month on their paydays.

use chrono::{NaiveDate, NaiveTime};
use guichet_core::kernel::{
    clock::Clock,
    fault::Fault,
    house::House,
    line::Value,
    words::{Lang, Words},
    work::Work,
};
use guichet_core::payslip::{self, Month, Verdict};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::city::{Agent, City, Payslip, month_around, payday};
use super::folder::{private_dir, wrong};
use super::pdf::{self, Sheet};

/// Drops every payslip below `folder` and imports it as of its payday; then writes the next paydays.
pub async fn load(house: &Arc<House>, city: &City, folder: &Path) -> Result<(), Fault> {
    let agents: BTreeMap<&str, &Agent> = city
        .agents
        .iter()
        .map(|agent| (agent.file.username.as_str(), agent))
        .collect();
    let months: BTreeSet<NaiveDate> = city.payslips.iter().map(|slip| slip.month).collect();
    for month in &months {
        let place = folder.join(month.format("%Y-%m").to_string());
        private_dir(&place)?;
        let mut manifest = "file;number;month\n".to_owned();
        for slip in city.payslips.iter().filter(|slip| slip.month == *month) {
            let Some(agent) = agents.get(slip.agent.as_str()) else {
                continue;
            };
            let name = format!("{}.pdf", agent.file.number);
            let path = place.join(&name);
            let house_name = &house.settings.city.name;
            fs::write(&path, pdf::write(&sheet(&house.words, house_name, agent, slip)))
                .map_err(|e| wrong(&path, e))?;
            manifest.push_str(&format!(
                "{name};{};{}\n",
                agent.file.number,
                month.format("%Y-%m")
            ));
        }
        fs::write(place.join("manifest.csv"), manifest).map_err(|e| wrong(&place, e))?;
        import(house, *month, &place).await?;
    }
    calendar(house, months.first().copied()).await
}

async fn import(house: &Arc<House>, month: NaiveDate, place: &Path) -> Result<(), Fault> {
    let morning = payday(month).and_time(NaiveTime::MIN).and_utc() + chrono::Duration::hours(8);
    let on_that_day = House::new(
        house.db.clone(),
        Clock::frozen(morning),
        house.chance.clone(),
        house.keys.clone(),
        house.settings.clone(),
        house.words.clone(),
    );
    let report = payslip::import(&Arc::new(on_that_day), place)
        .await
        .map_err(odd)?;
    match report.rows.iter().find(|row| row.verdict != Verdict::Matched) {
        Some(row) => Err(odd(format!("{}: {:?}", row.file, row.verdict))),
        None => Ok(()),
    }
}

/// Paydays of the months paid, and of the two to come.
async fn calendar(house: &Arc<House>, first: Option<NaiveDate>) -> Result<(), Fault> {
    let mut work = Work::write(house).await?;
    work.act_as_operator();
    let last = month_around(work.today(), 2);
    let mut month = first;
    while let Some(date) = month.filter(|month| Some(*month) <= last) {
        payslip::expect(&mut work, Month::of(date), payday(date))
            .await
            .map_err(odd)?;
        month = month_around(date, 1);
    }
    work.save().await
}

fn sheet(words: &Words, city: &str, agent: &Agent, slip: &Payslip) -> Sheet {
    let say = |key: &str| words.say(Lang::Fr, &format!("demo-payslip-{key}"), &vec![]);
    let row = |key: &str, value: String| (say(key), value);
    let title = words.say(
        Lang::Fr,
        "demo-payslip-title",
        &vec![("month".into(), Value::Month(slip.month))],
    );
    let name = format!("{} {}", agent.file.given_name, agent.file.family_name);
    Sheet {
        title,
        rows: vec![
            row("employer", city.to_owned()),
            row("agent", name),
            row("number", agent.file.number.clone()),
            row("paid-on", slip.paid_on.format("%d/%m/%Y").to_string()),
            (String::new(), String::new()),
            row("gross", euros(slip.gross)),
            row("withheld", euros(slip.withheld)),
            row("net", euros(slip.net)),
            (String::new(), String::new()),
            row("fiction", String::new()),
        ],
    }
}

/// `1 834,20 €`
fn euros(cents: u64) -> String {
    let (whole, rest) = (cents / 100, cents % 100);
    let whole = match whole / 1000 {
        0 => whole.to_string(),
        thousands => format!("{thousands}\u{a0}{:03}", whole % 1000),
    };
    format!("{whole},{rest:02}\u{a0}€")
}

fn odd(why: impl std::fmt::Display) -> Fault {
    Fault::outside("the demo's payslips", why)
}

#[cfg(test)]
mod tests {
    use super::euros;

    #[test]
    fn amounts_are_written_as_in_french() {
        assert_eq!(euros(183_420), "1\u{a0}834,20\u{a0}€");
        assert_eq!(euros(100_005), "1\u{a0}000,05\u{a0}€");
        assert_eq!(euros(99_999), "999,99\u{a0}€");
    }
}
