//! Whether all that was told can be true together.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::time::Instant;

use anyhow::{Context, Result, bail};
use guichet_core::kernel::audit;
use guichet_core::kernel::house::House;
use guichet_core::kernel::work::Work;
use guichet_core::leave::{self, HalfDays, Kind, Period, Stage};

use super::{Applicant, Deed, ENTITLED, History, Told, YEAR, as_person};

/// One request through its life, as far as people were told.
struct Life {
    kind: Kind,
    period: Period,
    cost: HalfDays,
    /// Without doubt standing from one of these instants to the other; without end: still.
    standing: Vec<(Instant, Option<Instant>)>,
    /// Where it must stand in the end.
    stage: Option<Stage>,
}

impl History {
    /// How many operations were acknowledged.
    pub fn acknowledged(&self) -> usize {
        self.told.len()
    }

    /// Everything that can't be true; nothing, when all is well.
    pub async fn check(&self, house: &Arc<House>, applicants: &[Applicant]) -> Result<Vec<String>> {
        let mut wrong = self.faults.clone();
        for (at, applicant) in applicants.iter().enumerate() {
            let mut told: BTreeMap<i64, Vec<&Told>> = BTreeMap::new();
            for one in self.told.iter().filter(|told| told.applicant == at) {
                told.entry(one.number).or_default().push(one);
            }
            let mut lives = BTreeMap::new();
            for (number, told) in &told {
                match life(told) {
                    Ok(life) => drop(lives.insert(*number, life)),
                    Err(e) => wrong.push(format!("request {number}: {e}")),
                }
            }
            wrong.extend(booked_twice(&lives));
            wrong.extend(overdrawn(&lives));
            wrong.extend(lost(house, applicant, &lives).await?);
            wrong.extend(unlogged(house, applicant, told.values().flatten().copied()).await?);
        }
        Ok(wrong)
    }
}

/// Settled and taken back in turn: what was told of one request, in the only order in which it can have happened.
fn life(told: &[&Told]) -> Result<Life> {
    let mut asked = told.iter().filter(|told| matches!(told.deed, Deed::Asked(..)));
    let (Some(first), None) = (asked.next(), asked.next()) else {
        bail!("its number was given to nobody, or twice");
    };
    let Deed::Asked(kind, period, cost) = first.deed else {
        bail!("it was never asked for");
    };
    let (mut undone, mut settled): (Vec<&Told>, Vec<&Told>) = told
        .iter()
        .filter(|told| !matches!(told.deed, Deed::Asked(..)))
        .partition(|told| told.deed == Deed::Undone);
    undone.sort_by_key(|told| told.ended);
    settled.sort_by_key(|told| told.ended);
    if settled.len() != undone.len() && settled.len() != undone.len() + 1 {
        bail!(
            "settled {} times, taken back {} times",
            settled.len(),
            undone.len()
        );
    }
    let mut life = Life {
        kind,
        period,
        cost,
        standing: vec![],
        stage: None,
    };
    // Two that overlap in time may have happened in either order: nothing is certain of such a request but its days at the start.
    let certain = settled
        .windows(2)
        .all(|two| matches!(two, [one, next] if one.ended < next.began));
    let mut since = Some(first.ended);
    let mut stage = Stage::Submitted;
    for (turn, settled) in settled.iter().enumerate() {
        let before = since;
        (stage, since) = match settled.deed {
            Deed::Validated => (Stage::Validated, since),
            Deed::Refused => (Stage::Refused, None),
            _ => (Stage::Withdrawn, None),
        };
        if since.is_none()
            && let Some(before) = before
        {
            life.standing.push((before, Some(settled.began)));
        }
        if !certain {
            life.standing.clear();
            return Ok(life);
        }
        if let Some(undone) = undone.get(turn) {
            (stage, since) = (Stage::Submitted, since.or(Some(undone.ended)));
        }
    }
    life.standing.extend(since.map(|since| (since, None)));
    life.stage = Some(stage);
    Ok(life)
}

