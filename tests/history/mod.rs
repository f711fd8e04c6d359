//! Many people at once on the leave of a few: what each of them was told, and whether it can all be true together.
//!
//! Whoever was told "asked" holds these days from that moment until somebody begins what ends it. Between the two there is no
//! doubt, whatever the others are doing meanwhile: on that the checks rest, and they need no order of commits.

mod check;

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use anyhow::Result;
use guichet_core::kernel::actor::Door;
use guichet_core::kernel::house::House;
use guichet_core::kernel::work::Work;
use guichet_core::leave::{self, Half, HalfDay, HalfDays, Kind, Period, Verdict, Wish};
use guichet_core::people::{self, Agent};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// Somebody whose leave everybody works on, and who decides on it.
#[derive(Clone)]
pub struct Applicant {
    pub agent: Agent,
    pub supervisor: Agent,
}

/// What somebody was told had been done.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
    Asked(Kind, Period, HalfDays),
    Validated,
    Refused,
    Withdrawn,
    Undone,
}

/// When it was begun, and when they were told.
#[derive(Clone, Copy, Debug)]
struct Told {
    applicant: usize,
    number: i64,
    deed: Deed,
    began: Instant,
    ended: Instant,
}

/// What all of them were told.
#[derive(Default)]
pub struct History {
    told: Vec<Told>,
    /// How often something was refused, by why.
    pub refused: BTreeMap<&'static str, usize>,
    /// What went wrong, and must not.
    faults: Vec<String>,
}

/// In which year all of it takes place: it is over for nobody, and starts before nobody has asked.
pub const YEAR: i32 = 2027;
/// What everybody has of each kind.
const ENTITLED: [(Kind, HalfDays); 2] = [(Kind::Annual, HalfDays::days(12)), (Kind::Rtt, HalfDays::days(4))];
/// How many of an applicant's latest requests are worked on.
const LATEST: usize = 8;

/// The numbers of each applicant's requests, as far as anybody knows.
type Numbers = Arc<Vec<Mutex<Vec<i64>>>>;

/// States what everybody has.
pub async fn entitle(house: &Arc<House>, applicants: &[Applicant]) -> Result<()> {
    let mut work = Work::write(house).await?;
    work.act_as_operator();
    for applicant in applicants {
        for (kind, half_days) in ENTITLED {
            leave::entitle(&mut work, applicant.agent.id, kind, YEAR, half_days).await?;
        }
    }
    Ok(work.save().await?)
}

/// Lets `clients` do `operations` in all, at once, over all `houses` in turn.
pub async fn play(
    houses: &[Arc<House>],
    applicants: &[Applicant],
    clients: usize,
    operations: usize,
    seed: u64,
) -> Result<History> {
    let numbers: Numbers = Arc::new(applicants.iter().map(|_| Mutex::default()).collect());
    let mut tasks = tokio::task::JoinSet::new();
    for (client, house) in (0..clients).zip(houses.iter().cycle()) {
        let (house, applicants, numbers) = (house.clone(), applicants.to_vec(), numbers.clone());
        let mut chance = StdRng::seed_from_u64(seed + u64::try_from(client)?);
        let share = operations / clients + usize::from(client < operations % clients);
        tasks.spawn(async move {
            let mut history = History::default();
            for _ in 0..share {
                act(&house, &applicants, &numbers, &mut chance, &mut history).await;
            }
            history
        });
    }
    let mut all = History::default();
    while let Some(one) = tasks.join_next().await {
        let one = one?;
        all.told.extend(one.told);
        all.faults.extend(one.faults);
        for (why, count) in one.refused {
            *all.refused.entry(why).or_default() += count;
        }
    }
    Ok(all)
}

