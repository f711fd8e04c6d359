//! What waits in the database while a new version is installed: talks under way, messages heard, notices not yet said.
//! Their written form is accepted here; a change of it is a visible line, and what was written before must still be read.

use chrono::{DateTime, NaiveDate, Utc};
use guichet_bot::desk::Memory;
use guichet_bot::talk::leave::{Asked, Sought};
use guichet_bot::talk::{Repeated, State, access, channel, document, factor, leave, profile, vpn};
use guichet_core::account::Circuit;
use guichet_core::channel::Channel;
use guichet_core::conversation::{Heard, What};
use guichet_core::document::{Purpose as Usage, Wish};
use guichet_core::kernel::line::{Choice, Line, Saying, Value};
use guichet_core::kernel::notice::{Letter, Text};
use guichet_core::kernel::words::{Both, Lang};
use guichet_core::leave::{Half, HalfDay, Kind};
use guichet_core::password::Purpose;
use guichet_core::profile::{Address, Detail, Event};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt::{Debug, Write};

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 16).unwrap()
}

fn instant() -> DateTime<Utc> {
    "2026-03-11T08:30:00Z".parse().unwrap()
}

/// The name of a place where a talk can stand. Whoever adds a place is sent here by the compiler, and adds it below.
fn place(state: &State) -> &'static str {
    match state {
        State::Idle => "idle",
        State::Repeat { heard, .. } => match heard {
            Repeated::Said(..) => "repeat.said",
            Repeated::Picked(_) => "repeat.picked",
        },
        State::Aside { .. } => "aside",
        State::Leave(state) => match state {
            leave::State::Gathering(_) => "leave.gathering",
            leave::State::Confirming(_) => "leave.confirming",
            leave::State::Deciding { .. } => "leave.deciding",
            leave::State::Reasoning { .. } => "leave.reasoning",
            leave::State::Withdrawing { .. } => "leave.withdrawing",
            leave::State::Cancelling { .. } => "leave.cancelling",
            leave::State::Changing(_) => "leave.changing",
            leave::State::Seeking(sought) => match sought {
                Sought::ToDecide { .. } => "leave.to_decide",
                Sought::ToWithdraw(_) => "leave.to_withdraw",
                Sought::ToChange { .. } => "leave.to_change",
                Sought::Status(_) => "leave.status",
            },
        },
        State::Access(state) => match state {
            access::State::Which(_) => "access.which",
            access::State::Name(..) => "access.name",
            access::State::Email(..) => "access.email",
            access::State::LockSure => "access.lock_sure",
            access::State::UnlinkSure => "access.unlink_sure",
            access::State::LinkName => "access.link_name",
            access::State::LinkEmail(_) => "access.link_email",
        },
        State::Factor(state) => match state {
            factor::State::IsTheirs => "factor.is_theirs",
            factor::State::IsAlive => "factor.is_alive",
            factor::State::Resend => "factor.resend",
            factor::State::Arrived => "factor.arrived",
            factor::State::Ticket => "factor.ticket",
            factor::State::Activate => "factor.activate",
        },
        State::Channel(state) => match state {
            channel::State::WhichApplication(_) => "channel.which_application",
            channel::State::WhichChannel(_) => "channel.which_channel",
        },
        State::Vpn(state) => match state {
            vpn::State::Version => "vpn.version",
            vpn::State::Reinstall(_) => "vpn.reinstall",
            vpn::State::Restart(_) => "vpn.restart",
        },
        State::Profile(state) => match state {
            profile::State::Address(_) => "profile.address",
            profile::State::FamilyEvent => "profile.family_event",
            profile::State::FamilyDay(_) => "profile.family_day",
            profile::State::Sure(_) => "profile.sure",
        },
        State::Document(state) => match state {
            document::State::Filling(_) => "document.filling",
            document::State::Confirming(_) => "document.confirming",
            document::State::Withdrawing(_) => "document.withdrawing",
            document::State::Replying(_) => "document.replying",
            document::State::Sending(..) => "document.sending",
        },
    }
}

fn sought(draft: &str) -> [Sought; 4] {
    [
        Sought::ToDecide {
            person: Some("Paul".to_owned()),
            refuse: true,
            reason: None,
        },
        Sought::ToWithdraw(Some((day(), day()))),
        Sought::Status(None),
        Sought::ToChange {
            on: None,
            draft: serde_json::from_str(draft).unwrap(),
        },
    ]
}

