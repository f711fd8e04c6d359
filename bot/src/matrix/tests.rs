//! Hearing from a homeserver that says what the test wants, when the test wants it.

use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use guichet_core::conversation::What;
use guichet_core::kernel::chance::Chance;
use guichet_core::kernel::secret::{Keys, Secret};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

use super::connect::{Account, connect};
use super::hear::{Batch, Ears};

const BOT: &str = "@guichet:localhost";
const ROOM: &str = "!room:localhost";

/// What the homeserver answers to a path with its query; `None`: never.
type Answers = Box<dyn FnMut(&str) -> Option<(u16, Value)> + Send>;

struct Homeserver {
    account: Account,
}

impl Homeserver {
    /// A homeserver that answers `/sync`, `/messages` and whether a room is encrypted with `answers`, and the rest as one
    /// without any history.
    async fn start(answers: impl FnMut(&str) -> Option<(u16, Value)> + Send + 'static) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let name = format!(
            "guichet-hear-{}-{}",
            std::process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let account = Account {
            homeserver: format!("http://{}", listener.local_addr().unwrap()),
            user: "guichet".into(),
            password: Arc::new(Secret::new("secret".into())),
            recovery: None,
            store: std::env::temp_dir().join(name),
            display_name: None,
        };
        let answers: Arc<Mutex<Answers>> = Arc::new(Mutex::new(Box::new(answers)));
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, answers.clone()));
            }
        });
        Self { account }
    }

    /// Connects, and listens from `cursor` on.
    async fn ears(&self, cursor: &str) -> Ears {
        let client = connect(&self.account, &Keys::new([1; 32]), &Chance::System)
            .await
            .unwrap();
        Ears::open(&client, Some(cursor.into()), vec![], vec![])
            .await
            .unwrap()
    }
}

impl Drop for Homeserver {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.account.store);
    }
}

