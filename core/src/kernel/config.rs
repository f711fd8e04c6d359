//! Configuration: the shipped values of `config.example.toml`, then the operator's file, then the environment.
//!
//! Every number lives once, in that file. An error names the key, the value and the remedy.

use chrono_tz::Tz;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

use super::fault::Fault;
use super::secret::{Keys, Secret};
use super::words::{Both, Lang};

mod check;

/// The shipped values, which are also the documentation.
pub const SHIPPED: &str = include_str!("../../../config.example.toml");

macro_rules! section {
    ($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "each key is explained in config.example.toml, and only there")]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty,)* }
    };
}

section!(/// The whole configuration.
Settings {
    database: String, key_file: PathBuf, city: City, matrix: Matrix, space: Site, console: Site, network: Network,
    mail: Mail, sms: Sms, password: Password, lock: Lock, inactivity: Inactivity, session: Session, reset: Reset, link: Link,
    caller: Caller, chat: Chat, leave: Leave, payslip: Payslip, document: Document, profile: Profile, reminder: Reminder,
    channel: Channel,
});
section!(/// The city and its proper names.
City {
    name: String, intranet: String, verifier: String, #[serde(deserialize_with = "Both::explained")] service_desk: Both,
    time_zone: Tz, region: Region,
});
section!(/// The bot's account on Matrix.
Matrix {
    homeserver: String, user: String, password_file: PathBuf, store: PathBuf, passphrase_file: PathBuf,
    display_name: String, trusted_server: String, link_servers: Vec<String>,
});
section!(/// A web site.
Site { public_url: String, listen: Vec<Listen>, });
section!(/// A listener of a web site.
Listen { address: std::net::SocketAddr, channel: Listener, });
section!(/// Address ranges.
Network { internal: Vec<String>, vpn: Vec<String>, trusted_proxies: Vec<String>, });
section!(/// What there is to know about the access channels.
Channel { portal: String, vpn_version: String, vpn_source: String, internal_hours: Both, internal_place: Both, });
section!(/// Outgoing mail.
Mail { transport: String, from: String, });
section!(/// Outgoing SMS, and the codes sent by it.
Sms {
    transport: String, user: String, password_file: PathBuf, sender: String, prefixes: Vec<String>,
    code_minutes: i64, tries: i64, pause_seconds: i64, per_day: i64,
});
section!(/// Password rules and hashing.
Password {
    min_length: usize, free_length: usize, refuse_last: i64, argon2_memory_kib: u32, argon2_passes: u32,
    hash_slots: usize, hash_queue: usize, known_device_queue: usize, temporary_hours: i64, standard_days: i64,
    extended_days: i64, notice_days: Vec<i64>,
});
section!(/// Locking.
Lock {
    failures: i64, durations: Vec<i64>, scope: Scope, wait_seconds: i64, lost_after_seconds: i64, alert_minutes: i64, device_days: i64,
    devices: i64, storm_names: i64, storm_minutes: i64, answer_after_ms: u64,
});
section!(/// Accounts that nobody uses.
Inactivity { days: i64, notice_days: Vec<i64>, });
section!(/// Web sessions.
Session { second_days: i64, idle_minutes: i64, absolute_hours: i64, mobile_idle_minutes: i64, mobile_absolute_hours: i64, });
section!(/// Password reset.
Reset { link_minutes: i64, mails_per_hour: i64, });
section!(/// Linking a chat address to an agent.
Link { code_minutes: i64, code_tries: i64, codes_per_hour: i64, hold_hours: i64, });
section!(/// Showing on the phone who one is.
Caller {
    code_minutes: i64, code_tries: i64, codes_per_hour: i64, sms_per_day: i64, hold_hours: i64, proof_minutes: i64,
    seen_hours: i64, sensitive_hold_hours: i64,
});
section!(/// Conversations.
Chat { conversation_minutes: i64, stale_minutes: i64, });
section!(/// Leave.
Leave { max_absence_days: i64, unvalidated_notice_days: Vec<i64>, undo_minutes: i64, escalation_working_days: i64,
    minimum_present_percent: i64, });