/// Requests that held the same half-day at the same moment.
fn booked_twice(lives: &BTreeMap<i64, Life>) -> Vec<String> {
    let held: Vec<(i64, Period, Instant, Option<Instant>)> = lives
        .iter()
        .flat_map(|(number, life)| {
            life.standing
                .iter()
                .map(|(from, to)| (*number, life.period, *from, *to))
        })
        .collect();
    let mut wrong = vec![];
    for (index, (one, period, from, to)) in held.iter().enumerate() {
        for (other, its, its_from, its_to) in held.iter().skip(index + 1) {
            let together = to.is_none_or(|to| *its_from < to) && its_to.is_none_or(|its_to| *from < its_to);
            if one != other && together && period.overlaps(its) {
                wrong.push(format!("requests {one} and {other} held the same days"));
            }
        }
    }
    wrong
}

/// Moments at which more was held than there is.
fn overdrawn(lives: &BTreeMap<i64, Life>) -> Vec<String> {
    let mut wrong = vec![];
    for (kind, entitled) in ENTITLED {
        let mut turns: Vec<(Instant, i64)> = vec![];
        for life in lives.values().filter(|life| life.kind == kind) {
            for (from, to) in life
                .standing
                .iter()
                .filter(|(from, to)| to.is_none_or(|to| *from < to))
            {
                turns.push((*from, life.cost.0));
                turns.extend(to.map(|to| (to, -life.cost.0)));
            }
        }
        turns.sort_unstable();
        let mut held = 0;
        for (_, change) in turns {
            held += change;
            if held > entitled.0 {
                wrong.push(format!("{held} half-days of {kind} held, of {}", entitled.0));
            }
        }
    }
    wrong
}

/// What the house holds in the end, against what people were told.
async fn lost(house: &Arc<House>, applicant: &Applicant, lives: &BTreeMap<i64, Life>) -> Result<Vec<String>> {
    let mut wrong = vec![];
    let mut work = as_person(house, &applicant.agent).await?;
    let mut held: HashMap<Kind, i64> = HashMap::new();
    let mut days: Vec<(i64, Period)> = vec![];
    for (number, life) in lives {
        let request = leave::look(&mut work, *number).await;
        let request = request.with_context(|| format!("request {number} was acknowledged"))?;
        if life.stage.is_some_and(|stage| stage != request.stage) {
            wrong.push(format!(
                "request {number} is {}, not {:?}",
                request.stage, life.stage
            ));
        }
        if matches!(request.stage, Stage::Submitted | Stage::Validated) {
            *held.entry(request.kind).or_default() += request.cost.0;
            let other = days.iter().find(|(_, other)| other.overlaps(&request.period));
            wrong.extend(
                other.map(|(other, _)| format!("requests {other} and {number} both stand in the end")),
            );
            days.push((*number, request.period));
        }
    }
    for balance in leave::balance(&mut work, applicant.agent.id).await? {
        if balance.year == YEAR {
            let (left, taken) = (balance.left().0, (balance.validated + balance.pending).0);
            let counted = held.get(&balance.kind).copied().unwrap_or_default();
            if left < 0 || taken != counted {
                wrong.push(format!(
                    "{}: {left} left, {taken} taken, {counted} counted",
                    balance.kind
                ));
            }
        }
    }
    Ok(wrong)
}

/// Whether the log holds a row for everything that was acknowledged, and no other.
async fn unlogged(
    house: &Arc<House>,
    applicant: &Applicant,
    told: impl Iterator<Item = &Told>,
) -> Result<Vec<String>> {
    let deeds = [
        "leave.request",
        "leave.validate",
        "leave.refuse",
        "leave.withdraw",
        "leave.undo",
    ];
    let mut rows: BTreeMap<String, i64> = deeds.iter().map(|what| ((*what).to_owned(), 0)).collect();
    for one in told {
        let what = match one.deed {
            Deed::Asked(..) => "leave.request",
            Deed::Validated => "leave.validate",
            Deed::Refused => "leave.refuse",
            Deed::Withdrawn => "leave.withdraw",
            Deed::Undone => "leave.undo",
        };
        *rows.entry(what.to_owned()).or_default() += 1;
    }
    let mut work = Work::read(house).await?;
    for row in audit::done_about(work.tx(), applicant.agent.id, i64::MAX).await? {
        // What else there is, such as leave brought in, nobody here was told.
        if let Some(count) = rows.get_mut(&row.what) {
            *count -= 1;
        }
    }
    let odd = rows.into_iter().filter(|(_, count)| *count != 0);
    Ok(odd
        .map(|(what, count)| format!("{count} more of {what} acknowledged than logged"))
        .collect())
}
