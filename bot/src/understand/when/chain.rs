//! Days said in one breath: "du lundi 16 au mardi 17 et jeudi".

use super::mark::{Day, Kind, Link, Mark, Moment, Part, Role, Which};

/// What a chain of days is made of: its days, how each hangs on the one before, and its first mark.
pub(super) struct Chain {
    pub moments: Vec<(Moment, Link)>,
    pub role: Role,
    pub between: bool,
}

impl Chain {
    /// "lundi et mardi matin": one morning, or two.
    pub fn halves_unclear(&self) -> bool {
        let halved = |part: Option<Part>| matches!(part, Some(Part::Morning | Part::Afternoon));
        self.moments.windows(2).any(|pair| match pair {
            [(one, Link::Apart | Link::And), (other, Link::And)] => one.part.is_none() && halved(other.part),
            _ => false,
        })
    }
}

/// The chains of a message, in order.
pub(super) fn chains(marks: &[Mark]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    let mut open = false;
    for mark in marks {
        let Kind::Moment(moment) = mark.kind else {
            open = false;
            continue;
        };
        // "pas jeudi, vendredi": what is set aside is not joined.
        let aside = chains.last().is_some_and(|chain| chain.role == Role::Aside) && mark.link == Link::And;
        let joined =
            open && !aside && mark.link != Link::Apart && matches!(mark.role, Role::Plain | Role::Until);
        match chains.last_mut() {
            Some(chain) if joined => {
                let link = if mark.role == Role::Until {
                    Link::To
                } else {
                    mark.link
                };
                chain.moments.push((moment, link));
            }
            _ => chains.push(Chain {
                moments: vec![(moment, Link::Apart)],
                role: mark.role,
                between: mark.between,
            }),
        }
        open = true;
    }
    chains.iter_mut().for_each(share);
    chains
}

/// "lundi et mardi de la semaine prochaine", "16 et 17 mars": what is said once, at the end, holds for all.
fn share(chain: &mut Chain) {
    let mut later: Option<(Day, Link)> = None;
    for (moment, link) in chain.moments.iter_mut().rev() {
        match (&mut moment.day, later) {
            (
                Day::Weekday {
                    weekday,
                    which: which @ Which::Plain,
                },
                Some((
                    Day::Weekday {
                        weekday: other,
                        which: shared @ (Which::Next | Which::OfWeek(_) | Which::Later(_)),
                    },
                    _,
                )),
            ) if *weekday < other => *which = shared,
            (
                Day::Numbered {
                    day,
                    month: month @ None,
                    year,
                    ..
                },
                Some((
                    Day::Numbered {
                        day: other,
                        month: Some(shared),
                        year: shared_year,
                        ..
                    },
                    link,
                )),
            ) => {
                // "du 28 au 3 avril" begins in March, "le 20 et le 16 avril" does not.
                let before = link == Link::To && *day > other;
                *month = Some(if !before {
                    shared
                } else if shared == 1 {
                    12
                } else {
                    shared - 1
                });
                *year = shared_year.map(|year| year - i32::from(before && shared == 1));
            }
            (
                Day::Numbered {
                    month: Some(month),
                    year: year @ None,
                    ..
                },
                Some((
                    Day::Numbered {
                        month: Some(other),
                        year: Some(shared),
                        ..
                    },
                    link,
                )),
            ) => *year = Some(shared - i32::from(link == Link::To && *month > other)),
            _ => {}
        }
        later = Some((moment.day, *link));
    }
}
