//! The people of the story and what they do, over and over, until it is enough.

use super::cast::City;
use super::person::Person;
use crate::forms::{Answered, Forms};
use crate::house::House;
use crate::suite::Suite;
use futures_util::future::{join, join_all};
use guichet::demo::PASSWORD;
use reqwest::StatusCode;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::time::interval;

pub struct Applicant<'a> {
    pub person: Person<'a>,
    /// Number and day of each request that the bot acknowledged.
    pub requests: RefCell<Vec<(i64, String)>>,
}

pub struct Victim<'a> {
    pub person: Person<'a>,
    forms: Forms,
    /// References of the requests to unlock that were acknowledged.
    pub requests: RefCell<Vec<String>>,
}

/// By address and circuit: how often a reset link was asked for, and how often that was answered.
pub type Resets = BTreeMap<(String, &'static str), (usize, usize)>;

pub struct Load<'a> {
    pub applicants: Vec<Applicant<'a>>,
    pub victims: Vec<Victim<'a>>,
    /// Decides in chat.
    pub claire: Person<'a>,
    /// Is told in chat and decides on the web.
    pub head: Person<'a>,
    /// What was decided in chat, and on the web with an answer: number, and whether it was granted.
    pub decided: RefCell<Vec<(i64, bool)>>,
    pub decided_on_the_web: RefCell<Vec<(i64, bool)>>,
    /// Unlocks in the console that were answered.
    pub unlocked: Cell<usize>,
    pub resets: RefCell<Resets>,
    decisions: Forms,
    console: Forms,
    space: String,
    city: City,
    is_enough: Cell<bool>,
}

impl Load<'static> {
    /// Everybody comes and signs in, while the house lives.
    pub async fn prepare(suite: &'static Suite, house: &House, city: City) -> Self {
        let come = |username: String| async move { Person::come(suite, &username, &house.bot).await };
        let applicants = join_all(city.applicants.iter().cloned().map(come)).await;
        let victims = join_all(city.victims.iter().cloned().map(come)).await;
        let (claire, head) = join(come("claire.moreau".into()), come(city.head.clone())).await;
        let (decisions, console) = (Forms::new(&house.space), Forms::new(&house.console));
        decisions.sign_in(&head.username, PASSWORD, None).await.unwrap();
        let code = house.code("karim.benali");
        console
            .sign_in("karim.benali", PASSWORD, Some(&code))
            .await
            .unwrap();
        let applicant = |person| Applicant {
            person,
            requests: RefCell::default(),
        };
        let victim = |person| Victim {
            person,
            forms: Forms::new(&house.space),
            requests: RefCell::default(),
        };
        Self {
            applicants: applicants.into_iter().map(applicant).collect(),
            victims: victims.into_iter().map(victim).collect(),
            claire,
            head,
            decided: RefCell::default(),
            decided_on_the_web: RefCell::default(),
            unlocked: Cell::new(0),
            resets: RefCell::default(),
            decisions,
            console,
            space: house.space.clone(),
            city,
            is_enough: Cell::new(false),
        }
    }
}

