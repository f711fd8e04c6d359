//! What is stored, held against what everybody saw.

use super::load::{Load, is_granted};
use super::person::Person;
use crate::house::House;
use chrono::{DateTime, Utc};
use guichet_core::kernel::house::House as Core;
use guichet_core::kernel::work::Work;
use guichet_core::{all, scalar};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

/// The line at the end.
#[derive(Default)]
pub struct Sum {
    requests: usize,
    decisions: usize,
    unlocks: usize,
    messages: usize,
    mails: usize,
    repeated: usize,
}

impl fmt::Display for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            requests,
            decisions,
            unlocks,
            messages,
            mails,
            repeated,
        } = self;
        write!(
            f,
            "{requests} requests acknowledged, {decisions} decisions, {unlocks} unlocks, {messages} messages, \
             0 lost, 0 duplicates; {mails} mails, of which {repeated} came again with the same Message-ID"
        )
    }
}

pub async fn is_anything_waiting(stored: &Arc<Core>) -> bool {
    let mut work = Work::read(stored).await.unwrap();
    let sql = "SELECT (SELECT count(*) FROM inbox WHERE stage IN ('waiting', 'undecryptable')) \
               + (SELECT count(*) FROM notices WHERE stage = 'waiting')";
    scalar!(work.tx(), i64, sql).unwrap() != Some(0)
}

/// Fails unless everything fits together. Nothing is running any more.
pub async fn balance(house: &House, load: &Load<'_>, died: &[DateTime<Utc>]) -> Sum {
    let stored = house.stored().await;
    let mut work = Work::read(&stored).await.unwrap();
    let sql = "SELECT stage, count(*) FROM notices WHERE stage <> 'sent' GROUP BY stage";
    let unsaid = all!(work.tx(), (String, i64), sql).unwrap();
    assert_eq!(unsaid, [], "everything was said");
    let sql = "SELECT stage, count(*) FROM inbox WHERE stage <> 'handled' GROUP BY stage";
    let unheard = all!(work.tx(), (String, i64), sql).unwrap();
    assert_eq!(unheard, [], "everything was answered");

    let log = Log::read(&mut work).await;
    let mut sum = Sum {
        unlocks: unlocks(load, &log),
        ..leave(&mut work, load, &log).await
    };
    for person in load.people() {
        sum.messages += conversation(&mut work, person, &house.bot).await;
    }
    (sum.mails, sum.repeated) = mails(&mut work, house, load, &log, died).await;
    drop(work);
    stored.db.close().await;
    sum
}

/// The changes in the audit log: what, about whom, with which number.
struct Log(Vec<(String, String, String)>);

impl Log {
    async fn read(work: &mut Work) -> Self {
        let sql = "SELECT l.what, a.username, l.facts FROM audit l JOIN agents a ON a.id = l.about_id \
                   WHERE l.kind = 'change'";
        Self(all!(work.tx(), (String, String, String), sql).unwrap())
    }

    fn count(&self, what: &str, about: &str, fact: &str) -> usize {
        let rows = self
            .0
            .iter()
            .filter(|(w, a, f)| w == what && (about.is_empty() || a == about) && f.contains(fact));
        rows.count()
    }

    fn number(&self, what: &str, number: i64) -> usize {
        self.count(what, "", &format!("\"number\":{number}}}"))
    }
}

/// Each request and decision: one row, one row of the log, one notice, as its people saw it.
async fn leave(work: &mut Work, load: &Load<'_>, log: &Log) -> Sum {
    let sql = "SELECT r.number, a.username, r.stage FROM leave_requests r JOIN agents a ON a.id = r.agent_id \
               WHERE a.username = $1 AND r.first_half >= $2 ORDER BY r.number";
    let next_year = format!("{}", chrono::Datelike::year(&work.today()) + 1);
    let mut sum = Sum::default();
    for applicant in &load.applicants {
        let person = &applicant.person;
        let rows = all!(
            work.tx(),
            (i64, String, String),
            sql,
            &person.username,
            &next_year
        )
        .unwrap();
        let acknowledged = applicant.requests.borrow();
        let numbers: Vec<i64> = rows.iter().map(|(number, ..)| *number).collect();
        let told: Vec<i64> = acknowledged.iter().map(|(number, _)| *number).collect();
        assert_eq!(
            numbers, told,
            "what {} was told is what there is",
            person.username
        );
        for ((number, day), (_, _, stage)) in acknowledged.iter().zip(&rows) {
            let of = format!("n° {number} ");
            let (granted, refused) = (
                log.number("leave.validate", *number),
                log.number("leave.refuse", *number),
            );
            let (as_decided, word, settled) = if is_granted(*number) {
                ((1, 0), "validée", "validated")
            } else {
                ((0, 1), "refusée", "refused")
            };
            assert_eq!(stage, settled);
            assert_eq!(
                (log.number("leave.request", *number), (granted, refused)),
                (1, as_decided),
                "request {number}"
            );
            assert_eq!(
                person.count(&of, &format!("{day}. Elle n’est pas encore accordée")),
                1
            );
            assert_eq!(person.count(&format!("Votre demande {of}est {word}"), day), 1);
            let asked = format!("Demande n° {number} :");
            let supervisors = [&load.claire, &load.head];
            assert_eq!(
                supervisors
                    .iter()
                    .map(|who| who.count(&asked, "souhaite"))
                    .sum::<usize>(),
                1,
                "{asked}"
            );
        }
        sum.requests += rows.len();
    }
    for (number, granted) in &*load.decided.borrow() {
        let (done, of) = (
            if *granted { "est validée" } else { "est refusée" },
            format!("La demande n° {number} ("),
        );
        assert_eq!(load.claire.count(&of, done), 1, "{number}");
    }
    for (number, granted) in &*load.decided_on_the_web.borrow() {
        let what = if *granted {
            "leave.validate"
        } else {
            "leave.refuse"
        };
        assert_eq!(log.number(what, *number), 1, "acknowledged on the web: {number}");
    }
    sum.decisions = load.decided.borrow().len() + load.decided_on_the_web.borrow().len();
    sum
}