section!(/// Payslips.
Payslip { drop: PathBuf, store: PathBuf, kept_years: i64, link_minutes: i64, });
section!(/// What agents declare about themselves.
Profile {
    changes_per_day: i64, store: PathBuf, proof_megabytes: i64, proof_megapixels: i64, proof_days: i64, payroll_closing_day: i64,
});
section!(/// Documents of human resources.
Document { drop: PathBuf, store: PathBuf, max_megabytes: i64, kept_years: i64, kinds: Vec<DocumentKind>, });
section!(/// A kind of document.
DocumentKind {
    code: String, name: Both, #[serde(default)] asks: Vec<Particular>, #[serde(default)] working_days: Option<i64>,
    #[serde(default)] departments: BTreeMap<String, i64>,
});
section!(/// Scheduled reminders.
Reminder { leave_waiting: String, leave_unvalidated: String, password_expiry: String, dormant_accounts: String, catch_up_hours: i64, });

/// The access channel that a listener stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Listener {
    /// The internal network.
    Internal,
    /// The VPN.
    Vpn,
    /// The mobile portal.
    Mobile,
    /// Decided by the address that a request comes from.
    Network,
}

/// What the form of a certificate asks beside its kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Particular {
    /// What it is for.
    Purpose,
    /// The language it is written in.
    Language,
    /// The day it is about.
    Date,
}

/// What three failures lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Unknown devices together, each known device by itself.
    UnknownDevices,
    /// The account.
    Account,
}

/// Whose public holidays are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Region {
    /// The eleven holidays of the Labour Code.
    Metropole,
    /// The same, with Good Friday and 26 December.
    AlsaceMoselle,
    /// The eleven, and 27 May.
    Guadeloupe,
    /// The eleven, and 10 June.
    Guyane,
    /// The eleven, and 22 May.
    Martinique,
    /// The eleven, and 27 April.
    Mayotte,
    /// The eleven, and 20 December.
    Reunion,
    /// The eleven, and 9 October.
    SaintBarthelemy,
    /// The eleven, and 28 May.
    SaintMartin,
}

impl Settings {
    /// Reads the shipped values, `file` over them, and `environment` (`GUICHET__A__B`) over that. Relative paths in the
    /// file are meant from the file's folder.
    pub fn read(
        file: Option<&Path>,
        environment: impl Iterator<Item = (String, String)>,
    ) -> Result<Self, Fault> {
        let mut table: Table = SHIPPED
            .parse()
            .map_err(|e| Fault::config("config.example.toml", "", format!("{e}")))?;
        if let Some(path) = file {
            let shown = path.display().to_string();
            let text = std::fs::read_to_string(path).map_err(|e| {
                Fault::config("--config", &shown, format!("{e}: name a file that can be read"))
            })?;
            let own: Table = text.parse().map_err(|e: toml::de::Error| {
                Fault::config(
                    "--config",
                    &shown,
                    format!("not TOML: {}", e.to_string().replace('\n', " ")),
                )
            })?;
            merge(&mut table, own);
        }
        for (name, value) in environment {
            let Some(path) = name.strip_prefix("GUICHET__") else {
                continue;
            };
            let path: Vec<String> = path.split("__").map(str::to_ascii_lowercase).collect();
            set(&mut table, &path, value);
        }
        let mut settings: Self =
            serde_path_to_error::deserialize(Value::Table(table.clone())).map_err(|e| {
                let key = e.path().to_string();
                let value = look(&table, &key);
                let remedy = remedy(&key, e.into_inner().message());
                Fault::config(key, value, remedy)
            })?;
        settings.anchor(file.and_then(Path::parent).unwrap_or(Path::new("")));
        settings.check()?;
        Ok(settings)
    }

    /// The shipped values alone, as tests and the demo start from.
    pub fn shipped() -> Result<Self, Fault> {
        Self::read(None, std::iter::empty())
    }

    /// The process's environment, for [`Settings::read`].
    pub fn environment() -> impl Iterator<Item = (String, String)> {
        std::env::vars()
    }

