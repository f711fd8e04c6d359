//! The desk: takes what was heard, in turn, and answers it. One unit of work per message: what it changes, what is said
//! and the fact that it was handled become durable together, or not at all.

use chrono::Duration;
use guichet_core::conversation::{self, Heard as Event, Waiting, What};
use guichet_core::kernel::actor::Door;
use guichet_core::kernel::audit::Entry;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::house::House;
use guichet_core::kernel::line::{Line, Saying, Value};
use guichet_core::kernel::notice;
use guichet_core::kernel::words::Lang;
use guichet_core::kernel::work::Work;
use guichet_core::people::{self, Agent, AgentId, BadAddress, Speaker};
use guichet_core::ticket;
use std::sync::Arc;

mod attend;
mod memory;
mod reading;

pub use attend::{attend, lapse, own_up};
pub use memory::Memory;

use crate::perform;
use crate::talk::{self, Ask, Heard, Repeated, Said, Scene, State, Turn};
use crate::understand::secret::SecretKind;
use crate::understand::{clean, understand};
use reading::{Meant, again, is_yes, keycap, pick, quoted, undoing};

/// Asks of the house in answer to one message; a dialogue that wants more goes in circles.
const ASKS: usize = 4;
/// A message on which the house failed this often is answered with an incident code.
const TRIES: i64 = 8;

/// Why a room may not carry a personal answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Somebody else is in the room, or invited to it.
    Company,
    /// The room is not encrypted.
    Unencrypted,
    /// Somebody may enter or read without being invited.
    Open,
    /// The bot or the agent is not in the room.
    Absent,
}

/// What the desk needs to know from a transport.
pub trait Gate {
    /// Whether the room holds `sender` and the bot, nobody else, and nobody else can read it.
    fn check(&self, room: &str, sender: &str) -> impl Future<Output = Result<Option<Unfit>, Fault>> + Send;

    /// The cross-signing master key that `sender` shows; `None`: none, or the transport knows no such thing.
    fn key(&self, sender: &str) -> impl Future<Output = Result<Option<String>, Fault>> + Send;
}

/// Handles the message whose turn it is. `false`: none waits.
pub async fn handle(house: &Arc<House>, gate: &impl Gate) -> Result<bool, Fault> {
    let Some(waiting) = conversation::next_waiting(house).await? else {
        return Ok(false);
    };
    if let Err(fault) = answer(house, gate, &waiting).await {
        failed(house, &waiting, &fault).await?;
    }
    Ok(true)
}

async fn answer(house: &Arc<House>, gate: &impl Gate, waiting: &Waiting) -> Result<(), Fault> {
    let event = &waiting.heard;
    let (unfit, key) = tokio::try_join!(gate.check(&event.room, &event.sender), gate.key(&event.sender))?;
    let mut work = Work::write(house).await?;
    work.act_as_system("desk");
    if let Some(unfit) = unfit {
        return close(work, event, None, not_here(unfit)).await;
    }
    let speaker = people::identify(&mut work, &event.sender, key.as_deref()).await;
    let agent = match speaker {
        Ok(Speaker::Known(agent, _)) => Some(*agent),
        Ok(Speaker::Stranger(None)) => None,
        Ok(Speaker::Stranger(Some(bad))) => {
            return close(work, event, None, Some(never_linked(&bad).into())).await;
        }
        Ok(Speaker::KeyChanged(agent)) => {
            report(&mut work, agent).await?;
            conversation::forget(&mut work, &event.room).await?;
            return close(work, event, None, Some(Line::public("talk-key-changed").into())).await;
        }
        Err(people::Error::Fault(fault)) => return Err(fault),
        Err(other) => return Err(Fault::inconsistent("chat_identities", &event.sender, other)),
    };
    if let Some(agent) = &agent {
        let person = people::person(&mut work, agent, Door::Chat).await?;
        work.act_as(person);
        people::met_in(&mut work, agent.id, &event.room).await?;
        if event.what == What::Joined {
            notice::hurry(&mut work, agent.id).await?;
        }
    }
    let saying = talk(&mut work, event, agent.as_ref()).await?;
    close(work, event, agent.as_ref(), saying).await
}

/// The link of an agent has just ended for another key: that is looked into.
pub(crate) async fn report(work: &mut Work, agent: AgentId) -> Result<(), Fault> {
    match ticket::key_changed(work, agent).await {
        Ok(_) => Ok(()),
        Err(ticket::Error::Fault(fault)) => Err(fault),
        Err(other) => Err(Fault::inconsistent("tickets", agent, other)),
    }
}

