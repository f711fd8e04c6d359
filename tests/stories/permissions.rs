//! Who may do what, printed whole: a change of rights is a visible line in a diff.

use guichet_core::account::{Age, Footing, Matter, Why};
use guichet_core::kernel::actor::{Actor, Door, Grant, Person, Role};
use guichet_core::kernel::words::Lang;
use guichet_core::people::{AgentId, DepartmentId};
use guichet_core::policy::{self, allow};
use uuid::Uuid;

fn person(door: Door, role: Option<(Role, Option<DepartmentId>)>) -> Actor {
    let grants = role
        .map(|(role, department)| Grant { role, department })
        .into_iter()
        .collect();
    Actor::Person(Person {
        agent: AgentId::from(Uuid::from_u128(1)),
        name: "A".into(),
        lang: Lang::Fr,
        grants,
        door,
    })
}

#[test]
fn the_table_of_rights() {
    let home = DepartmentId::from(Uuid::from_u128(10));
    let mut actors = vec![
        ("nobody".to_owned(), Actor::Nobody),
        ("agent in chat".to_owned(), person(Door::Chat, None)),
        ("agent in the space".to_owned(), person(Door::Space, None)),
    ];
    for role in Role::ALL {
        actors.push((
            format!("{} in the console", role.name()),
            person(Door::Console, Some((role, None))),
        ));
    }
    actors.push((
        "it_contact of home".into(),
        person(Door::Console, Some((Role::ItContact, Some(home)))),
    ));
    actors.push((
        "it_support in chat".into(),
        person(Door::Chat, Some((Role::ItSupport, None))),
    ));
    actors.push(("system".to_owned(), Actor::System("job")));
    actors.push(("operator".to_owned(), Actor::Operator));
    let mut table = String::new();
    let (me, other) = (
        AgentId::from(Uuid::from_u128(1)),
        AgentId::from(Uuid::from_u128(2)),
    );
    for action in policy::samples(me, other) {
        let name = format!("{action:?}")
            .replace(&me.to_string(), "me")
            .replace(&other.to_string(), "other");
        let name = name.replace(&home.to_string(), "home");
        let allowed: Vec<&str> = actors
            .iter()
            .filter(|(_, actor)| allow(actor, action).is_ok())
            .map(|(n, _)| n.as_str())
            .collect();
        table.push_str(&format!(
            "{name}\n    {}\n",
            if allowed.is_empty() {
                "nobody".into()
            } else {
                allowed.join(", ")
            }
        ));
    }
    crate::same_as_before("permissions.txt", &table);
}

#[test]
fn the_table_of_rights_in_chat() {
    let (fresh, settled) = (Age::Fresh(Default::default()), Age::Settled);
    let mut table = String::new();
    for (footing, name) in [
        (Footing::Sound, "active, expired, or locked for unknown devices"),
        (Footing::Locked, "locked"),
        (Footing::Reported, "locked after a report"),
        (Footing::Deactivated(Why::Inactivity), "deactivated"),
        (Footing::Left, "left"),
    ] {
        for (age, old) in [(fresh, "new link"), (settled, "settled link")] {
            let allowed = Matter::ALL
                .into_iter()
                .filter(|matter| footing.allows(age, *matter).is_ok());
            let allowed: Vec<String> = allowed.map(|matter| format!("{matter:?}")).collect();
            table.push_str(&format!("{name}, {old}\n    {}\n", allowed.join(", ")));
        }
    }
    crate::same_as_before("chat_rights.txt", &table);
}
