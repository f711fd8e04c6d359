//! A request as it takes shape in a talk.

use chrono::{Duration, NaiveDate};
use guichet_core::leave::{Half, HalfDay, Kind};
use serde::{Deserialize, Serialize};

use crate::talk::Said;
use crate::understand::{Fact, Understood};

/// What is known of a request so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    kind: Option<Kind>,
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    /// `Pm`: the first day counts from noon.
    start_half: Option<Half>,
    /// `Am`: the last day counts until noon.
    end_half: Option<Half>,
    /// The number of the request that it is to replace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    instead_of: Option<i64>,
}

/// All that a request needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Which leave.
    pub kind: Kind,
    /// The first half-day.
    pub from: HalfDay,
    /// The last half-day.
    pub to: HalfDay,
    /// The number of the request that it is to replace.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<i64>,
}

/// The ends that are not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lacks {
    Both,
    Start { end: NaiveDate },
    End { start: NaiveDate },
}

impl Draft {
    /// With what was said since. Later words replace earlier ones, and no more of them than they speak of.
    pub(super) fn with(self, said: &Said) -> Self {
        // A day named by its weekday, as an end, is the first one after the start.
        let weekday = !said.text.bytes().any(|b| b.is_ascii_digit());
        self.taking(Self::heard(&said.understood), weekday)
    }

    /// What one sentence says of a request.
    pub(super) fn heard(understood: &Understood) -> Self {
        let facts = &understood.facts;
        Self {
            kind: facts.leave_type.and_then(|code| code.parse().ok()),
            start: facts.start,
            end: facts.end,
            start_half: facts.start_half,
            end_half: facts.end_half,
            instead_of: None,
        }
    }

    /// The same, as it was heard.
    pub(super) fn taking(mut self, facts: Self, weekday: bool) -> Self {
        self.kind = facts.kind.or(self.kind);
        match (facts.start, facts.end) {
            // One day, after the question "until when?", is the answer.
            (Some(day), Some(end)) if day == end && self.start.is_some() && self.end.is_none() => {
                (self.end, self.end_half) = (self.end_on(day, weekday), facts.end_half);
            }
            (Some(start), Some(end)) => {
                (self.start, self.end) = (Some(start), Some(end));
                (self.start_half, self.end_half) = (facts.start_half, facts.end_half);
            }
            (Some(start), None) => {
                (self.start, self.start_half) = (Some(start), facts.start_half);
                self.end = self.end.filter(|end| *end >= start);
            }
            (None, Some(end)) => {
                (self.end, self.end_half) = (self.end_on(end, weekday), facts.end_half);
            }
            // A half without a day is about the day already named.
            (None, None) if self.is_one_day() && (facts.start_half.is_some() || facts.end_half.is_some()) => {
                (self.start_half, self.end_half) = (facts.start_half, facts.end_half);
            }
            (None, None) => {
                self.start_half = facts.start_half.or(self.start_half);
                self.end_half = facts.end_half.or(self.end_half);
            }
        }
        self
    }

    /// An end that is not before the start; `None`: it has to be asked for.
    fn end_on(&self, day: NaiveDate, weekday: bool) -> Option<NaiveDate> {
        let Some(start) = self.start.filter(|start| day < *start) else {
            return Some(day);
        };
        let weeks = (start - day).num_days().div_euclid(7) + i64::from((start - day).num_days() % 7 != 0);
        day.checked_add_signed(Duration::weeks(weeks)).filter(|_| weekday)
    }

    /// From the day that was picked among several.
    pub(super) fn on(mut self, day: NaiveDate) -> Self {
        self.start = Some(day);
        self.end = self.end.filter(|end| *end >= day).or(Some(day));
        self
    }

    /// Only the morning or the afternoon of the day.
    pub(super) fn half_only(mut self, morning: bool) -> Self {
        (self.start_half, self.end_half) = if morning {
            (None, Some(Half::Am))
        } else {
            (Some(Half::Pm), None)
        };
        self
    }

    /// The kind alone: the dates are to be said again.
    pub(super) fn undated(self) -> Self {
        Self {
            kind: self.kind,
            instead_of: self.instead_of,
            ..Self::default()
        }
    }

    /// Of words that name a request by its days: what they want of it beside.
    pub(super) fn beside_its_days(self) -> Self {
        if self.start.is_none() || self.start_half.is_some() || self.end_half.is_some() {
            return self;
        }
        self.undated()
    }

    pub(super) fn is_one_day(&self) -> bool {
        self.start.is_some() && self.start == self.end
    }

