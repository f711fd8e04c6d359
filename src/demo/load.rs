//! Brings the city into the database, through the doors that an operator has.

use chrono::{Datelike, Duration, NaiveDate, NaiveTime};
use guichet_core::channel::{self, Limit};
use guichet_core::kernel::{
    actor::{Grant, Role},
    fault::Fault,
    house::House,
    secret::Secret,
    work::Work,
};
use guichet_core::leave::{self, Granted, HalfDay, HalfDays, Kind};
use guichet_core::password::{self, Hashed};
use guichet_core::people::{self, AgentId, Contacts, Newcomer};
use guichet_core::{account::Circuit, factor};
use std::collections::BTreeMap;
use std::sync::Arc;

use super::PASSWORD;
use super::city::{Agent, City, Leave, NEWCOMER, RESTRICTED, VPN};
use super::staff::seed_of;

/// Days off for long weeks, where the week is whole.
const RTT: HalfDays = HalfDays::days(12);

/// Writes the whole city, or nothing of it.
pub async fn load(house: &Arc<House>, city: &City) -> Result<(), Fault> {
    // One hash for all: the password is printed on the screen.
    let first = password::hashed(house, &Secret::new(PASSWORD.to_owned()))
        .await
        .map_err(odd)?;
    let mut work = Work::write(house).await?;
    work.act_as_operator();
    let mut departments = BTreeMap::new();
    for department in &city.departments {
        let id = people::import_department(&mut work, department)
            .await
            .map_err(odd)?;
        departments.insert(department.code.as_str(), id);
    }
    let mut ids = BTreeMap::new();
    for (at, Agent { file, role, .. }) in city.agents.iter().enumerate() {
        let alone = Newcomer {
            supervisor: None,
            it_contact: None,
            hr_officer: None,
            ..file.clone()
        };
        let id = people::import_agent(&mut work, &alone).await.map_err(odd)?;
        if let Some(role) = *role {
            let own = departments.get(file.department.as_str()).copied();
            let department = own.filter(|_| role == Role::ItContact);
            people::grant(&mut work, id, Grant { role, department })
                .await
                .map_err(odd)?;
        }
        entitle(&mut work, id, file).await?;
        // A newcomer and a few others have yet to create their second account.
        let second = file.username != NEWCOMER && (role.is_some() || at % 50 != 49);
        admit(&mut work, id, (role.is_some(), second), &first).await?;
        ids.insert(file.username.as_str(), id);
    }
    for Agent { file, .. } in &city.agents {
        let Some(id) = ids.get(file.username.as_str()) else {
            continue;
        };
        let contacts = Contacts {
            supervisor: file.supervisor.clone(),
            it_contact: file.it_contact.clone(),
            hr_officer: file.hr_officer.clone(),
        };
        people::assign(&mut work, *id, &contacts).await.map_err(odd)?;
    }
    for taken in &city.leave {
        let Some(agent) = ids.get(taken.agent.as_str()) else {
            continue;
        };
        leave::import(&mut work, granted(*agent, taken))
            .await
            .map_err(odd)?;
    }
    equip(&mut work, &ids).await?;
    // So that the assistant can write to people who have not written to it yet, and answers them about documents at once.
    let (server, linked_at) = (
        house.settings.matrix.trusted_server.clone(),
        work.now() - Duration::days(3),
    );
    for (username, id) in &ids {
        let address = format!("@{username}:{server}");
        people::provision_link(&mut work, *id, &address, linked_at)
            .await
            .map_err(odd)?;
    }
    work.save().await
}

/// The shipped catalogue of applications; some may use the VPN, and one has a restriction.
async fn equip(work: &mut Work, ids: &BTreeMap<&str, AgentId>) -> Result<(), Fault> {
    let report = channel::import(work, include_str!("../../applications.example.csv"))
        .await
        .map_err(odd)?;
    if let Some(wrong) = report.wrong.first() {
        return Err(odd(format!("{wrong:?}")));
    }
    for username in VPN {
        if let Some(id) = ids.get(username) {
            channel::provision_vpn(work, *id).await.map_err(odd)?;
        }
    }
    if let Some(id) = ids.get(RESTRICTED) {
        let (limit, why) = (Limit::Internal, "Droits étendus sur les marchés");
        channel::provision_restriction(work, *id, "budget", limit, why)
            .await
            .map_err(odd)?;
    }
    Ok(())
}

/// Opens both accounts, or the first alone; staff and sensitive profiles have their app, and one agent has yet to choose a password.
async fn admit(
    work: &mut Work,
    id: AgentId,
    (staff, second): (bool, bool),
    first: &Hashed,
) -> Result<(), Fault> {
    let Some(agent) = people::find(work, id).await? else {
        return Ok(());
    };
    for circuit in Circuit::ALL {
        if circuit == Circuit::MonCompteParisien && !second {
            continue;
        }
        let temporary = agent.username == NEWCOMER;
        password::provision(work, &agent, circuit, first.clone(), temporary)
            .await
            .map_err(odd)?;
    }
    if staff || agent.profile.is_sensitive() {
        let seed = seed_of(work.keys(), &agent.username);
        factor::provision(work, &agent, &seed).await.map_err(odd)?;
    }
    Ok(())
}

/// Last year, because leave was taken in it, this one and the next, which people plan for.
async fn entitle(work: &mut Work, agent: AgentId, file: &Newcomer) -> Result<(), Fault> {
    let this_year = work.today().year();
    let week = file.pattern.bytes().filter(|bit| *bit == b'1').count();
    // Five times the weekly obligations (décret 85-1250, article 1).
    let annual = HalfDays(i64::try_from(5 * week).unwrap_or_default());
    for year in [this_year - 1, this_year, this_year + 1] {
        for (kind, half_days) in [(Kind::Annual, annual), (Kind::Rtt, RTT)] {
            leave::entitle(work, agent, kind, year, half_days)
                .await
                .map_err(odd)?;
        }
    }
    Ok(())
}

fn granted(agent: AgentId, taken: &Leave) -> Granted {
    let morning = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc() + Duration::hours(8);
    Granted {
        agent,
        kind: Kind::Annual,
        from: HalfDay::am(taken.first),
        to: HalfDay::pm(taken.last),
        asked_at: morning(taken.asked_on),
        granted_at: morning(taken.asked_on.succ_opt().unwrap_or(taken.asked_on)),
    }
}

/// The city is ours: a refusal of any part of it is a mistake of ours.
fn odd(why: impl std::fmt::Display) -> Fault {
    Fault::outside("the demo's city", why)
}
