//! Days that are no leave yet: where a request is moved to, a month that is wanted whole.

use super::facts::Facts;
use super::fill::Heard;
use super::when::Aside;

/// Which of the days named are those of the request, and which are those that it shall have.
pub(super) fn moved(heard: &Heard<'_>, facts: &mut Facts) {
    let mentioned = &heard.times.mentioned;
    if heard.said.contains("move.word") && heard.times.returns_on.is_none() {
        let to = mentioned
            .iter()
            .find(|day| day.aside == Aside::None && heard.leads(day.from, "to"));
        let to = to.and_then(|day| day.dates.first().copied());
        if heard.times.range && heard.times.periods.len() == 1 {
            (facts.new_start, facts.end) = (facts.end, facts.start);
            (facts.start_half, facts.end_half) = (None, None);
        } else if let Some(to) = to {
            facts.new_start = Some(to);
            let other = mentioned.iter().filter_map(|day| day.dates.first().copied());
            facts.start = other.into_iter().find(|day| *day != to);
            facts.end = facts.start;
        }
    } else if facts.request.is_some() && mentioned.iter().all(|day| day.aside == Aside::None) {
        // The request has its number: the day is the one that it shall have.
        facts.new_start = facts.start;
    } else if heard.said.contains("length.word") && facts.start.is_none() {
        facts.new_end = facts.end;
    }
}

/// "Tout le mois d'août": from the first day to the last, where nothing else is said of the time.
pub(super) fn whole_month(heard: &Heard<'_>, facts: &mut Facts) {
    let named = facts.start.or(facts.end).or(facts.returns_on).is_some() || facts.duration.is_some();
    if let Some((first, last)) = heard.times.whole_month.filter(|_| !named) {
        (facts.start, facts.end) = (Some(first), Some(last));
    }
}
