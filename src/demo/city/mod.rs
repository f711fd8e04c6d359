//! A small fictional city: 61 agents in five departments, the same at every call with the same seed and day.
//! Drawn from a generator with a fixed seed: this is data of the demo, not chance, which comes through `Work`.

mod cast;
mod history;
pub mod names;
mod pay;

pub use cast::{NEWCOMER, RESTRICTED, Rank, VPN};
pub use history::Leave;
pub use pay::{Payslip, month_around, payday};

use cast::{CAST, DEPARTMENTS, Known, SENSITIVE};
use chrono::NaiveDate;
use guichet_core::kernel::{actor::Role, words::Lang};
use guichet_core::people::{Department, Newcomer, Profile};
use rand::{Rng, SeedableRng, rngs::StdRng};

/// Two units of a head and these many agents each, under a director.
const AGENTS_OF_A_UNIT: [usize; 2] = [5, 4];
/// Numbers kept by the French regulator for works of fiction.
const FICTIONAL_MOBILE: &str = "+3363998";
/// A name that can belong to nobody.
const DOMAIN: &str = "paris.example";

/// An agent with a place and perhaps a role.
#[derive(Debug, Clone)]
pub struct Agent {
    /// What HR knows.
    pub file: Newcomer,
    /// Place in the hierarchy.
    pub rank: Rank,
    /// Role in the console; an IT contact's is for the own department.
    pub role: Option<Role>,
}

/// All of it.
#[derive(Debug, Clone)]
pub struct City {
    /// Five departments.
    pub departments: Vec<Department>,
    /// The agents; whoever supervises comes before those supervised.
    pub agents: Vec<Agent>,
    /// Leave taken in the last and the current year, in the order of its request.
    pub leave: Vec<Leave>,
    /// Payslips of the last twelve months paid.
    pub payslips: Vec<Payslip>,
}

/// The city as it stands on `today`.
pub fn generate(seed: u64, today: NaiveDate) -> City {
    let mut draw = StdRng::seed_from_u64(seed);
    let mut agents = Vec::new();
    let general = CAST.iter().find(|known| known.rank == Rank::General);
    let top = general.map(|known| {
        hire(
            &mut draw,
            &mut agents,
            Some(known),
            known.department,
            Rank::General,
            None,
        )
    });
    for department in 0..DEPARTMENTS.len() {
        staff(&mut draw, &mut agents, department, top.as_ref());
    }
    let leave = history::draw(&mut draw, &agents, today);
    let payslips = pay::draw(&mut draw, &agents, today);
    let departments = DEPARTMENTS.map(|(code, name)| Department {
        code: code.into(),
        name: name.into(),
    });
    City {
        departments: departments.into(),
        agents,
        leave,
        payslips,
    }
}

fn staff(draw: &mut StdRng, agents: &mut Vec<Agent>, department: usize, top: Option<&String>) {
    let mut heads = known(department, Rank::Head);
    let mut others = known(department, Rank::Agent);
    let director = hire(
        draw,
        agents,
        known(department, Rank::Director).next(),
        department,
        Rank::Director,
        top,
    );
    for size in AGENTS_OF_A_UNIT {
        let head = hire(
            draw,
            agents,
            heads.next(),
            department,
            Rank::Head,
            Some(&director),
        );
        for _ in 0..size {
            hire(draw, agents, others.next(), department, Rank::Agent, Some(&head));
        }
    }
}

fn known(department: usize, rank: Rank) -> impl Iterator<Item = &'static Known> {
    CAST.iter()
        .filter(move |known| known.department == department && known.rank == rank)
}

/// Adds an agent, drawn where nobody is named for the place, and returns the username.
fn hire(
    draw: &mut StdRng,
    agents: &mut Vec<Agent>,
    named: Option<&Known>,
    department: usize,
    rank: Rank,
    supervisor: Option<&String>,
) -> String {
    let (given, family) = match named {
        Some(known) => (known.given, known.family),
        None => loop {
            let given = pick(draw, names::GIVEN);
            let family = pick(draw, names::FAMILY);
            if agents
                .iter()
                .all(|other| other.file.family_name != family && other.file.given_name != given)
            {
                break (given, family);
            }
        },
    };
    let username = names::username(given, family);
    // The named keep a plain file, so that what the documentation shows does not hang on the dice.
    let plain = named.is_some();
    // No executive can work without a number.
    let executive = matches!(rank, Rank::General | Rank::Director);
    let mobile = (plain || draw.random_ratio(5, 6) || executive).then(|| {
        format!(
            "{FICTIONAL_MOBILE}{:04}",
            17 * agents.len() + draw.random_range(0..17)
        )
    });
    let pattern = if plain { FIVE_DAYS } else { pattern(draw) };
    let file = Newcomer {
        number: format!("{}", 2_104_000 + 13 * agents.len() + draw.random_range(0..13)),
        email: format!("{username}@{DOMAIN}"),
        username: username.clone(),
        given_name: given.to_owned(),
        family_name: family.to_owned(),
        mobile,
        department: DEPARTMENTS
            .get(department)
            .map_or("", |(code, _)| code)
            .to_owned(),
        supervisor: supervisor.cloned(),
        it_contact: contact(department),
        hr_officer: officer(department, &username),
        pattern: pattern.to_owned(),
        pattern_anchor: None,
        lang: Lang::Fr,
        profile: profile(&username, rank),
    };
    agents.push(Agent {
        file,
        rank,
        role: named.and_then(|known| known.role),
    });
    username
}

const FIVE_DAYS: &str = "11 11 11 11 11 00 00";

fn profile(username: &str, rank: Rank) -> Profile {
    if matches!(rank, Rank::General | Rank::Director) {
        return Profile::Executive;
    }
    SENSITIVE
        .iter()
        .find(|(sensitive, _)| *sensitive == username)
        .map_or(Profile::Ordinary, |(_, profile)| *profile)
}

fn pattern(draw: &mut StdRng) -> &'static str {
    match draw.random_range(0..12) {
        0 => "11 11 00 11 11 00 00",
        1 => "11 11 11 11 10 00 00",
        _ => FIVE_DAYS,
    }
}

fn pick(draw: &mut StdRng, from: &'static [&'static str]) -> &'static str {
    from.get(draw.random_range(0..from.len()))
        .copied()
        .unwrap_or_default()
}

fn contact(department: usize) -> Option<String> {
    CAST.iter()
        .find(|known| known.department == department && known.role == Some(Role::ItContact))
        .map(|known| names::username(known.given, known.family))
}

/// The two officers share the departments; neither keeps their own file.
fn officer(department: usize, of: &str) -> Option<String> {
    let officers = || {
        CAST.iter()
            .filter(|known| known.role == Some(Role::HrOfficer))
            .map(|known| names::username(known.given, known.family))
            .filter(|officer| officer != of)
    };
    officers().nth(department % officers().count().max(1))
}

#[cfg(test)]
mod tests;
