//! What is said of a record.

use guichet_core::kernel::line::{Line, Value};
use guichet_core::profile::{Change, Detail, Kind, Payday, Sheet, Stage};

/// The record, with what is under way.
pub(super) fn sheet(sheet: &Sheet) -> Line {
    let agent = &sheet.agent;
    let names = [
        ("profile-show-supervisor", &sheet.supervisor),
        ("profile-show-officer", &sheet.hr_officer),
    ];
    let mut line = Line::personal("profile-show")
        .item(Line::personal("profile-show-number").arg("number", agent.number.as_str()))
        .item(Line::personal("profile-show-email").arg("email", agent.email.as_str()))
        .item(Line::personal("profile-show-mobile").arg("mobile", known(agent.mobile.clone())));
    for (key, name) in names {
        line = line.item(Line::personal(key).arg("name", known(name.clone())));
    }
    for kind in Kind::ALL {
        line = line.item(current(sheet, kind));
    }
    for change in Kind::ALL.into_iter().filter_map(|kind| sheet.open(kind)) {
        line = with_open(line, change);
    }
    line
}

/// Where the pay goes, and from when on it can go elsewhere. The number itself is never asked for here.
pub(super) fn bank(sheet: &Sheet, payday: Payday, page: String) -> Line {
    let effect = Line::personal("profile-bank-effect")
        .arg("closes_on", payday.closes_on)
        .arg("month", Value::Month(payday.month.first()))
        .arg("later", Value::Month(payday.month.after().first()));
    let line = Line::personal("profile-bank")
        .item(current(sheet, Kind::Bank))
        .item(effect)
        .link("profile-bank-open", page);
    match sheet.open(Kind::Bank) {
        Some(change) => with_open(line, change),
        None => line,
    }
}

/// What would be declared, beside what holds.
pub(super) fn proposed(detail: &Detail, before: Option<&Detail>, megabytes: i64) -> Line {
    match detail {
        Detail::Family(_) => Line::personal("profile-family-preview")
            .arg("value", detail.value())
            .item(Line::public("profile-family-proof").arg("most", megabytes)),
        _ => Line::personal("profile-address-preview")
            .arg("new", detail.value())
            .item(match before {
                Some(before) => Line::personal("profile-address-before").arg("old", before.value()),
                None => Line::personal("profile-address-first"),
            }),
    }
}

/// It is declared: what happens next, and what does not happen by itself.
pub(super) fn declared(change: &Change, page: String) -> Vec<Line> {
    let key = match change.stage {
        Stage::Declared => "profile-declared-unproven",
        _ => "profile-declared",
    };
    let line = Line::personal(key)
        .arg("kind", Value::word(change.kind().key()))
        .arg("value", change.after.value());
    match (change.stage, change.kind()) {
        (Stage::Declared, _) => vec![line.link("profile-proof-open", page)],
        (_, Kind::Address) => {
            let card = Line::personal("profile-card-separate").choice("profile.card", "profile-choice-card");
            vec![line, card]
        }
        _ => vec![line],
    }
}

pub(super) fn withdrawn(kind: Kind) -> Line {
    Line::personal("profile-withdrawn").arg("kind", Value::word(kind.key()))
}

pub(super) fn known(text: Option<String>) -> Value {
    text.map_or_else(|| Value::word("profile-none"), Value::Text)
}

fn current(sheet: &Sheet, kind: Kind) -> Line {
    let value = sheet
        .of(kind)
        .map_or_else(|| Value::word("profile-none"), Detail::value);
    Line::personal("profile-show-detail")
        .arg("label", Value::word(&format!("profile-label-{kind}")))
        .arg("value", value)
}

fn with_open(line: Line, change: &Change) -> Line {
    let kind = Value::word(change.kind().key());
    let open = Line::personal("profile-show-open")
        .arg("kind", kind.clone())
        .arg("date", Value::Day(change.declared_at))
        .arg("value", change.after.value())
        .arg("stage", Value::word(change.stage.key()));
    let id = format!("profile.withdraw:{}", change.kind());
    let args = vec![("kind".to_owned(), kind)];
    line.item(open).choice_with(id, "profile-choice-withdraw", args)
}