impl Load<'_> {
    /// What is begun is brought to its end, and nothing else is begun.
    pub fn enough(&self) {
        self.is_enough.set(true);
    }

    /// Everybody at once, `meanwhile`; ends when it is enough and nobody waits for anything any more.
    pub async fn carry(&self, meanwhile: impl Future<Output = ()>) {
        let applicants = join_all(self.applicants.iter().map(|applicant| self.apply(applicant)));
        let victims = join_all(self.victims.iter().map(|victim| self.be_locked_out(victim)));
        let asking = async { tokio::join!(meanwhile, applicants, victims, self.forget_passwords()) };
        let answering =
            async { tokio::join!(self.decide_in_chat(), self.decide_on_the_web(), self.unlock()) };
        tokio::select! { _ = asking => {} _ = answering => {} }
        // Claire may still owe herself the end of her last conversation.
        let decided = self.decided.borrow().len();
        assert!(
            decided + self.decided_on_the_web.borrow().len() > 0,
            "nothing was decided"
        );
    }

    /// Asks for leave, in two steps, and waits for the decisions at the end.
    async fn apply(&self, applicant: &Applicant<'_>) {
        let person = &applicant.person;
        for day in &self.city.days {
            if self.is_enough.get() {
                break;
            }
            person
                .exchange(&format!("congé annuel le {day}"), "pas encore envoyée", day)
                .await;
            let sent = person
                .exchange("oui", "Elle n’est pas encore accordée", day)
                .await;
            applicant.requests.borrow_mut().push((number(&sent), day.clone()));
        }
        let requests = applicant.requests.borrow().clone();
        for (number, day) in requests {
            person
                .until(&format!("Votre demande n° {number} est "), &format!("{day}. "))
                .await;
        }
    }

    /// Is locked out by wrong passwords, asks support in chat, and waits to be let in again.
    async fn be_locked_out(&self, victim: &Victim<'_>) {
        let person = &victim.person;
        let mut pause = interval(Duration::from_millis(100));
        while !self.is_enough.get() {
            let mut refused = 0;
            while refused < 3 {
                pause.tick().await;
                let answer = wrong_password(victim).await;
                refused += usize::from(answer.is_ok_and(|page| page.html.contains("Connexion refusée")));
            }
            let asked = person
                .exchange(
                    "débloquer mon compte IntraParis",
                    "Votre demande n° ",
                    "déverrouillage du compte",
                )
                .await;
            let reference = word_after(&asked, "n° ");
            person.until("est déverrouillé", &reference).await;
            victim.requests.borrow_mut().push(reference);
        }
    }

    /// Claire hears of a request, and grants the even ones.
    async fn decide_in_chat(&self) {
        loop {
            let asked = self.claire.until("attend votre décision", "souhaite").await;
            let number = number(&asked);
            let (words, sure, done) = if is_granted(number) {
                (
                    format!("valider {number}"),
                    "Voulez-vous la valider",
                    "est validée",
                )
            } else {
                let why = "deux collègues sont déjà absents ce jour-là";
                (
                    format!("refuser {number} car {why}"),
                    "Voulez-vous la refuser",
                    "est refusée",
                )
            };
            self.claire
                .exchange(&words, sure, &format!("n° {number} ("))
                .await;
            self.decided.borrow_mut().push((number, is_granted(number)));
            self.claire
                .exchange("oui", done, &format!("La demande n° {number} ("))
                .await;
        }
    }

    /// The other head has the page of decisions open.
    async fn decide_on_the_web(&self) {
        let mut pause = interval(Duration::from_millis(300));
        loop {
            pause.tick().await;
            let Ok(shown) = self.decisions.get("/decisions").await else {
                continue;
            };
            if let Some(number) = shown.values("number").first() {
                let number: i64 = number.parse().unwrap();
                let verdict = if is_granted(number) { "validate" } else { "refuse" };
                let why = "Deux collègues sont déjà absents ce jour-là";
                let fields = [
                    ("number", number.to_string()),
                    ("verdict", verdict.into()),
                    ("reason", why.into()),
                ];
                let fields = fields.each_ref().map(|(name, value)| (*name, value.as_str()));
                if is_done(self.decisions.submit(&shown, "/decisions", &fields).await) {
                    self.decided_on_the_web
                        .borrow_mut()
                        .push((number, is_granted(number)));
                }
            }
        }
    }

    /// Karim takes the queue from its head.
    async fn unlock(&self) {
        let mut pause = interval(Duration::from_millis(300));
        loop {
            pause.tick().await;
            let Ok(queue) = self.console.get("/queue").await else {
                continue;
            };
            for agent in queue.links("/agents/") {
                let Ok(shown) = self.console.get(&agent).await else {
                    continue;
                };
                let fields = [
                    ("verb", "unlock"),
                    ("circuit", "intraparis"),
                    ("reason", "Rappelé au numéro connu"),
                ];
                if is_done(self.console.submit(&shown, &agent, &fields).await) {
                    self.unlocked.set(self.unlocked.get() + 1);
                }
            }
        }
    }

    /// Everybody forgets their passwords, one after the other: each is a mail.
    async fn forget_passwords(&self) {
        let forms = Forms::new(&self.space);
        let mut pause = interval(Duration::from_millis(300));
        let circuits = ["intraparis", "moncompteparisien"];
        let all = self
            .city
            .everybody
            .iter()
            .flat_map(|agent| circuits.map(|circuit| (agent, circuit)));
        for ((username, email), circuit) in all {
            if self.is_enough.get() {
                return;
            }
            pause.tick().await;
            let answer = async {
                let shown = forms.get("/forgotten").await?;
                let fields = [("circuit", circuit), ("name", username), ("email", email)];
                forms.submit(&shown, "/forgotten", &fields).await
            };
            let answered = answer
                .await
                .is_ok_and(|page| page.html.contains("Demande enregistrée"));
            let mut resets = self.resets.borrow_mut();
            let (asked, acknowledged) = resets.entry((email.clone(), circuit)).or_default();
            *asked += 1;
            *acknowledged += usize::from(answered);
        }
    }
}

async fn wrong_password(victim: &Victim<'_>) -> Answered {
    let shown = victim.forms.get("/sign-in").await?;
    let username = victim.person.username.as_str();
    let fields = [
        ("username", username),
        ("password", "pas-le-bon-1A!"),
        ("to", "/"),
    ];
    victim.forms.submit(&shown, "/sign-in", &fields).await
}

/// An answer came, and it says that it was done.
fn is_done(answer: Answered) -> bool {
    answer.is_ok_and(|page| page.status == StatusCode::SEE_OTHER)
}

/// The odd ones are refused.
pub fn is_granted(number: i64) -> bool {
    number % 2 == 0
}

fn number(text: &str) -> i64 {
    word_after(text, "n° ")
        .parse()
        .unwrap_or_else(|_| panic!("no number in {text}"))
}

fn word_after(text: &str, before: &str) -> String {
    let (_, after) = text
        .split_once(before)
        .unwrap_or_else(|| panic!("no {before} in {text}"));
    after
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '-')
        .collect()
}