async fn serve(stream: TcpStream, answers: Arc<Mutex<Answers>>) {
    let mut stream = BufReader::new(stream);
    loop {
        let (mut first, mut length) = (String::new(), 0);
        if stream.read_line(&mut first).await.unwrap_or(0) == 0 {
            return;
        }
        loop {
            let mut header = String::new();
            stream.read_line(&mut header).await.unwrap();
            let header = header.trim().to_ascii_lowercase();
            if header.is_empty() {
                break;
            }
            if let Some(value) = header.strip_prefix("content-length:") {
                length = value.trim().parse().unwrap();
            }
        }
        let mut body = vec![0; length];
        stream.read_exact(&mut body).await.unwrap();
        let path = first.split(' ').nth(1).unwrap();
        let asked = ["/sync?", "/messages?", "/state/m.room.encryption"];
        let answer = if asked.iter().any(|asked| path.contains(asked)) {
            (answers.lock().unwrap())(path)
        } else {
            Some(usual(path))
        };
        let Some((status, body)) = answer else {
            return std::future::pending().await;
        };
        let body = body.to_string();
        let answer = format!(
            "HTTP/1.1 {status} x\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        );
        stream.write_all(answer.as_bytes()).await.unwrap();
    }
}

fn usual(path: &str) -> (u16, Value) {
    let body = match path.rsplit('/').next().unwrap() {
        "login" => json!({ "user_id": BOT, "device_id": "DEVICE", "access_token": "token" }),
        "whoami" => json!({ "user_id": BOT, "device_id": "DEVICE" }),
        "versions" => json!({ "versions": ["v1.11"] }),
        "upload" if path.contains("/keys/upload") => {
            json!({ "one_time_key_counts": { "signed_curve25519": 50 } })
        }
        "upload" => json!({}),
        "query" => json!({ "device_keys": {} }),
        _ => return (404, json!({ "errcode": "M_NOT_FOUND", "error": "nothing here" })),
    };
    (200, body)
}

fn not_encrypted() -> (u16, Value) {
    (404, json!({ "errcode": "M_NOT_FOUND", "error": "no such state" }))
}

fn said(id: &str, text: &str) -> Value {
    json!({
        "type": "m.room.message", "event_id": id, "sender": "@amina:localhost", "origin_server_ts": 1_790_000_000_000_i64,
        "content": { "msgtype": "m.text", "body": text }
    })
}

fn sync(next: &str, limited: bool, events: &[Value]) -> Option<(u16, Value)> {
    let timeline = json!({ "limited": limited, "prev_batch": "p", "events": events });
    let rooms = if events.is_empty() {
        json!({})
    } else {
        json!({ "join": { ROOM: { "timeline": timeline } } })
    };
    Some((200, json!({ "next_batch": next, "rooms": rooms })))
}

/// What is heard next, and the position after it.
async fn next(ears: &mut Ears) -> (Vec<String>, String) {
    let batch = tokio::time::timeout(Duration::from_secs(20), ears.next())
        .await
        .expect("nothing was heard")
        .unwrap();
    let Batch::New(heard, cursor) = batch else {
        panic!("{batch:?}")
    };
    let texts = heard.iter().map(|heard| match &heard.what {
        What::Said(text) => text.clone(),
        what => panic!("{what:?}"),
    });
    (texts.collect(), cursor.clone())
}

#[tokio::test]
async fn what_was_not_stored_before_a_crash_is_heard_again() {
    // The same position comes with it a second time: the SDK has seen it, the conversation has not.
    let home = Homeserver::start(|path| match path {
        _ if path.contains("since=s1") => sync("s2", false, &[said("$1", "solde")]),
        _ if path.contains("/state/") => Some(not_encrypted()),
        _ => None,
    })
    .await;
    let before = next(&mut home.ears("s1").await).await;
    let after = next(&mut home.ears("s1").await).await;
    assert_eq!(before, (vec!["solde".to_owned()], "s2".to_owned()));
    assert_eq!(after, before);
}

#[tokio::test]
async fn a_device_without_rooms_asks_for_everything_once_and_then_waits() {
    // A server answers a request for the full state at once, whatever there is to tell.
    let asked = Arc::new(AtomicU32::new(0));
    let count = asked.clone();
    let home = Homeserver::start(move |path| {
        if !path.contains("full_state=true") {
            return None;
        }
        count.fetch_add(1, Ordering::Relaxed);
        sync("s1", false, &[])
    })
    .await;
    let mut ears = home.ears("s1").await;
    let quiet = tokio::time::timeout(Duration::from_secs(1), ears.next()).await;
    assert!(quiet.is_err(), "nothing was said");
    assert_eq!(asked.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn a_batch_is_given_until_it_is_stored() {
    let home = Homeserver::start(|path| match path {
        _ if path.contains("since=s1") => sync("s2", false, &[said("$1", "un")]),
        _ if path.contains("since=s2") => sync("s3", false, &[said("$2", "deux")]),
        _ if path.contains("/state/") => Some(not_encrypted()),
        _ => None,
    })
    .await;
    let mut ears = home.ears("s1").await;
    assert_eq!(next(&mut ears).await.0, ["un"]);
    assert_eq!(next(&mut ears).await.0, ["un"]);
    ears.stored();
    assert_eq!(next(&mut ears).await, (vec!["deux".to_owned()], "s3".to_owned()));
}

#[tokio::test]
async fn a_gap_is_filled_in_order_even_if_the_first_attempt_fails() {
    let mut failures = 0;
    let home = Homeserver::start(move |path| {
        if path.contains("since=s1") {
            return sync("s2", true, &[said("$4", "quatre")]);
        }
        if path.contains("since=") {
            return None;
        }
        if path.contains("/state/") {
            return Some(not_encrypted());
        }
        assert!(path.contains("to=s1"), "not beyond what was stored: {path}");
        let (chunk, end) = match path.contains("from=p2") {
            false => ([said("$3", "trois"), said("$2", "deux")].to_vec(), Some("p2")),
            true => ([said("$1", "un")].to_vec(), None),
        };
        // The SDK itself tries four times.
        failures += 1;
        if failures <= 4 {
            return Some((500, json!({ "errcode": "M_UNKNOWN", "error": "out of order" })));
        }
        Some((200, json!({ "start": "p", "end": end, "chunk": chunk })))
    })
    .await;
    let mut ears = home.ears("s1").await;
    ears.next().await.expect_err("the history can't be read");
    assert_eq!(next(&mut ears).await.0, ["un", "deux", "trois", "quatre"]);
}

#[tokio::test]
async fn a_room_that_is_heard_of_while_it_is_being_made_is_not_taken_for_one_in_clear() {
    // The bot's own room comes with the sync before its encryption is set, and what the bot set is not sent to it.
    let mut made = false;
    let home = Homeserver::start(move |path| match path {
        _ if path.contains("since=s1") => {
            let state = json!({ "events": [{
                "type": "m.room.member", "state_key": BOT, "event_id": "$1", "sender": BOT,
                "origin_server_ts": 1_790_000_000_000_i64, "content": { "membership": "join" }
            }] });
            let timeline = json!({ "limited": false, "prev_batch": "p", "events": [] });
            let room = json!({ "state": state, "timeline": timeline });
            Some((
                200,
                json!({ "next_batch": "s2", "rooms": { "join": { ROOM: room } } }),
            ))
        }
        _ if path.contains("since=s2") => {
            made = true;
            sync("s3", false, &[said("$2", "solde")])
        }
        _ if path.contains("/state/") && made => Some((200, json!({ "algorithm": "m.megolm.v1.aes-sha2" }))),
        _ if path.contains("/state/") => Some(not_encrypted()),
        _ => None,
    })
    .await;
    let mut ears = home.ears("s1").await;
    let batch = ears.next().await.unwrap();
    let Batch::New(heard, _) = batch else {
        panic!("{batch:?}")
    };
    let heard: Vec<_> = heard.iter().map(|heard| &heard.what).collect();
    assert_eq!(heard, [&What::Unencrypted], "said in clear in an encrypted room");
}

#[tokio::test]
async fn nothing_said_before_the_first_start_counts() {
    let home = Homeserver::start(|path| match path {
        _ if path.contains("since=s1") => sync("s2", false, &[said("$2", "deux")]),
        _ if path.contains("/state/") => Some(not_encrypted()),
        _ if path.contains("since=") => None,
        _ => sync("s1", true, &[said("$1", "un")]),
    })
    .await;
    let client = connect(&home.account, &Keys::new([1; 32]), &Chance::System)
        .await
        .unwrap();
    let mut ears = Ears::open(&client, None, vec![], vec![]).await.unwrap();
    assert_eq!(next(&mut ears).await.0, ["deux"]);
}
