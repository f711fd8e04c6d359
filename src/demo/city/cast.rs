//! The people that the documentation and the tests name, and the departments they work in.
//! Everybody else is drawn by the generator.

use guichet_core::kernel::actor::Role;
use guichet_core::people::Profile;

/// A place in a department's hierarchy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// Heads the administration; has no supervisor.
    General,
    /// Heads a department.
    Director,
    /// Heads one of its two units.
    Head,
    /// Works in a unit.
    Agent,
}

/// Somebody whose place is settled.
pub(super) struct Known {
    pub given: &'static str,
    pub family: &'static str,
    pub department: usize,
    pub rank: Rank,
    pub role: Option<Role>,
}

/// Code and name of each department.
pub(super) const DEPARTMENTS: [(&str, &str); 5] = [
    ("DAS", "Direction des affaires scolaires"),
    ("DSI", "Direction des systèmes d’information"),
    ("DRH", "Direction des ressources humaines"),
    ("DEV", "Direction des espaces verts"),
    ("DCB", "Direction de la culture et des bibliothèques"),
];

const DAS: usize = 0;
const DSI: usize = 1;
const DRH: usize = 2;
const DEV: usize = 3;
const DCB: usize = 4;

const fn known(
    given: &'static str,
    family: &'static str,
    department: usize,
    rank: Rank,
    role: Option<Role>,
) -> Known {
    Known {
        given,
        family,
        department,
        rank,
        role,
    }
}

/// Who has a temporary password and has not signed in yet.
pub const NEWCOMER: &str = "salome.brun";
/// Who may use the VPN; the others have to ask.
pub const VPN: [&str; 4] = [
    "claire.moreau",
    "helene.marchand",
    "sophie.lambert",
    "karim.benali",
];
/// Whom IT has left an application on the internal network only.
pub const RESTRICTED: &str = "lucas.henry";

/// Whose work calls for more than an ordinary sign-in; executives are known by their rank.
pub(super) const SENSITIVE: [(&str, Profile); 2] = [
    ("lucas.henry", Profile::ExtendedRights),
    ("bastien.morel", Profile::SocialData),
];

/// In the order of their places: the first head of a department leads its first unit, whose first agent comes first.
pub(super) const CAST: [Known; 17] = [
    known("Catherine", "Vallet", DRH, Rank::General, None),
    known("Hélène", "Marchand", DAS, Rank::Director, None),
    known("Claire", "Moreau", DAS, Rank::Head, None),
    known("Amina", "Diallo", DAS, Rank::Agent, None),
    known("Thomas", "Petit", DAS, Rank::Agent, Some(Role::ItContact)),
    known("Philippe", "Roche", DSI, Rank::Director, None),
    known("Sophie", "Lambert", DSI, Rank::Head, Some(Role::ItAdmin)),
    known("Karim", "Benali", DSI, Rank::Agent, Some(Role::ItSupport)),
    known("Julie", "Fournier", DSI, Rank::Agent, Some(Role::ItContact)),
    known("Anne", "Lemoine", DRH, Rank::Director, None),
    known("Nathalie", "Girard", DRH, Rank::Head, Some(Role::HrOfficer)),
    known("Julien", "Faure", DRH, Rank::Head, Some(Role::HrOfficer)),
    known("Étienne", "Roussel", DRH, Rank::Agent, Some(Role::Auditor)),
    known("Bastien", "Morel", DRH, Rank::Agent, Some(Role::ItContact)),
    known("Marie", "Da Costa", DEV, Rank::Agent, Some(Role::ItContact)),
    known("Salomé", "Brun", DEV, Rank::Agent, None),
    known("Lucas", "Henry", DCB, Rank::Agent, Some(Role::ItContact)),
];