    /// The proper names that every sentence of a language may use.
    pub fn names(&self, lang: Lang) -> BTreeMap<String, String> {
        let (city, channel) = (&self.city, &self.channel);
        [
            ("city", city.name.as_str()),
            ("intranet", &city.intranet),
            ("verifier", &city.verifier),
            ("desk", city.service_desk.say(lang)),
            ("portal", &channel.portal),
            ("vpn_version", &channel.vpn_version),
            ("vpn_source", &channel.vpn_source),
            ("hours", channel.internal_hours.say(lang)),
            ("place", channel.internal_place.say(lang)),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
    }

    /// The master key from its file.
    pub fn keys(&self) -> Result<Keys, Fault> {
        let hex = secret_file("key_file", &self.key_file)?;
        Keys::from_hex(hex.expose()).ok_or_else(|| {
            let path = self.key_file.display().to_string();
            Fault::config(
                "key_file",
                path,
                "the file must hold 64 hexadecimal digits (`openssl rand -hex 32`)",
            )
        })
    }

    fn anchor(&mut self, folder: &Path) {
        for path in [
            &mut self.key_file,
            &mut self.matrix.password_file,
            &mut self.matrix.store,
            &mut self.matrix.passphrase_file,
            &mut self.sms.password_file,
            &mut self.payslip.store,
            &mut self.document.store,
            &mut self.profile.store,
        ] {
            *path = folder.join(&*path);
        }
        for drop in [&mut self.payslip.drop, &mut self.document.drop] {
            if !drop.as_os_str().is_empty() {
                *drop = folder.join(&*drop);
            }
        }
        if let Some(path) = self.database.strip_prefix("sqlite:") {
            self.database = format!("sqlite:{}", folder.join(path.trim_start_matches("//")).display());
        }
    }
}

/// Reads a secret from its file, without the final line break.
pub fn secret_file(key: &str, path: &Path) -> Result<Secret, Fault> {
    std::fs::read_to_string(path)
        .map(|text| Secret::new(text.trim_end_matches(['\r', '\n']).to_owned()))
        .map_err(|e| {
            Fault::config(
                key,
                path.display().to_string(),
                format!("{e}: create the file, readable by Guichet only"),
            )
        })
}

/// What to write instead, after the reason why it can't be read.
fn remedy(key: &str, why: &str) -> String {
    let why = why.replace('\n', " ");
    let is_number = ["expected i64", "expected u32", "expected u64", "expected usize"]
        .iter()
        .any(|number| why.contains(number));
    let instead = match key.rsplit('.').next() {
        _ if is_number => "write a whole number",
        Some("time_zone") => "write a name such as `Europe/Paris`",
        Some("address") => "write an address and a port, such as `127.0.0.1:8480`",
        Some("listen") => "write a list such as `[{ address = \"127.0.0.1:8480\", channel = \"network\" }]`",
        _ if why.contains("expected struct") => "write the keys of this section, one by one",
        _ => return why,
    };
    format!("{why}: {instead}")
}

fn merge(into: &mut Table, from: Table) {
    for (key, value) in from {
        match (into.get_mut(&key), value) {
            (Some(Value::Table(old)), Value::Table(new)) => merge(old, new),
            (_, value) => {
                into.insert(key, value);
            }
        }
    }
}

fn set(table: &mut Table, path: &[String], text: String) {
    match path {
        [] => {}
        [key] => {
            // The type of the shipped value tells how the text is meant.
            let value = match table.get(key) {
                Some(Value::Integer(_)) => text.parse().map(Value::Integer).unwrap_or(Value::String(text)),
                Some(Value::Boolean(_)) => text.parse().map(Value::Boolean).unwrap_or(Value::String(text)),
                Some(Value::Array(_)) => {
                    let read = format!("value = {text}")
                        .parse::<Table>()
                        .ok()
                        .and_then(|mut t| t.remove("value"));
                    read.unwrap_or(Value::String(text))
                }
                _ => Value::String(text),
            };
            table.insert(key.clone(), value);
        }
        [key, rest @ ..] => {
            if let Value::Table(inner) = table
                .entry(key.clone())
                .or_insert_with(|| Value::Table(Table::new()))
            {
                set(inner, rest, text);
            }
        }
    }
}

fn look(table: &Table, path: &str) -> String {
    if path.contains("database") {
        return "***".to_owned();
    }
    let mut parts = path.split(['.', '[', ']']).filter(|part| !part.is_empty());
    let first = parts.next().and_then(|key| table.get(key));
    parts
        .try_fold(first, |at, part| {
            at.map(|value| match part.parse::<usize>() {
                Ok(n) => value.get(n),
                Err(_) => value.get(part),
            })
        })
        .flatten()
        .map_or_else(|| "(missing)".into(), Value::to_string)
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;