    /// The whole request, or what it lacks. Leave is annual leave unless something else was said; the preview names it.
    pub(super) fn asked(&self) -> Result<Asked, Lacks> {
        match (self.start, self.end) {
            (Some(start), Some(end)) => Ok(Asked {
                kind: self.kind.unwrap_or(Kind::Annual),
                from: HalfDay {
                    date: start,
                    half: self.start_half.unwrap_or(Half::Am),
                },
                to: HalfDay {
                    date: end,
                    half: self.end_half.unwrap_or(Half::Pm),
                },
                instead_of: self.instead_of,
            }),
            (Some(start), None) => Err(Lacks::End { start }),
            (None, Some(end)) => Err(Lacks::Start { end }),
            (None, None) => Err(Lacks::Both),
        }
    }
}

impl From<Asked> for Draft {
    fn from(asked: Asked) -> Self {
        Self {
            kind: Some(asked.kind),
            start: Some(asked.from.date),
            end: Some(asked.to.date),
            start_half: Some(asked.from.half).filter(|half| *half == Half::Pm),
            end_half: Some(asked.to.half).filter(|half| *half == Half::Am),
            instead_of: asked.instead_of,
        }
    }
}

/// True if the words say something of a request: a day, a half, a kind, or a doubt about one.
pub(super) fn speaks(understood: &Understood) -> bool {
    let facts = &understood.facts;
    let doubted = |fact| matches!(fact, Fact::Start | Fact::End | Fact::Half | Fact::Period);
    facts.start.is_some()
        || facts.end.is_some()
        || facts.start_half.is_some()
        || facts.end_half.is_some()
        || facts.leave_type.is_some()
        || understood.ambiguous.iter().any(|doubt| doubted(doubt.fact))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understand::understand;
    use guichet_core::kernel::words::Lang;

    /// The request that sentences add up to, heard on Wednesday 11 March 2026.
    fn after(sentences: &[&str]) -> Option<String> {
        let today = NaiveDate::from_ymd_opt(2026, 3, 11).unwrap();
        let draft = sentences.iter().fold(Draft::default(), |draft, text| {
            let understood = understand(text, today, Lang::Fr);
            draft.with(&Said {
                text: (*text).to_owned(),
                understood,
            })
        });
        draft
            .asked()
            .ok()
            .map(|asked| format!("{} {} {}", asked.kind, asked.from, asked.to))
    }

    #[test]
    fn later_words_replace_only_what_they_speak_of() {
        for (sentences, expected) in [
            (vec!["congé du 16 au 20 mars"], "annual 2026-03-16am 2026-03-20pm"),
            (
                vec!["congé du 16 au 20 mars", "non, jusqu'à jeudi 19"],
                "annual 2026-03-16am 2026-03-19pm",
            ),
            (
                vec!["congé du 16 au 20 mars", "non, jusqu'à jeudi"],
                "annual 2026-03-16am 2026-03-19pm",
            ),
            (
                vec!["congé à partir du 16 mars", "jeudi"],
                "annual 2026-03-16am 2026-03-19pm",
            ),
            (
                vec!["congé à partir du 16 mars", "le 18 au matin"],
                "annual 2026-03-16am 2026-03-18am",
            ),
            (
                vec!["congé du 16 au 20 mars", "plutôt en RTT"],
                "rtt 2026-03-16am 2026-03-20pm",
            ),
            (
                vec!["rtt le 16 mars", "non, du 17 au 19"],
                "rtt 2026-03-17am 2026-03-19pm",
            ),
            (
                vec!["congé le 16 mars", "seulement le matin"],
                "annual 2026-03-16am 2026-03-16am",
            ),
            (
                vec!["congé le 16 mars matin", "l'après-midi"],
                "annual 2026-03-16pm 2026-03-16pm",
            ),
            (
                vec!["congé le 16 mars au matin", "non, le 17"],
                "annual 2026-03-17am 2026-03-17pm",
            ),
            (
                vec!["je voudrais des congés", "à partir du 16 mars", "jusqu'au 18"],
                "annual 2026-03-16am 2026-03-18pm",
            ),
        ] {
            assert_eq!(after(&sentences).as_deref(), Some(expected), "{sentences:?}");
        }
        assert_eq!(after(&["congé à partir du 16 mars"]), None);
        assert_eq!(
            after(&["congé du 16 au 20 mars", "jusqu'au 12"]),
            None,
            "the 12th is over before the 16th"
        );
        assert_eq!(
            after(&["congé du 16 au 18 mars", "à partir du 25"]),
            None,
            "an end before the start is no end"
        );
    }
}