/// Says the answer, marks the message handled, and makes it all durable.
async fn close(
    mut work: Work,
    event: &Event,
    agent: Option<&Agent>,
    saying: Option<Saying>,
) -> Result<(), Fault> {
    if !conversation::done(&mut work, &event.event_id).await? {
        return Ok(());
    }
    // Where the house itself has told the agent, nothing is left to say.
    if let Some(saying) = saying.filter(|saying| !saying.lines.is_empty()) {
        work.answer(agent.map(|agent| agent.id), &event.room, saying)
            .await?;
    }
    work.save().await
}

async fn talk(work: &mut Work, event: &Event, agent: Option<&Agent>) -> Result<Option<Saying>, Fault> {
    let (settings, now) = (work.settings().chat.clone(), work.now());
    let late = event.sent_at + Duration::minutes(settings.stale_minutes) < now;
    let (Memory { state, lang: spoken }, lapsed) = memory::recall(work, &event.room).await?;
    let today = work.house().today_at(event.sent_at);
    let usual = spoken.unwrap_or_else(|| usual(agent));
    let lines = match &event.what {
        What::Secret { kind, redacted } => vec![secret(kind, *redacted)],
        What::Unencrypted => vec![Line::public("talk-unencrypted")],
        What::Attachment => vec![Line::public("talk-attachment")],
        What::Joined => vec![welcome(agent)],
        What::Undecryptable(_) => vec![Line::public("talk-undecryptable")],
        What::Said(text) => {
            // What is quoted, kept as a reason or shown to somebody else holds nothing invisible either.
            let text = &clean(text);
            let choices = notice::choices_in(work.tx(), &event.room, event.sent_at).await?;
            let said = understand(text, today, usual);
            let undoing = undoing(&state, said.intent, choices.as_deref());
            let picked = pick(text, choices).or(undoing);
            // An address is in the language of its town, not of whoever writes it.
            let own_words = !state.awaits_an_address();
            let lang = said.language.filter(|_| own_words).unwrap_or(usual);
            let scene = Scene {
                today,
                sent_at: event.sent_at,
                name: agent.map(|a| a.given_name.clone()),
                lang,
            };
            let repeated = picked
                .clone()
                .map_or_else(|| Repeated::Said(text.clone(), today), Repeated::Picked);
            let heard = picked.map_or_else(
                || {
                    Heard::Said(Said {
                        text: text.clone(),
                        understood: said,
                    })
                },
                Heard::Picked,
            );
            let meant = if late { Meant::LongAgo } else { Meant::Now };
            let mut lines = run(work, event, agent, (state, heard, repeated), &scene, meant).await?;
            if late {
                lines.insert(0, Line::public("talk-late").arg("hour", event.sent_at));
            } else if lapsed {
                lines.insert(0, Line::public("talk-lapsed"));
            }
            return Ok(Some(Saying {
                lines,
                lang: Some(lang),
            }));
        }
        What::Reacted { to, key } => {
            let choices = notice::choices_of(work.tx(), &event.room, to).await?;
            // A reaction to something that offered no choice is not an answer to anything.
            let Some(id) = choices.and_then(|choices| pick(keycap(key)?, Some(choices))) else {
                return Ok(None);
            };
            let scene = Scene {
                today,
                sent_at: event.sent_at,
                name: agent.map(|a| a.given_name.clone()),
                lang: usual,
            };
            let start = (state, Heard::Picked(id.clone()), Repeated::Picked(id));
            let meant = if late { Meant::LongAgo } else { Meant::Tapped };
            run(work, event, agent, start, &scene, meant).await?
        }
    };
    Ok(Some(Saying { lines, lang: spoken }))
}

/// The language in which somebody is answered who has not spoken another.
fn usual(agent: Option<&Agent>) -> Lang {
    agent.map_or(Lang::Fr, |agent| agent.lang)
}

