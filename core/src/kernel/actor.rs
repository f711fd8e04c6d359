//! Who acts. Every unit of work has one; `policy` judges by nothing else.

use super::words::Lang;
use crate::people::{AgentId, DepartmentId};
use std::str::FromStr;

/// The one on whose behalf a unit of work is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Actor {
    /// Not identified (yet).
    Nobody,
    /// An agent, proven by a session or a linked chat identity.
    Person(Person),
    /// A job of the house, with its name.
    System(&'static str),
    /// Whoever may run commands on the machine itself.
    Operator,
}

/// An identified agent and the way they came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub agent: AgentId,
    /// How they are called.
    pub name: String,
    /// The language they are answered in.
    pub lang: Lang,
    /// Staff roles; empty for most agents.
    pub grants: Vec<Grant>,
    /// Through which door.
    pub door: Door,
}

/// The doors of the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A checked direct room.
    Chat,
    /// The agents' web space.
    Space,
    /// The staff console, second factor given.
    Console,
}

impl Door {
    /// The name that the audit log keeps.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chat => "chat",
            Self::Space => "space",
            Self::Console => "console",
        }
    }
}

/// A staff role (CO1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Helps the agents of one department.
    ItContact,
    /// The service desk.
    ItSupport,
    /// Runs the system.
    ItAdmin,
    /// Human resources.
    HrOfficer,
    /// Reads, never acts.
    Auditor,
}

impl Role {
    /// Every role, in the order of the permission table.
    pub const ALL: [Self; 5] = [
        Self::ItContact,
        Self::ItSupport,
        Self::ItAdmin,
        Self::HrOfficer,
        Self::Auditor,
    ];

    /// The stored name.
    pub fn name(self) -> &'static str {
        match self {
            Self::ItContact => "it_contact",
            Self::ItSupport => "it_support",
            Self::ItAdmin => "it_admin",
            Self::HrOfficer => "hr_officer",
            Self::Auditor => "auditor",
        }
    }
}

impl FromStr for Role {
    type Err = String;
    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL
            .into_iter()
            .find(|role| role.name() == name)
            .ok_or_else(|| format!("no role is called {name}"))
    }
}

/// A role, for one department or for the whole city.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// `None`: every department.
    pub department: Option<DepartmentId>,
}

impl Actor {
    /// The agent who acts, if one does.
    pub fn agent(&self) -> Option<AgentId> {
        match self {
            Self::Person(person) => Some(person.agent),
            _ => None,
        }
    }

    /// True when this is agent `id`.
    pub fn is(&self, id: AgentId) -> bool {
        self.agent() == Some(id)
    }

    /// True for a person in the console holding `role` over `department`.
    pub fn holds(&self, role: Role, department: DepartmentId) -> bool {
        matches!(self, Self::Person(person) if person.door == Door::Console && person.grants.iter().any(|grant| {
            grant.role == role && grant.department.is_none_or(|own| own == department)
        }))
    }

    /// True for a person in the console holding `role` over the whole city.
    pub fn holds_everywhere(&self, role: Role) -> bool {
        matches!(self, Self::Person(person) if person.door == Door::Console
            && person.grants.iter().any(|grant| grant.role == role && grant.department.is_none()))
    }

    /// True for a person in the console holding `role` anywhere.
    pub fn holds_some(&self, role: Role) -> bool {
        matches!(self, Self::Person(person) if person.door == Door::Console
            && person.grants.iter().any(|grant| grant.role == role))
    }
}
