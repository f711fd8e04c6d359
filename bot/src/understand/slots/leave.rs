//! The facts of leave: periods, lengths, requests, decisions.

use chrono::Days;
use guichet_core::leave::{Half, HalfDays};
use serde_json::json;

use super::super::Intent;
use super::super::facts::{Duration, Fact};
use super::super::particulars as found;
use super::super::when::Aside;
use super::{Filling, shown};

impl Filling<'_> {
    pub(super) fn request(&mut self) {
        let (facts, understood) = (&self.understood.facts, self.understood);
        self.put(
            "leave_type",
            Some(json!(facts.leave_type.unwrap_or("unspecified"))),
        );
        if facts.leave_type != Some("family_event") {
            self.slots.remove("event");
        }
        self.put("start", facts.start.map(shown));
        self.put("end", facts.end.map(shown));
        self.halves("");
        self.put("return_date", facts.returns_on.map(shown));
        let second = facts.second.map(
            |period| json!({ "start": period.from().date.to_string(), "end": period.to().date.to_string() }),
        );
        self.put("second", second);
        self.length();
        self.put("iso_week", found::week(self.heard.pieces).map(|week| json!(week)));
        self.put(
            "needs_document",
            (facts.leave_type == Some("sick")).then_some(json!(true)),
        );
        if self.slots.contains_key("event") {
            let event = self
                .heard
                .times
                .mentioned
                .first()
                .and_then(|said| said.dates.first().copied());
            self.put(
                "event_date",
                event
                    .filter(|day| facts.end != facts.start && Some(*day) == facts.end)
                    .map(shown),
            );
        }
        let hint = self.hint();
        self.put("period_hint", hint.map(|hint| json!(hint)));
        self.put(
            "needs_confirmation",
            (!understood.ambiguous.is_empty() || self.slots.contains_key("period_hint"))
                .then_some(json!(true)),
        );
        let candidates = understood
            .ambiguous
            .iter()
            .find(|doubt| !doubt.candidates.is_empty());
        let open = facts.start.is_none() || facts.end.is_none();
        self.put(
            "candidates",
            candidates.filter(|_| open).map(|doubt| {
                json!(
                    doubt
                        .candidates
                        .iter()
                        .map(ToString::to_string)
                        .collect::<Vec<_>>()
                )
            }),
        );
        let missing: Vec<_> = understood
            .missing
            .iter()
            .filter_map(|fact| match fact {
                Fact::Start => Some("start"),
                Fact::End => Some("end"),
                Fact::Half => Some("half"),
                _ => None,
            })
            .collect();
        self.put("missing", (!missing.is_empty()).then(|| json!(missing)));
    }

    fn halves(&mut self, prefix: &str) {
        let facts = &self.understood.facts;
        let start = facts.start_half.filter(|half| *half == Half::Pm);
        let end = facts.end_half.filter(|half| *half == Half::Am);
        self.put(&format!("{prefix}start_half"), start.map(|_| json!("PM")));
        self.put(&format!("{prefix}end_half"), end.map(|_| json!("AM")));
    }

    /// A length is told where it is more than what the dates already say.
    fn length(&mut self) {
        if self.heard.times.range || self.understood.facts.second.is_some() {
            return;
        }
        match self.understood.facts.duration {
            Some(Duration::Weeks(weeks)) => self.put("duration_weeks", Some(json!(weeks))),
            Some(Duration::Calendar(days)) => self.put("duration_calendar_days", Some(json!(days))),
            Some(Duration::Working(HalfDays(halves)))
                if halves > 2 || self.understood.facts.start.is_none() =>
            {
                let days = if halves % 2 == 0 {
                    json!(halves / 2)
                } else {
                    json!(halves / 2).as_i64().map_or(json!(null), |whole| {
                        json!(format!("{whole}.5").parse::<f64>().ok())
                    })
                };
                self.put("duration_days", Some(days));
            }
            _ => {}
        }
    }

    /// "Mi-octobre": no day, but a part of a month.
    fn hint(&self) -> Option<String> {
        let month = self.understood.facts.month?;
        let part = [
            ("first_part", "early"),
            ("middle_part", "mid"),
            ("last_part", "late"),
        ];
        let (_, part) = part
            .into_iter()
            .find(|(concept, _)| self.said.contains(concept))?;
        Some(format!("{part}-{}-{:02}", month.year, month.month))
    }

    pub(super) fn change(&mut self) {
        let facts = &self.understood.facts;
        self.put(
            "request_id",
            facts.request.map(|number| json!(number.to_string())),
        );
        let old = self
            .heard
            .times
            .mentioned
            .iter()
            .find(|said| said.aside == Aside::Instead);
        let old = old.and_then(|said| said.dates.first().copied());
        // "Je rentre plus tôt, le 10 au lieu du 17".
        let back = facts.returns_on.or(facts
            .start
            .filter(|start| self.said.contains("returns") && Some(*start) != old));
        self.put("return_date", back.map(shown));
        if back.is_some() {
            self.put("old_return_date", old.map(shown));
            return;
        }
        let start = facts.start.filter(|start| Some(*start) != old);
        // "Le 12 au lieu du 10": the request is the one of the 10th.
        let swapped = old.zip(start);
        let of_request = start.filter(|_| facts.request.is_none() || facts.new_start.is_none());
        self.put("start", swapped.map(|(old, _)| old).or(of_request).map(shown));
        self.put(
            "new_start",
            swapped.map(|(_, new)| new).or(facts.new_start).map(shown),
        );
        self.put("new_end", facts.new_end.map(shown));
        self.halves("new_");
        let pieces = self.heard.pieces;
        let instead = pieces.iter().position(|piece| piece.is("instead"));
        let kind = match instead {
            // "En RTT au lieu de CA": what stands last before it.
            Some(at) => pieces.iter().take(at).rev().find_map(|piece| piece.of("type.")),
            None => facts.leave_type.filter(|kind| *kind != "annual"),
        };
        self.put("new_leave_type", kind.map(|kind| json!(kind)));
    }

    pub(super) fn balance(&mut self) {
        let facts = &self.understood.facts;
        match facts.leave_types.as_slice() {
            [_, _, ..] => self.put("leave_types", Some(json!(facts.leave_types))),
            ["annual"] if !found::is_annual_by_name(self.heard.pieces) => {}
            [kind] => self.put("leave_type", Some(json!(kind))),
            [] => {}
        }
        let before = self.mention(|mention| mention.aside == Aside::Before);
        self.put("before", before.map(shown));
    }

    pub(super) fn own(&mut self) {
        let facts = &self.understood.facts;
        self.put(
            "request_id",
            facts.request.map(|number| json!(number.to_string())),
        );
        let start = facts.start.or_else(|| {
            let doubt = self
                .understood
                .ambiguous
                .iter()
                .find(|doubt| doubt.fact == Fact::Start);
            doubt.and_then(|doubt| doubt.candidates.first().copied())
        });
        self.put("start", start.map(shown));
        self.put("end", facts.end.filter(|end| Some(*end) != start).map(shown));
        if start.is_none() {
            self.month();
        }
        let all = facts.all && self.understood.intent == Intent::LeaveCancel;
        self.put("needs_confirmation", all.then_some(json!(true)));
    }

    pub(super) fn decision(&mut self) {
        let facts = &self.understood.facts;
        let refuses = self.understood.intent == Intent::LeaveRefuse;
        let except = self.said.contains("except");
        let name = self.heard.named.as_ref().map(|named| json!(named.name));
        if except && name.is_some() {
            self.put("all_except", name.map(|name| json!([name])));
        } else if facts.all {
            self.put("all", Some(json!(true)));
        }
        self.put("needs_confirmation", (except || facts.all).then_some(json!(true)));
        self.put(
            "request_id",
            facts.request.map(|number| json!(number.to_string())),
        );
        self.put("person", facts.person.as_ref().map(|name| json!(name)));
        self.put("reason", facts.reason.as_ref().map(|reason| json!(reason)));
        let meant = facts.request.is_some() || facts.person.is_some() || facts.all || except;
        self.put(
            "start",
            facts
                .start
                .filter(|_| !refuses || facts.person.is_some())
                .map(shown),
        );
        self.put(
            "end",
            facts
                .end
                .filter(|_| !refuses || facts.person.is_some())
                .map(shown),
        );
        if refuses {
            let mut missing = Vec::new();
            missing.extend((!meant).then_some("request_id"));
            missing.extend(facts.reason.is_none().then_some("reason"));
            self.put("missing", (!missing.is_empty()).then(|| json!(missing)));
        } else if !meant && self.said.contains("request.pending_list") {
            self.put("list_pending", Some(json!(true)));
        } else if !meant {
            self.put("missing", Some(json!(["request_id"])));
        }
    }

    /// The team is there on Saturdays too.
    pub(super) fn team(&mut self) {
        let facts = &self.understood.facts;
        let week = found::says_week(self.heard.pieces);
        let end = facts.end.map(|end| {
            if week {
                end.checked_add_days(Days::new(2)).unwrap_or(end)
            } else {
                end
            }
        });
        self.put("start", facts.start.map(shown));
        self.put("end", end.map(shown));
        if facts.start.is_none() {
            self.month();
        }
    }
}
