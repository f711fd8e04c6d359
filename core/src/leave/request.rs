//! Asking for leave (LV1, LV2): what it would cost, then the request itself.

use std::collections::BTreeMap;

use chrono::{Datelike, Days, NaiveDate};

use super::count::{Count, WorkCalendar, absence, count, joined};
use super::linked::{self, Replaced};
use super::model::{Asks, HalfDays, Kind, Stage};
use super::pattern::Pattern;
use super::period::{HalfDay, Period};
use super::team;
use super::team_lines::shortage_line;
use super::withdraw::take_back;
use super::{Error, Request, RequestId, deciders, lines, link_store, store};
use crate::kernel::audit::Entry;
use crate::kernel::fault::Fault;
use crate::kernel::work::Work;
use crate::people::{self, Agent, AgentId};
use crate::policy::{Action, allow};

/// What an agent would like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// Who.
    pub agent: AgentId,
    /// Which leave.
    pub kind: Kind,
    /// The first half-day.
    pub from: HalfDay,
    /// The last half-day.
    pub to: HalfDay,
    /// The number of one's own request that this one is to replace.
    pub instead_of: Option<i64>,
}

/// What a request would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// Which leave.
    pub kind: Kind,
    /// When.
    pub period: Period,
    /// What it costs, and the days off met on the way.
    pub count: Count,
    /// The balance of each civil year it touches.
    pub left: Vec<Left>,
    /// Who will decide.
    pub supervisor: String,
}

/// A balance around a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Left {
    /// Of which year.
    pub year: i32,
    /// What is left now.
    pub before: HalfDays,
    /// What would be left.
    pub after: HalfDays,
}

/// What is sent to the supervisor, judged.
pub(super) struct Sending {
    pub asks: Asks,
    pub agent: AgentId,
    pub name: String,
    pub supervisor: AgentId,
    pub supervisor_name: String,
    pub kind: Kind,
    pub period: Period,
    pub cost: HalfDays,
    pub by_year: BTreeMap<i32, HalfDays>,
}

impl Wish {
    /// What a request asks for.
    pub(super) fn of(request: &Request) -> Self {
        Self {
            agent: request.agent,
            kind: request.kind,
            from: request.period.from(),
            to: request.period.to(),
            instead_of: None,
        }
    }
}

/// Says what a request would do, or why it would be refused. Writes nothing.
pub async fn preview(work: &mut Work, wish: Wish) -> Result<Preview, Error> {
    allow(work.actor(), Action::RequestLeave { agent: wish.agent })?;
    let agent = applicant(work, wish.agent).await?;
    let old = instead_of(work, wish).await?;
    Ok(assess(work, &agent, wish, old.as_ref()).await?.0)
}

/// Sends a request to the agent's supervisor, who is told at once. It is not granted before they validate it. One that is sent
/// instead of another (LV6) withdraws it if nobody has decided on it; granted leave stands until this one is validated too.
pub async fn request(work: &mut Work, wish: Wish) -> Result<Request, Error> {
    allow(work.actor(), Action::RequestLeave { agent: wish.agent })?;
    // Overlap and balance are rules over several rows: two requests of one agent are judged one after the other.
    people::hold(work, wish.agent).await?;
    let agent = applicant(work, wish.agent).await?;
    let old = instead_of(work, wish).await?;
    let (preview, supervisor) = assess(work, &agent, wish, old.as_ref()).await?;
    if let Some(old) = old.as_ref().filter(|old| old.stage == Stage::Submitted) {
        take_back(work, old).await?;
    }
    let sending = Sending {
        asks: Asks::Leave,
        agent: agent.id,
        name: agent.name(),
        supervisor,
        supervisor_name: preview.supervisor,
        kind: preview.kind,
        period: preview.period,
        cost: preview.count.cost,
        by_year: preview.count.by_year,
    };
    submit(work, sending, old.as_ref()).await
}

async fn instead_of(work: &mut Work, wish: Wish) -> Result<Option<Request>, Error> {
    Ok(match wish.instead_of {
        Some(number) => Some(linked::changeable(work, number).await?),
        None => None,
    })
}

/// Writes a request down and tells whoever decides on it.
pub(super) async fn submit(
    work: &mut Work,
    sending: Sending,
    old: Option<&Request>,
) -> Result<Request, Error> {
    let (id, asked_at): (RequestId, _) = (work.new_id()?, work.now());
    let number = store::next_number(work.tx()).await?;
    let (agent, decide_by) = (sending.agent, linked::decide_by(&sending.period, old));
    let draft = store::Draft {
        id,
        number,
        agent,
        asks: sending.asks,
        replaces: old.map(|old| old.id),
        kind: sending.kind,
        period: &sending.period,
        decide_by,
        asked_at,
    };
    store::insert(work.tx(), &draft).await?;
    for (year, half_days) in &sending.by_year {
        store::insert_days(work.tx(), id, *year, *half_days).await?;
    }
    let replaces = old.map(|old| Replaced {
        id: old.id,
        number: old.number,
        period: old.period,
        stage: match old.stage {
            Stage::Submitted => Stage::Withdrawn,
            stage => stage,
        },
    });
    let request = Request {
        id,
        number,
        agent,
        name: sending.name,
        supervisor: Some(sending.supervisor),
        supervisor_name: Some(sending.supervisor_name),
        asks: sending.asks,
        replaces,
        kind: sending.kind,
        period: sending.period,
        cost: sending.cost,
        stage: Stage::Submitted,
        decide_by,
        asked_at,
        decided_at: None,
        reason: None,
    };
    let entry = Entry::change("leave.request").about(agent).with("number", number);
    work.audit(match old {
        Some(old) => entry.with("instead_of", old.number),
        None => entry,
    })
    .await?;
    let asked = lines::asked(&request);
    let asked = match team::short(work, &request).await? {
        Some(shortage) => asked.item(shortage_line(&shortage)),
        None => asked,
    };
    deciders::tell(work, &request, asked).await?;
    Ok(request)
}

