//! Halves that a verb tells.

use super::mark::{Kind, Mark, Part, Role};

/// "Je pars vendredi à midi": what is left of that day is the afternoon. Two days named are another matter.
pub(super) fn leaves_at_noon(marks: &mut [Mark]) {
    let days = marks
        .iter()
        .filter(|mark| matches!(mark.kind, Kind::Moment(_)))
        .count();
    for mark in marks
        .iter_mut()
        .filter(|mark| days == 1 && mark.role == Role::Plain)
    {
        match &mut mark.kind {
            Kind::Part(part @ Part::Noon) => *part = Part::Afternoon,
            Kind::Moment(moment) if moment.part == Some(Part::Noon) => moment.part = Some(Part::Afternoon),
            _ => {}
        }
    }
}