/// A talk at every place.
fn talks() -> Vec<State> {
    let draft = r#"{"kind":"annual","start":"2026-03-16","end":null,"start_half":"pm","end_half":null}"#;
    let asked = Asked {
        kind: Kind::Annual,
        from: HalfDay {
            date: day(),
            half: Half::Am,
        },
        to: HalfDay {
            date: day(),
            half: Half::Pm,
        },
        instead_of: None,
    };
    let mut talks = vec![
        State::Repeat {
            heard: Repeated::Said("demain".to_owned(), day()),
            then: Box::default(),
        },
        State::Repeat {
            heard: Repeated::Picked("yes".to_owned()),
            then: Box::default(),
        },
        State::Aside {
            now: Box::default(),
            then: Box::new(State::Leave(leave::State::Confirming(asked))),
        },
        State::Leave(leave::State::Gathering(serde_json::from_str(draft).unwrap())),
        State::Leave(leave::State::Confirming(asked)),
        State::Leave(leave::State::Deciding {
            number: 142,
            reason: Some("effectif".to_owned()),
        }),
        State::Leave(leave::State::Reasoning { number: 142 }),
        State::Leave(leave::State::Withdrawing { number: 142 }),
        State::Leave(leave::State::Cancelling { number: 142 }),
        State::Leave(leave::State::Changing(serde_json::from_str(draft).unwrap())),
        State::Access(access::State::Which(Purpose::Creation)),
        State::Access(access::State::Name(Purpose::Reset, Circuit::IntraParis)),
        State::Access(access::State::Email(
            Purpose::Reset,
            Circuit::MonCompteParisien,
            "amina.diallo".to_owned(),
        )),
        State::Access(access::State::LockSure),
        State::Access(access::State::UnlinkSure),
        State::Access(access::State::LinkName),
        State::Access(access::State::LinkEmail("amina.diallo".to_owned())),
        State::Channel(channel::State::WhichApplication(channel::Place::Channel(
            Channel::Vpn,
        ))),
        State::Channel(channel::State::WhichApplication(channel::Place::Away)),
        State::Channel(channel::State::WhichChannel("rh".to_owned())),
        State::Vpn(vpn::State::Version),
        State::Vpn(vpn::State::Reinstall(vpn::Version::Old)),
        State::Vpn(vpn::State::Restart(vpn::Version::Unseen)),
    ];
    talks.extend(declared_and_asked());
    talks.extend(sought(draft).map(|sought| State::Leave(leave::State::Seeking(sought))));
    talks.extend(
        [
            factor::State::IsTheirs,
            factor::State::IsAlive,
            factor::State::Resend,
            factor::State::Arrived,
            factor::State::Ticket,
            factor::State::Activate,
        ]
        .map(State::Factor),
    );
    talks
}

/// Talks about one's own record and about documents.
fn declared_and_asked() -> Vec<State> {
    let address = Address::new("12 rue des Lilas", "75019", "Paris").unwrap();
    let wish = Wish {
        kind: "employer_certificate".to_owned(),
        purpose: Some(Usage::Housing),
        lang: Some(Lang::En),
        about_on: Some(day()),
    };
    vec![
        State::Profile(profile::State::Address(Some("12 rue des Lilas".to_owned()))),
        State::Profile(profile::State::FamilyEvent),
        State::Profile(profile::State::FamilyDay(Event::Birth)),
        State::Profile(profile::State::Sure(Detail::Address(address))),
        State::Document(document::State::Filling(Wish::default())),
        State::Document(document::State::Confirming(wish)),
        State::Document(document::State::Withdrawing(12)),
        State::Document(document::State::Replying(12)),
        State::Document(document::State::Sending(12, "De 2019 à 2024".to_owned())),
    ]
}

fn messages() -> Vec<Heard> {
    let kinds = [
        What::Said("solde".to_owned()),
        What::Secret {
            kind: "password".to_owned(),
            redacted: true,
        },
        What::Reacted {
            to: "$event".to_owned(),
            key: "1️⃣".to_owned(),
        },
        What::Unencrypted,
        What::Attachment,
        What::Joined,
        What::Undecryptable("{}".to_owned()),
    ];
    let heard = |what| Heard {
        event_id: "$event".to_owned(),
        room: "!room:localhost".to_owned(),
        sender: "@amina.diallo:localhost".to_owned(),
        sent_at: instant(),
        what,
    };
    kinds.map(heard).into()
}

fn saying() -> Saying {
    let values = [
        Value::Text("texte".to_owned()),
        Value::Both(Both {
            fr: "messagerie".to_owned(),
            en: "mail".to_owned(),
        }),
        Value::Int(3),
        Value::Days(5),
        Value::Date(day()),
        Value::Time(instant()),
        Value::Day(instant()),
        Value::Hour(instant()),
        Value::Month(day()),
        Value::Word("talk-yes".to_owned()),
        Value::Phrase("talk-yes".to_owned(), vec![("n".to_owned(), Value::Int(1))]),
    ];
    let mut line = Line::personal("leave-asked")
        .item(Line::public("talk-help"))
        .urgent();
    for (place, value) in values.into_iter().enumerate() {
        line = line.arg(&format!("v{place}"), value);
    }
    line.choices.push(Choice {
        id: "leave.validate:142".to_owned(),
        key: "leave-choice-validate".to_owned(),
        args: vec![("number".to_owned(), Value::Int(142))],
    });
    line.links
        .push(("talk-open".to_owned(), "https://space".to_owned()));
    Saying {
        lines: vec![line],
        lang: Some(Lang::En),
    }
}

fn write<Form>(table: &mut String, kind: &str, form: &Form)
where
    Form: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let written = serde_json::to_string(form).unwrap();
    assert_eq!(&serde_json::from_str::<Form>(&written).unwrap(), form);
    writeln!(table, "{kind} {written}").unwrap();
}

#[test]
fn what_is_stored_is_written_as_before() {
    let mut table = String::new();
    for state in talks() {
        let kind = format!("talk {}", place(&state));
        let lang = Some(Lang::En);
        write(&mut table, &kind, &Memory { state, lang });
    }
    for heard in messages() {
        write(&mut table, "heard", &heard);
    }
    write(&mut table, "chat", &saying());
    let letter = Letter {
        to: "amina.diallo@paris.example".to_owned(),
        subject: "Objet".to_owned(),
        body: "Bonjour".to_owned(),
    };
    write(&mut table, "mail", &letter);
    let text = Text {
        to: "+33600000000".to_owned(),
        body: "Code".to_owned(),
    };
    write(&mut table, "sms", &text);
    crate::same_as_before("stored_forms.txt", &table);
}
