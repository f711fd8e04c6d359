//! What may become of an account, printed whole: how it stands × what is done × by whom. The rules are the account room's
//! (`Standing::after`) and the policy's; neither takes a circuit, so that one table holds for both.

use guichet_core::account::{Closure, Lock, LockCause, Side, Stage, Standing, Verb, Why};
use guichet_core::kernel::actor::{Actor, Door, Grant, Person, Role};
use guichet_core::kernel::words::Lang;
use guichet_core::people::{AgentId, DepartmentId};
use guichet_core::policy::{Action, allow};
use std::fmt::Write;
use uuid::Uuid;

const ACTIVE: Standing = Standing {
    stage: Stage::Active,
    lock: None,
    closed: None,
};

/// The standings between which every rule can be seen: each part alone, and what is locked or half agreed on as well.
fn standings() -> Vec<Standing> {
    let closed = |why, agreed| Some(Closure { why, agreed });
    let mut all = vec![
        Standing::NEW,
        Standing {
            stage: Stage::AwaitingFirstSignIn,
            ..ACTIVE
        },
        ACTIVE,
    ];
    let locks = [
        Lock::UnknownDevices,
        Lock::Everywhere(LockCause::Failures),
        Lock::Everywhere(LockCause::Agent),
    ];
    all.extend(locks.map(|lock| Standing {
        lock: Some(lock),
        ..ACTIVE
    }));
    for why in Why::ALL {
        for lock in [None, Some(Lock::UnknownDevices)] {
            all.push(Standing {
                lock,
                closed: closed(why, None),
                ..ACTIVE
            });
        }
    }
    all.extend([Side::It, Side::Hr].map(|side| Standing {
        closed: closed(Why::Administrative, Some(side)),
        ..ACTIVE
    }));
    all
}

fn verbs() -> Vec<Verb> {
    let mut verbs = vec![
        Verb::Create,
        Verb::IssueTemporary,
        Verb::SetPersonal,
        Verb::LockOut(Lock::UnknownDevices),
        Verb::LockOut(Lock::Everywhere(LockCause::Failures)),
        Verb::LockSelf,
        Verb::Unlock,
        Verb::Lapse,
    ];
    verbs.extend(Why::ALL.map(Verb::Deactivate));
    verbs.extend([Side::It, Side::Hr].map(Verb::Reactivate));
    verbs
}

/// What the policy is asked before the verb is used on `agent`'s account; or what stands for it where nobody is asked.
fn action(
    verb: Verb,
    standing: Standing,
    agent: AgentId,
    department: DepartmentId,
) -> Result<Action, &'static str> {
    let closed_for = standing.closed.map_or(Why::Inactivity, |closure| closure.why);
    Ok(match verb {
        Verb::LockOut(_) => return Err("too many failures"),
        Verb::Lapse => return Err("time"),
        Verb::Create => return Err("who holds the link from the mailbox"),
        Verb::IssueTemporary => Action::IssueTemporary {
            agent,
            department,
            newcomer: standing.stage == Stage::NotCreated,
        },
        Verb::SetPersonal => Action::SetOwnPassword { agent },
        Verb::LockSelf => Action::LockOwnAccount { agent },
        Verb::Unlock => Action::UnlockAccount { agent, department },
        Verb::Deactivate(why) => Action::DeactivateAccount {
            agent,
            department,
            why,
        },
        Verb::Reactivate(side) => Action::ReactivateAccount {
            agent,
            department,
            why: closed_for,
            side,
        },
    })
}

/// Who may: the agent in chat, in the space, each role in the console, a job, the operator.
fn actors(owner: AgentId, staff: AgentId) -> Vec<(String, Actor)> {
    let person = |agent, door, role: Option<Role>| {
        Actor::Person(Person {
            agent,
            name: "A".into(),
            lang: Lang::Fr,
            grants: role
                .map(|role| Grant {
                    role,
                    department: None,
                })
                .into_iter()
                .collect(),
            door,
        })
    };
    let mut actors = vec![
        ("owner in chat".to_owned(), person(owner, Door::Chat, None)),
        ("owner in the space".to_owned(), person(owner, Door::Space, None)),
    ];
    for role in Role::ALL {
        actors.push((role.name().to_owned(), person(staff, Door::Console, Some(role))));
        // Staff have no power over accounts of their own, whatever their role.
        actors.push((
            format!("owner who is {}", role.name()),
            person(owner, Door::Console, Some(role)),
        ));
    }
    actors.push(("job".to_owned(), Actor::System("job")));
    actors.push(("operator".to_owned(), Actor::Operator));
    actors
}

#[test]
fn the_table_of_transitions() {
    let (owner, staff) = (
        AgentId::from(Uuid::from_u128(1)),
        AgentId::from(Uuid::from_u128(2)),
    );
    let department = DepartmentId::from(Uuid::from_u128(10));
    let actors = actors(owner, staff);
    let mut table = String::new();
    for standing in standings() {
        writeln!(table, "{}", named(standing)).unwrap();
        for verb in verbs() {
            let outcome = match standing.after(verb) {
                Ok(next) if next == standing => "stays".to_owned(),
                Ok(next) => format!("→ {}", named(next)),
                Err(misfit) => format!("refused: {misfit:?}"),
            };
            let by = match action(verb, standing, owner, department) {
                Err(by) => by.to_owned(),
                Ok(action) => {
                    let may = actors.iter().filter(|(_, actor)| allow(actor, action).is_ok());
                    may.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
                }
            };
            writeln!(table, "  {verb:?} | {by} | {outcome}").unwrap();
        }
    }
    crate::same_as_before("transitions.txt", &table);
}

fn named(standing: Standing) -> String {
    let mut name = format!("{:?}", standing.stage);
    if let Some(lock) = standing.lock {
        write!(name, " + locked {lock:?}").unwrap();
    }
    if let Some(closure) = standing.closed {
        write!(name, " + deactivated {:?}", closure.why).unwrap();
        if let Some(side) = closure.agreed {
            write!(name, ", {side:?} agreed").unwrap();
        }
    }
    name
}