pub(super) async fn applicant(work: &mut Work, agent: AgentId) -> Result<Agent, Fault> {
    people::find(work, agent)
        .await?
        .ok_or_else(|| Fault::inconsistent("agents", agent, "the applicant is unknown"))
}

/// Judges a wish, as if `old` were not there: what it costs, and who decides on it.
pub(super) async fn assess(
    work: &mut Work,
    agent: &Agent,
    wish: Wish,
    old: Option<&Request>,
) -> Result<(Preview, AgentId), Error> {
    let period = Period::new(wish.from, wish.to)?;
    if let Some(old) =
        old.filter(|old| old.kind == wish.kind && old.period == period && wish.instead_of.is_some())
    {
        return Err(Error::Unchanged { number: old.number });
    }
    let today = work.today();
    if wish.from.date < today {
        return Err(Error::Past { from: wish.from.date });
    }
    // No working pattern has a rest so long; what is longer is not worth counting.
    if period.calendar_days() > 366 {
        return Err(Error::TooLong {
            days: period.calendar_days(),
            limit: work.settings().leave.max_absence_days,
            joined: false,
        });
    }
    // Nobody decides on their own leave, whatever the organisation chart says.
    let supervisor = agent
        .supervisor
        .filter(|supervisor| *supervisor != agent.id)
        .ok_or(Error::NoSupervisor)?;
    let supervisor_name = people::find(work, supervisor)
        .await?
        .ok_or(Error::NoSupervisor)?
        .name();
    let calendar = calendar_of(work, agent)?;
    let count = count(&calendar, &period);
    if count.cost == HalfDays(0) {
        return Err(Error::NothingToTake {
            period,
            skipped: count.skipped,
        });
    }
    let mut others = standing_around(work, agent.id, &period, today).await?;
    others.retain(|other| old.is_none_or(|old| old.id != other.id));
    if let Some(other) = others.iter().find(|other| other.period.overlaps(&period)) {
        return Err(Error::Overlaps {
            number: other.number,
            period: other.period,
            stage: other.stage,
        });
    }
    let neighbours: Vec<Period> = others.iter().map(|other| other.period).collect();
    let whole = joined(&calendar, period, &neighbours);
    let limit = work.settings().leave.max_absence_days;
    if let Some(absence) = absence(&calendar, &whole).filter(|absence| absence.days() > limit) {
        return Err(Error::TooLong {
            days: absence.days(),
            limit,
            joined: whole != period,
        });
    }
    let left = left_after(work, wish, &count, old).await?;
    Ok((
        Preview {
            kind: wish.kind,
            period,
            count,
            left,
            supervisor: supervisor_name,
        },
        supervisor,
    ))
}

/// The days on which an agent works.
pub(super) fn calendar_of(work: &Work, agent: &Agent) -> Result<WorkCalendar, Fault> {
    let nonsense = |why: String| Fault::inconsistent("agents", agent.id, why);
    let pattern = match &agent.pattern_anchor {
        None => agent.pattern.parse(),
        Some(anchor) => Pattern::cycle(
            &agent.pattern,
            anchor
                .parse()
                .map_err(|e: chrono::ParseError| nonsense(e.to_string()))?,
        ),
    };
    let pattern = pattern.map_err(|e| nonsense(e.to_string()))?;
    Ok(WorkCalendar {
        region: work.settings().city.region,
        ..pattern.into()
    })
}

pub(super) async fn standing_around(
    work: &mut Work,
    agent: AgentId,
    period: &Period,
    today: NaiveDate,
) -> Result<Vec<Request>, Fault> {
    let (from, to) = (period.from().date, period.to().date);
    // Twice the longest absence: what is further away can't belong to the same one.
    let limit = u64::try_from(work.settings().leave.max_absence_days).unwrap_or_default();
    let far = Days::new(limit.saturating_mul(2));
    let around = (
        from.checked_sub_days(far).unwrap_or(from),
        to.checked_add_days(far).unwrap_or(to),
    );
    store::standing_between(work.tx(), agent, around, today).await
}

/// The balances around a wish. What `old` holds is given back by it.
async fn left_after(
    work: &mut Work,
    wish: Wish,
    count: &Count,
    old: Option<&Request>,
) -> Result<Vec<Left>, Error> {
    let (kind, today) = (wish.kind, work.today());
    let balances = store::balances(work.tx(), wish.agent, today.year(), today).await?;
    let given_back = match old.filter(|old| old.kind == kind) {
        Some(old) => link_store::days(work.tx(), old.id).await?,
        None => vec![],
    };
    let mut left = vec![];
    for (&year, &cost) in &count.by_year {
        let balance = balances
            .iter()
            .find(|balance| balance.kind == kind && balance.year == year);
        let before = balance.ok_or(Error::NoEntitlement { kind, year })?.left();
        let back = given_back.iter().filter(|(of, _)| *of == year);
        let usable = before + back.map(|(_, half_days)| *half_days).sum();
        if usable < cost {
            return Err(Error::NotEnough {
                kind,
                year,
                left: usable,
                cost,
            });
        }
        left.push(Left {
            year,
            before,
            after: usable - cost,
        });
    }
    Ok(left)
}
