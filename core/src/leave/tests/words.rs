//! Every refusal and every sentence of the room has its words in both languages, with every value filled in.

use std::collections::BTreeMap;

use crate::leave::*;

use crate::kernel::line::Line;
use crate::kernel::words::{Lang, Words};
use crate::policy::Action;

fn period(from: HalfDay, to: HalfDay) -> Period {
    Period::new(from, to).unwrap()
}

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn said(lang: Lang, line: &Line) -> String {
    let words = Words::load(chrono_tz::Europe::Paris, |_| BTreeMap::new()).unwrap();
    let mut text = words.say(lang, &line.key, &line.args);
    for item in &line.items {
        text = format!("{text}\n- {}", said(lang, item));
    }
    for choice in &line.choices {
        text = format!("{text}\n+ {}", words.say(lang, &choice.key, &choice.args));
    }
    text
}

fn complete(line: &Line) {
    for lang in Lang::ALL {
        let text = said(lang, line);
        assert!(!text.contains(['[', ']', '{', '}']), "{text}");
    }
}

fn request(stage: Stage) -> Request {
    let (agent, at) = (uuid::Uuid::nil().into(), chrono::DateTime::UNIX_EPOCH);
    Request {
        id: uuid::Uuid::nil().into(),
        number: 142,
        agent,
        name: "Amina Diallo".to_owned(),
        supervisor: Some(agent),
        supervisor_name: Some("Jean Martin".to_owned()),
        asks: Asks::Leave,
        replaces: None,
        decide_by: date("2026-03-16"),
        kind: Kind::Annual,
        period: period(HalfDay::am(date("2026-03-16")), HalfDay::pm(date("2026-03-20"))),
        cost: HalfDays(9),
        stage,
        asked_at: at,
        decided_at: (stage != Stage::Submitted).then_some(at),
        reason: (stage == Stage::Refused).then(|| "deux collègues absents".to_owned()),
    }
}

/// A request that 142 be cancelled.
fn cancelling(stage: Stage) -> Request {
    let old = request(Stage::Validated);
    let replaces = Some(Replaced {
        id: old.id,
        number: old.number,
        period: old.period,
        stage: old.stage,
    });
    Request {
        number: 143,
        asks: Asks::Cancel,
        replaces,
        ..request(stage)
    }
}

#[test]
fn every_refusal_about_a_change_has_its_words() {
    let from = date("2026-03-10");
    for error in [
        Error::Begun { number: 142, from },
        Error::Linked { number: 142, by: 143 },
        Error::Unchanged { number: 142 },
        Error::Spent { number: 142 },
    ] {
        complete(&error.refusal().unwrap());
    }
}

#[test]
fn every_refusal_has_its_words() {
    let week = request(Stage::Submitted).period;
    let skipped = vec![
        Skipped {
            date: date("2026-05-01"),
            why: DayOff::Holiday(Holiday::Labour),
            spared: HalfDays(2),
        },
        Skipped {
            date: date("2026-05-15"),
            why: DayOff::Bridge,
            spared: HalfDays(1),
        },
    ];
    let mut errors = vec![
        Error::BadPeriod(BadPeriod::EndBeforeStart),
        Error::BadPeriod(BadPeriod::NothingBetween),
        Error::Past {
            from: date("2026-03-10"),
        },
        Error::NothingToTake {
            period: week,
            skipped,
        },
        Error::TooLong {
            days: 32,
            limit: 31,
            joined: false,
        },
        Error::TooLong {
            days: 35,
            limit: 31,
            joined: true,
        },
        Error::Overlaps {
            number: 142,
            period: week,
            stage: Stage::Submitted,
        },
        Error::Overlaps {
            number: 142,
            period: week,
            stage: Stage::Validated,
        },
        Error::NoEntitlement {
            kind: Kind::Rtt,
            year: 2027,
        },
        Error::NotEnough {
            kind: Kind::Annual,
            year: 2026,
            left: HalfDays(3),
            cost: HalfDays(4),
        },
        Error::NoSupervisor,
        Error::Unknown { number: 142 },
        Error::TooLate {
            number: 142,
            minutes: 5,
        },
        Error::RemindedToday { number: 142 },
        Error::NoColleague {
            name: "nobody".into(),
        },
        Error::ClosedChain {
            name: "Nina Roche".into(),
        },
        Error::Reason(BadReason::Missing),
        Error::Reason(BadReason::Vague),
        Error::Reason(BadReason::TooLong),
        Error::Denied(crate::policy::Denied(Action::ImportLeave)),
    ];
    errors.extend(Stage::ALL.map(|stage| Error::settled(&request(stage))));
    for error in errors {
        complete(&error.refusal().unwrap());
    }
    assert_eq!(Error::Fault(Fault::outside("database", "down")).refusal(), None);
}