/// Steps through the dialogue and carries out what it asks, until it waits for the person again.
async fn run(
    work: &mut Work,
    event: &Event,
    agent: Option<&Agent>,
    (mut state, mut heard, mut repeated): (State, Heard, Repeated),
    scene: &Scene,
    mut meant: Meant,
) -> Result<Vec<Line>, Fault> {
    if let State::Repeat { heard: before, then } = &state
        && is_yes(&heard)
    {
        meant = meant.agreed();
        (heard, repeated) = (again(before, scene), before.clone());
        state = (**then).clone();
    }
    let mut lines = vec![];
    for _ in 0..ASKS {
        let before = state.clone();
        let Turn { next, says, ask } = talk::step(state, heard, scene);
        lines.extend(says);
        state = next;
        let Some(ask) = ask else { break };
        if let Some(line) = meant.doubts(&ask) {
            let (text, hour) = (quoted(&repeated), scene.sent_at);
            lines = vec![line.arg("text", text).arg("hour", hour)];
            state = State::Repeat {
                heard: repeated,
                then: Box::new(before),
            };
            break;
        }
        heard = Heard::Answered(carry_out(work, event, ask).await?);
    }
    let lang = Some(scene.lang).filter(|lang| *lang != usual(agent));
    let memory = Memory { state, lang };
    memory::keep(work, &event.room, agent.map(|agent| agent.id), &memory).await?;
    Ok(lines)
}

/// Carries out one ask. A refusal leaves nothing behind but its row in the log.
async fn carry_out(work: &mut Work, event: &Event, ask: Ask) -> Result<talk::Answer, Fault> {
    work.mark().await?;
    match perform::perform(work, event, ask).await? {
        Ok(answer) => Ok(answer),
        Err(refused) => {
            work.back_to_mark().await?;
            let entry = Entry::refusal(refused.what).with("words", refused.line.key.as_str());
            let entry = match work.actor().agent() {
                Some(agent) => entry.about(agent),
                None => entry,
            };
            work.audit(entry).await?;
            Ok(talk::Answer::Refused(refused.line))
        }
    }
}

fn not_here(unfit: Unfit) -> Option<Saying> {
    let key = match unfit {
        Unfit::Company => "talk-not-here-company",
        Unfit::Unencrypted => "talk-not-here-unencrypted",
        Unfit::Open => "talk-not-here-open",
        Unfit::Absent => return None,
    };
    Some(Line::public(key).into())
}

/// Why nobody from this address can be answered.
fn never_linked(bad: &BadAddress) -> Line {
    match bad {
        BadAddress::OtherServer(server) => {
            Line::public("talk-stranger-other-server").arg("server", server.as_str())
        }
        BadAddress::Malformed | BadAddress::LookAlike(_) => Line::public("talk-stranger-look-alike"),
    }
}

/// The end of the word key that names a kind of secret; also what the inbox keeps of it.
pub fn secret_name(kind: SecretKind) -> &'static str {
    match kind {
        SecretKind::Password => "password",
        SecretKind::Token => "token",
        SecretKind::PrivateKey => "private-key",
        SecretKind::Iban => "iban",
        SecretKind::Nir => "nir",
        SecretKind::Code => "code",
    }
}

fn secret(kind: &str, redacted: bool) -> Line {
    let done = if redacted {
        "talk-secret-redacted"
    } else {
        "talk-secret-delete-it"
    };
    let line = Line::public("talk-secret")
        .arg("kind", Value::word(&format!("talk-secret-{kind}")))
        .item(Line::public(done))
        .urgent();
    // Said where it belongs: whoever types an IBAN means to change it.
    match kind {
        "iban" => line.item(Line::public("talk-secret-iban-instead")),
        _ => line,
    }
}

fn welcome(agent: Option<&Agent>) -> Line {
    match agent {
        Some(agent) => Line::public("talk-welcome").arg("name", agent.given_name.as_str()),
        None => Line::public("talk-welcome-stranger"),
    }
}

/// The house failed: the message keeps its place and is tried again, until somebody has to look at it.
async fn failed(house: &Arc<House>, waiting: &Waiting, fault: &Fault) -> Result<(), Fault> {
    let Waiting {
        heard: event,
        attempts,
    } = waiting;
    if *attempts + 1 < TRIES || fault.is_passing() {
        tracing::warn!(event = event.event_id, attempts, %fault, "a message could not be handled and is tried again");
        let wait = Duration::milliseconds(250 << (*attempts).clamp(0, 7));
        return conversation::postpone(house, &event.event_id, wait).await;
    }
    let incident = house.chance.digits(8)?;
    tracing::error!(incident, event = event.event_id, %fault, "a message could not be handled");
    let mut work = Work::write(house).await?;
    work.act_as_system("desk");
    conversation::forget(&mut work, &event.room).await?;
    close(
        work,
        event,
        None,
        Some(Line::public("talk-incident").arg("incident", incident).into()),
    )
    .await
}
