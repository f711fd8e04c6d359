//! Who plays what in the story.

use crate::house::House;
use chrono::{Datelike, NaiveDate, Weekday};
use guichet::demo::city;
use guichet_core::kernel::words::Lang;
use guichet_core::kernel::work::Work;
use guichet_core::leave::{self, HalfDays, Holiday, Kind, Region};
use guichet_core::people;

const APPLICANTS_OF_EACH: usize = 3;
const VICTIMS: usize = 2;

/// Who plays what.
pub struct City {
    pub applicants: Vec<String>,
    pub head: String,
    pub victims: Vec<String>,
    /// Everybody's username and professional address.
    pub everybody: Vec<(String, String)>,
    /// Days of next year that never touch one another, as they are said.
    pub days: Vec<String>,
}

impl City {
    /// Casts the story, and gives the applicants leave enough for it.
    pub async fn of(house: &House) -> Self {
        let stored = house.stored().await;
        let mut work = Work::write(&stored).await.unwrap();
        work.act_as_operator();
        let (today, year) = (work.today(), work.today().year() + 1);
        let agents = city::generate(1789, today).agents;
        let of = |supervisor: &str| {
            let below = agents
                .iter()
                .filter(|a| a.file.supervisor.as_deref() == Some(supervisor));
            below
                .map(|a| a.file.username.clone())
                .take(APPLICANTS_OF_EACH)
                .collect::<Vec<_>>()
        };
        let head = agents
            .iter()
            .find(|a| a.rank == city::Rank::Head && a.role.is_none() && a.file.username != "claire.moreau");
        let head = head.unwrap().file.username.clone();
        let applicants = [of("claire.moreau"), of(&head)].concat();
        for applicant in &applicants {
            let agent = people::by_username(&mut work, applicant).await.unwrap().unwrap();
            leave::entitle(&mut work, agent.id, Kind::Annual, year, HalfDays::days(200))
                .await
                .unwrap();
        }
        work.save().await.unwrap();
        let victims = agents
            .iter()
            .rev()
            .filter(|a| a.rank == city::Rank::Agent && a.role.is_none());
        let victims = victims.map(|a| a.file.username.clone()).take(VICTIMS).collect();
        let is_good = |day: &NaiveDate| {
            matches!(day.weekday(), Weekday::Tue | Weekday::Thu)
                && Holiday::on(*day, Region::Metropole).is_none()
        };
        let first = NaiveDate::from_ymd_opt(year, 1, 4).unwrap();
        let days = first.iter_days().take(350).filter(is_good);
        let days = days.map(|day| {
            house
                .words
                .date(Lang::Fr, day)
                .replace(['\u{a0}', '\u{202f}'], " ")
        });
        let everybody = agents
            .iter()
            .map(|a| (a.file.username.clone(), a.file.email.clone()));
        stored.db.close().await;
        Self {
            applicants,
            head,
            victims,
            everybody: everybody.collect(),
            days: days.collect(),
        }
    }
}