#[test]
fn every_sentence_about_requests_has_its_words() {
    complete(&list_line(&Stage::ALL.map(request)));
    complete(&list_line(&[]));
    complete(&waiting_line(&[request(Stage::Submitted)]));
    complete(&waiting_line(&[
        request(Stage::Submitted),
        request(Stage::Submitted),
    ]));
    complete(&waiting_line(&[]));
    complete(&crate::leave::lines::asked(&request(Stage::Submitted)));
    for stage in [Stage::Validated, Stage::Refused] {
        for by in [None, Some("Nina Roche".to_owned())] {
            complete(&crate::leave::lines::decided(&request(stage), 5, by.clone()));
            complete(&crate::leave::lines::decided(&cancelling(stage), 5, by));
        }
    }
    complete(&list_line(&Stage::ALL.map(cancelling)));
    complete(&crate::leave::lines::undone(&cancelling(Stage::Submitted)));
    complete(&crate::leave::lines::lapsed(&cancelling(Stage::Lapsed)));
    complete(&crate::leave::lines::unvalidated(
        &cancelling(Stage::Submitted),
        2,
    ));
    complete(&requested_line(&cancelling(Stage::Submitted)));
    complete(&withdrawn_line(&cancelling(Stage::Withdrawn)));
    let changing = Request {
        asks: Asks::Leave,
        ..cancelling(Stage::Submitted)
    };
    complete(&requested_line(&changing));
    complete(&crate::leave::lines::undone(&request(Stage::Submitted)));
    complete(&decision_line(&request(Stage::Validated), 5));
    complete(&decision_line(&request(Stage::Refused), 5));
    complete(&undone_line(&request(Stage::Submitted)));
    let at = request(Stage::Submitted).asked_at;
    let submitted = request(Stage::Submitted);
    complete(&crate::leave::lines::escalated(&submitted));
    complete(&crate::leave::lines::told_escalated(
        &submitted,
        "Odile Chef".into(),
    ));
    let traces = [Deed::Warned, Deed::Reminded, Deed::Escalated].map(|deed| Trace { deed, at });
    complete(&looked_line(&request(Stage::Submitted), &traces));
    for left in [1, 5] {
        complete(&crate::leave::lines::unvalidated(
            &request(Stage::Submitted),
            left,
        ));
    }
    complete(&crate::leave::lines::lapsed(&request(Stage::Lapsed)));
    complete(&crate::leave::lines::chased(&request(Stage::Submitted)));
    complete(&request_line("leave-reminded", &request(Stage::Submitted)));
    complete(&crate::leave::lines::withdrawn(&request(Stage::Withdrawn)));
    let orphan = Request {
        supervisor_name: None,
        ..request(Stage::Submitted)
    };
    for key in ["leave-requested", "leave-withdrawn"] {
        complete(&request_line(key, &orphan));
    }
    let halves = [HalfDay::am, HalfDay::pm];
    for (from, to) in halves.iter().flat_map(|from| halves.map(|to| (from, to))) {
        let (monday, friday) = (date("2026-03-16"), date("2026-03-20"));
        complete(&request_line(
            "leave-asked",
            &Request {
                period: period(from(monday), to(friday)),
                ..request(Stage::Submitted)
            },
        ));
        if let Ok(period) = Period::new(from(monday), to(monday)) {
            complete(&request_line(
                "leave-asked",
                &Request {
                    period,
                    ..request(Stage::Submitted)
                },
            ));
        }
    }
}

#[test]
fn a_balance_and_a_preview_read_as_people_write() {
    let year = Balance {
        kind: Kind::Annual,
        year: 2026,
        entitled: HalfDays(50),
        validated: HalfDays(20),
        pending: HalfDays(5),
    };
    let line = balance_line(&[year], date("2026-03-11"));
    complete(&line);
    complete(&balance_line(&[], date("2026-03-11")));
    let expected = "Vos soldes au mercredi 11\u{a0}mars 2026\u{a0}:\n- Congés annuels 2026\u{a0}: il vous reste \
        12,5\u{a0}jours (droits\u{a0}: 25\u{a0}jours\u{a0}; validés\u{a0}: 10\u{a0}jours\u{a0}; en attente\u{a0}: \
        2,5\u{a0}jours).";
    assert_eq!(said(Lang::Fr, &line), expected);
    let calendar = WorkCalendar::from("11 11 11 11 11 00 00".parse::<Pattern>().unwrap());
    let period = period(HalfDay::pm(date("2026-05-13")), HalfDay::pm(date("2026-05-15")));
    let preview = Preview {
        kind: Kind::Annual,
        period,
        count: count(&calendar, &period),
        left: vec![Left {
            year: 2026,
            before: HalfDays(25),
            after: HalfDays(22),
        }],
        supervisor: "Jean Martin".to_owned(),
    };
    complete(&preview_line(&preview));
    let expected = "Your request, not sent yet: 1.5\u{a0}days of annual leave, from Wednesday 13\u{a0}May 2026 \
        (afternoon) to Friday 15\u{a0}May 2026.\n- 1.5\u{a0}days: 2.5\u{a0}days of work, less Thursday 14\u{a0}May 2026 (Ascension Day).\n- Balance \
        of annual leave 2026: 12.5\u{a0}days before, 11\u{a0}days after.\n- Jean Martin will decide on it.";
    assert_eq!(said(Lang::En, &preview_line(&preview)), expected);
}