/// Each lock was lifted once, and its owner told once.
fn unlocks(load: &Load<'_>, log: &Log) -> usize {
    let mut unlocks = 0;
    for victim in &load.victims {
        let (person, requests) = (&victim.person, victim.requests.borrow());
        let counted = ["account.lock", "ticket.open", "account.unlock", "ticket.close"]
            .map(|what| log.count(what, &person.username, ""));
        assert_eq!(
            counted,
            [requests.len(); 4],
            "{}: locked, asked, unlocked, closed",
            person.username
        );
        for reference in &*requests {
            assert_eq!(person.count("est enregistrée", reference), 1);
            assert_eq!(person.count("est déverrouillé", reference), 1);
        }
        assert_eq!(
            person.count("après plusieurs échecs de connexion", ""),
            usize::from(!requests.is_empty())
        );
        unlocks += requests.len();
    }
    assert!(load.unlocked.get() <= unlocks, "more was acknowledged than done");
    unlocks
}

/// One message for each row of the outbox, one answer for each thing said. Returns how many the bot said.
async fn conversation(work: &mut Work, person: &Person<'_>, bot: &str) -> usize {
    let sql = "SELECT sent_as FROM notices WHERE way = 'chat' AND room = $1";
    let rows = all!(work.tx(), (String,), sql, &person.room).unwrap();
    let rows: Vec<String> = rows.into_iter().map(|(event,)| event).collect();
    let sorted = |mut events: Vec<String>| {
        events.sort();
        events
    };
    let there = sorted(person.events(bot).await);
    let heard = sorted(
        person
            .heard
            .borrow()
            .iter()
            .map(|message| message.event.clone())
            .collect(),
    );
    assert_eq!(heard, there, "{} could read everything once", person.username);
    assert_eq!(
        sorted(rows),
        there,
        "each row of the outbox is one message to {}",
        person.username
    );

    let sender = person.address();
    let own = person.events(&sender).await.len();
    assert_eq!(own, person.said.get());
    let sql = "SELECT count(*) FROM inbox WHERE room = $1 AND sender = $2";
    let kept = scalar!(work.tx(), i64, sql, &person.room, &sender).unwrap();
    // Their invitation was heard as well.
    assert_eq!(
        kept,
        i64::try_from(own + 1).ok(),
        "what {} said was heard once",
        person.username
    );
    let unprompted = [
        "souhaite",
        "Ce congé vous est accordé",
        "Motif :",
        "est déverrouillé",
        "échecs de connexion",
    ];
    let unprompted: usize = unprompted.iter().map(|words| person.count(words, "")).sum();
    assert_eq!(
        there.len(),
        1 + own + unprompted,
        "a welcome, an answer to each word of {}, the notices",
        person.username
    );
    there.len()
}

/// Each mail that was promised came; one that came again was being sent when the house died, and is the same mail.
async fn mails(
    work: &mut Work,
    house: &House,
    load: &Load<'_>,
    log: &Log,
    died: &[DateTime<Utc>],
) -> (usize, usize) {
    let rows = all!(
        work.tx(),
        (String, i64),
        "SELECT sent_as, attempts FROM notices WHERE way = 'mail'"
    )
    .unwrap();
    let rows: BTreeMap<String, i64> = rows.into_iter().collect();
    let arrived = house.post.all().await;
    let ids: BTreeSet<&String> = arrived.iter().map(|mail| &mail.id).collect();
    assert_eq!(
        ids,
        rows.keys().collect(),
        "each row of the outbox is one Message-ID"
    );
    let mut repeated = 0;
    for (n, mail) in arrived.iter().enumerate() {
        let Some(before) = arrived[..n].iter().rev().find(|other| other.id == mail.id) else {
            continue;
        };
        repeated += 1;
        assert_eq!(
            (&before.to, &before.subject, &before.body),
            (&mail.to, &mail.subject, &mail.body)
        );
        let micros = |at: f64| DateTime::from_timestamp_micros((at * 1e6) as i64).unwrap();
        let (first, second) = (micros(before.at), micros(mail.at));
        assert!(
            died.iter().any(|died| first <= *died && *died <= second),
            "{mail:?} again without a kill"
        );
        assert!(rows[&mail.id] > 1);
    }
    let sql = "SELECT count(*) FROM resets r JOIN agents a ON a.id = r.agent_id WHERE a.email = $1 AND r.circuit = $2";
    for ((email, circuit), (asked, acknowledged)) in &load.resets.take() {
        let made = scalar!(work.tx(), i64, sql, email, *circuit)
            .unwrap()
            .unwrap_or_default();
        let made = usize::try_from(made).unwrap();
        assert!(
            (*acknowledged..=*asked).contains(&made),
            "{email}, {circuit}: {acknowledged} ≤ {made} ≤ {asked}"
        );
    }
    let alerts = load
        .victims
        .iter()
        .filter(|victim| !victim.requests.borrow().is_empty())
        .count();
    assert_eq!(rows.len(), log.count("password.start_reset", "", "") + alerts);
    (rows.len(), repeated)
}