/// One thing that somebody does, drawn at random.
async fn act(
    house: &Arc<House>,
    applicants: &[Applicant],
    numbers: &Numbers,
    chance: &mut StdRng,
    history: &mut History,
) {
    let at = chance.random_range(0..applicants.len());
    let (Some(applicant), Some(known)) = (applicants.get(at), numbers.get(at)) else {
        return;
    };
    let number = {
        let known = known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let from = known.len().saturating_sub(LATEST);
        known
            .get(from..)
            .filter(|latest| !latest.is_empty())
            .map(|latest| {
                let index = chance.random_range(0..latest.len());
                latest.get(index).copied().unwrap_or_default()
            })
    };
    let began = Instant::now();
    let done = match (number, chance.random_range(0..100)) {
        (None, _) | (_, 0..40) => ask(house, &applicant.agent, chance).await,
        (Some(number), 40..60) => decide(house, &applicant.supervisor, number, Deed::Validated).await,
        (Some(number), 60..72) => decide(house, &applicant.supervisor, number, Deed::Refused).await,
        (Some(number), 72..86) => withdraw(house, &applicant.agent, number).await,
        (Some(number), _) => undo(house, &applicant.supervisor, number).await,
    };
    let ended = Instant::now();
    match done {
        Ok((number, deed)) => {
            if matches!(deed, Deed::Asked(..)) {
                let mut known = known.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                known.push(number);
            }
            history.told.push(Told {
                applicant: at,
                number,
                deed,
                began,
                ended,
            });
        }
        Err(error) => match why(&error) {
            Some(why) => *history.refused.entry(why).or_default() += 1,
            None => history.faults.push(error.to_string()),
        },
    }
}

/// What is refused in the normal course of things; everything else is a failure of the house.
fn why(error: &leave::Error) -> Option<&'static str> {
    match error {
        leave::Error::Overlaps { .. } => Some("overlaps another"),
        leave::Error::NotEnough { .. } => Some("not enough left"),
        leave::Error::Settled { .. } => Some("settled already"),
        leave::Error::TooLate { .. } => Some("too late to undo"),
        leave::Error::TooLong { .. } => Some("away too long"),
        leave::Error::NothingToTake { .. } => Some("no working day in it"),
        _ => None,
    }
}

async fn as_person(house: &Arc<House>, agent: &Agent) -> Result<Work, leave::Error> {
    let mut work = Work::write(house).await?;
    let person = people::person(&mut work, agent, Door::Chat).await?;
    work.act_as(person);
    Ok(work)
}

async fn ask(house: &Arc<House>, agent: &Agent, chance: &mut StdRng) -> Result<(i64, Deed), leave::Error> {
    let first = chrono::NaiveDate::from_yo_opt(YEAR, chance.random_range(4..120)).unwrap_or_default();
    let half = |chance: &mut StdRng| if chance.random() { Half::Am } else { Half::Pm };
    let from = HalfDay {
        date: first,
        half: half(chance),
    };
    let mut to = HalfDay {
        date: first + chrono::Days::new(chance.random_range(0..5)),
        half: half(chance),
    };
    if to < from {
        to.half = Half::Pm;
    }
    let kind = if chance.random_ratio(3, 4) {
        Kind::Annual
    } else {
        Kind::Rtt
    };
    let wish = Wish {
        agent: agent.id,
        kind,
        from,
        to,
        instead_of: None,
    };
    let mut work = as_person(house, agent).await?;
    let request = leave::request(&mut work, wish).await?;
    work.save().await?;
    Ok((request.number, Deed::Asked(kind, request.period, request.cost)))
}

async fn decide(
    house: &Arc<House>,
    supervisor: &Agent,
    number: i64,
    deed: Deed,
) -> Result<(i64, Deed), leave::Error> {
    let verdict = match deed {
        Deed::Validated => Verdict::Validate,
        _ => Verdict::Refuse {
            reason: "Trop d’absents dans l’équipe cette semaine".to_owned(),
        },
    };
    let mut work = as_person(house, supervisor).await?;
    leave::decide(&mut work, number, verdict).await?;
    work.save().await?;
    Ok((number, deed))
}

async fn withdraw(house: &Arc<House>, agent: &Agent, number: i64) -> Result<(i64, Deed), leave::Error> {
    let mut work = as_person(house, agent).await?;
    leave::withdraw(&mut work, number).await?;
    work.save().await?;
    Ok((number, Deed::Withdrawn))
}

async fn undo(house: &Arc<House>, supervisor: &Agent, number: i64) -> Result<(i64, Deed), leave::Error> {
    let mut work = as_person(house, supervisor).await?;
    leave::undo(&mut work, number).await?;
    work.save().await?;
    Ok((number, Deed::Undone))
}
