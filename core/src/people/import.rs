//! Bringing people in. Repeatable: somebody already known is left as they are.

use super::model::{Agent, AgentId, DepartmentId, Profile, digits, fold, phone};
use super::{Error, assign::known, store};
use crate::kernel::actor::Grant;
use crate::kernel::audit::Entry;
use crate::kernel::words::Lang;
use crate::kernel::work::Work;
use crate::policy::{Action, allow};

/// A department to bring in.
#[derive(Clone, Debug)]
pub struct Department {
    /// Its short code.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// An agent to bring in; people they depend on come first, and are named by username.
#[derive(Clone, Debug)]
pub struct Newcomer {
    /// The agent number of HR.
    pub number: String,
    /// `first.last`.
    pub username: String,
    /// Given name.
    pub given_name: String,
    /// Family name.
    pub family_name: String,
    /// Professional address.
    pub email: String,
    /// Professional mobile number.
    pub mobile: Option<String>,
    /// Code of the department.
    pub department: String,
    /// Username of the supervisor.
    pub supervisor: Option<String>,
    /// Username of the IT contact.
    pub it_contact: Option<String>,
    /// Username of the HR officer.
    pub hr_officer: Option<String>,
    /// Half-days worked.
    pub pattern: String,
    /// First Monday of a cycle.
    pub pattern_anchor: Option<String>,
    /// Language.
    pub lang: Lang,
    /// What their access calls for.
    pub profile: Profile,
}

/// Brings a department in; the same code is the same department.
pub async fn import_department(work: &mut Work, department: &Department) -> Result<DepartmentId, Error> {
    allow(work.actor(), Action::ImportPeople)?;
    if let Some(id) = store::department_by_code(work.tx(), &department.code).await? {
        return Ok(id);
    }
    let id = work.new_id()?;
    store::insert_department(work.tx(), id, &department.code, &department.name).await?;
    Ok(id)
}

/// Brings an agent in; the same number is the same agent.
pub async fn import_agent(work: &mut Work, newcomer: &Newcomer) -> Result<AgentId, Error> {
    allow(work.actor(), Action::ImportPeople)?;
    if let Some(known) = store::by_number(work.tx(), &newcomer.number).await? {
        return Ok(known.id);
    }
    let row = |field, value: &str, problem| Error::Row {
        field,
        value: value.to_owned(),
        problem,
    };
    let department = store::department_by_code(work.tx(), &newcomer.department)
        .await?
        .ok_or_else(|| row("department", &newcomer.department, "no department has this code"))?;
    let supervisor = known(work, "supervisor", newcomer.supervisor.as_deref()).await?;
    let it_contact = known(work, "it_contact", newcomer.it_contact.as_deref()).await?;
    let hr_officer = known(work, "hr_officer", newcomer.hr_officer.as_deref()).await?;
    let agent = Agent {
        id: work.new_id()?,
        number: newcomer.number.clone(),
        username: newcomer.username.to_lowercase(),
        given_name: newcomer.given_name.clone(),
        family_name: newcomer.family_name.clone(),
        email: newcomer.email.clone(),
        mobile: newcomer.mobile.clone(),
        department,
        supervisor,
        it_contact,
        hr_officer,
        pattern: newcomer.pattern.clone(),
        pattern_anchor: newcomer.pattern_anchor.clone(),
        lang: newcomer.lang,
        session_epoch: 0,
        profile: newcomer.profile,
        second_factor_at: None,
    };
    store::insert_agent(work.tx(), &agent).await.map_err(|fault| {
        if fault.is_unique() {
            row(
                "username",
                &agent.username,
                "another agent has this username or e-mail",
            )
        } else {
            fault.into()
        }
    })?;
    for word in words_of(&agent) {
        store::insert_word(work.tx(), &word, agent.id).await?;
    }
    work.audit(Entry::change("people.import").about(agent.id)).await?;
    Ok(agent.id)
}

/// Gives an agent a staff role.
pub async fn grant(work: &mut Work, agent: AgentId, grant: Grant) -> Result<(), Error> {
    allow(work.actor(), Action::ImportPeople)?;
    store::insert_role(work.tx(), agent, grant).await?;
    work.audit(
        Entry::change("people.grant")
            .about(agent)
            .with("role", grant.role.name()),
    )
    .await?;
    Ok(())
}

fn words_of(agent: &Agent) -> Vec<String> {
    let mut words: Vec<String> = [&agent.given_name, &agent.family_name]
        .into_iter()
        .flat_map(|name| name.split([' ', '-', '\'']))
        .map(fold)
        .chain([fold(&agent.username), fold(&agent.number), fold(&agent.email)])
        .chain(agent.mobile.as_deref().map(digits))
        .chain(agent.mobile.as_deref().map(phone))
        .filter(|word: &String| !word.is_empty())
        .collect();
    words.sort();
    words.dedup();
    words
}
