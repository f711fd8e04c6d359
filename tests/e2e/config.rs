//! Wrong settings: the program says which key, which value and what to write instead, and exits with 2.

use crate::house::GUICHET;
use crate::suite;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::atomic::{AtomicU32, Ordering};
use tokio::process::Command;

const KEY: &str = "0707070707070707070707070707070707070707070707070707070707070707";

/// A wrong value in the file: what is written, the key that is named, the value that is shown, the beginning of a remedy.
type Wrong = (&'static str, &'static str, &'static str, &'static str);

/// Sites that listen nowhere, so that nothing but the wrong value can stand in the way.
const QUIET: &str = "[space]\nlisten = []\n[console]\nlisten = []\n";

const IN_THE_FILE: &[Wrong] = &[
    ("key_file = 'nowhere'", "key_file", "nowhere", "create the file"),
    (
        "key_file = 'guichet.toml'",
        "key_file",
        "guichet.toml",
        "64 hexadecimal digits",
    ),
    (
        "database = 'mysql://u:secret@h/d'",
        "database",
        "***",
        "write `sqlite:PATH` or `postgres://",
    ),
    (
        "database = 'sqlite:no/such/folder/x'",
        "database",
        "no/such/folder/x",
        "a folder that exists",
    ),
    ("datbase = 'x'", "datbase", "\"x\"", "expected one of `database`"),
    ("[lok]\nfailures = 3", "lok", "failures = 3", "expected one of"),
    (
        "[lock]\nfalures = 3",
        "lock.falures",
        "3",
        "expected one of `failures`",
    ),
    (
        "[lock]\nfailures = 'three'",
        "lock.failures",
        "\"three\"",
        "a whole number",
    ),
    ("[lock]\nfailures = 0", "lock.failures", "0", "at least 1"),
    (
        "[lock]\nwait_seconds = -1",
        "lock.wait_seconds",
        "-1",
        "at least 1",
    ),
    (
        "[lock]\nscope = 'all'",
        "lock.scope",
        "\"all\"",
        "expected `unknown_devices` or `account`",
    ),
    (
        "[lock]\nanswer_after_ms = -5",
        "lock.answer_after_ms",
        "-5",
        "a whole number",
    ),
    (
        "[password]\nmin_length = 3",
        "password.min_length",
        "3",
        "at least 8",
    ),
    (
        "[password]\nhash_slots = 0",
        "password.hash_slots",
        "0",
        "at least 1",
    ),
    (
        "[password]\nargon2_memory_kib = 1",
        "password.argon2_memory_kib",
        "1",
        "at least 1024",
    ),
    (
        "[password]\nargon2_passes = 0",
        "password.argon2_passes",
        "0",
        "at least 1",
    ),
    (
        "[password]\nstandard_days = 0",
        "password.standard_days",
        "0",
        "at least 1",
    ),
    (
        "[reset]\nlink_minutes = 0",
        "reset.link_minutes",
        "0",
        "at least 1",
    ),
    (
        "[chat]\nstale_minutes = 0",
        "chat.stale_minutes",
        "0",
        "at least 1",
    ),
    (
        "[payslip]\nkept_years = 0",
        "payslip.kept_years",
        "0",
        "at least 1",
    ),
    (
        "[leave]\nmax_absence_days = 0",
        "leave.max_absence_days",
        "0",
        "at least 1",
    ),
    (
        "[city]\ntime_zone = 'Europe/Lutetia'",
        "city.time_zone",
        "\"Europe/Lutetia\"",
        "such as `Europe/Paris`",
    ),
    (
        "[city]\nregion = 'mars'",
        "city.region",
        "mars",
        "one of `metropole`, `alsace-moselle`",
    ),
    (
        "[network]\nvpn = ['10.0.0.0/99']",
        "network.vpn",
        "10.0.0.0/99",
        "a prefix length such as",
    ),
    (
        "[network]\ntrusted_proxies = ['proxy']",
        "network.trusted_proxies",
        "proxy",
        "write an address",
    ),
    (
        "[mail]\nfrom = 'guichet'",
        "mail.from",
        "guichet",
        "write `Name <address@domain>`",
    ),
    (
        "[mail]\ntransport = 'localhost'",
        "mail.transport",
        "***",
        "write `smtp://HOST:PORT`",
    ),
    (
        "[sms]\ntransport = 'localhost'",
        "sms.transport",
        "localhost",
        "write `kannel:http",
    ),
    (
        "[sms]\npause_seconds = -1",
        "sms.pause_seconds",
        "-1",
        "at least 0",
    ),
    ("[link]\ncode_tries = 0", "link.code_tries", "0", "at least 1"),
    (
        "[inactivity]\nnotice_days = [30, 0]",
        "inactivity.notice_days",
        "[30, 0]",
        "each from 1 to less than",
    ),
    (
        "[matrix]\nhomeserver = 'matrix.paris'",
        "matrix.homeserver",
        "matrix.paris",
        "such as `https://",
    ),
    (
        "[matrix]\nhomeserver = 'http://localhost:1'",
        "matrix.password_file",
        "matrix.password",
        "create the file",
    ),
    (
        "[reminder]\nleave_waiting = '61 8 * * *'",
        "reminder.leave_waiting",
        "61 8 * * *",
        "write five fields",
    ),
    (
        "[reminder]\nleave_waiting = 'daily'",
        "reminder.leave_waiting",
        "daily",
        "write five fields",
    ),
    (
        "[reminder]\nleave_waiting = '0 8 1 * MON'",
        "reminder.leave_waiting",
        "0 8 1 * MON",
        "not both",
    ),
    (
        "[reminder]\ncatch_up_hours = -1",
        "reminder.catch_up_hours",
        "-1",
        "at least 0",
    ),
    ("[lock]\nfailures = ", "--config", "guichet.toml", "not TOML"),
];

/// Where the sites themselves are wrong.
const SITES: &[Wrong] = &[
    (
        "[space]\npublic_url = 'guichet'",
        "space.public_url",
        "guichet",
        "write an address such as",
    ),
    (
        "[space]\npublic_url = 'https://x.example/'",
        "space.public_url",
        "https://x.example/",
        "without a final slash",
    ),
    (
        "[space]\nlisten = [{ address = 'localhost', channel = 'vpn' }]",
        "space.listen[0].address",
        "\"localhost\"",
        "such as `127.0.0.1:8480`",
    ),
    (
        "[console]\nlisten = [{ address = '127.0.0.1:0', channel = 'home' }]",
        "console.listen[0].channel",
        "\"home\"",
        "expected one of `internal`",
    ),
];

const IN_THE_ENVIRONMENT: &[(&str, &str, &str, &str)] = &[
    (
        "GUICHET__LOCK__FAILURES",
        "three",
        "lock.failures",
        "a whole number",
    ),
    (
        "GUICHET__LOCK__FALURES",
        "3",
        "lock.falures",
        "expected one of `failures`",
    ),
    ("GUICHET__LOCK", "3", "lock", "write the keys of this section"),
    (
        "GUICHET__CITY__TIME_ZONE",
        "Paris",
        "city.time_zone",
        "such as `Europe/Paris`",
    ),
    (
        "GUICHET__SPACE__LISTEN",
        "8480",
        "space.listen",
        "such as `[{ address",
    ),
    (
        "GUICHET__MATRIX__HOMESERVER",
        "ftp://x",
        "matrix.homeserver",
        "such as `https://",
    ),
    (
        "GUICHET__REMINDER__LEAVE_WAITING",
        "0 8 * *",
        "reminder.leave_waiting",
        "write five fields",
    ),
    (
        "GUICHET__NETWORK__INTERNAL",
        "['x']",
        "network.internal",
        "write an address",
    ),
    ("GUICHET__KEY_FILE", "gone", "key_file", "create the file"),
    ("GUICHET_LOG", "=loud=", "--log", "write levels such as"),
    (
        "GUICHET_CONFIG",
        "gone.toml",
        "--config",
        "name a file that can be read",
    ),
];

/// An empty folder.
fn scratch() -> PathBuf {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    let folder = suite::target().join(format!("config-{}", COUNT.fetch_add(1, Ordering::Relaxed)));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// Runs `guichet serve` and returns what it said on one line, if it ended as it should.
async fn refused(folder: &Path, config: Option<&str>, variable: Option<(&str, &str)>) -> String {
    fs::write(folder.join("guichet.key"), KEY).unwrap();
    fs::write(folder.join("sms.password"), "sms-password").unwrap();
    let mut command = Command::new(GUICHET);
    command
        .arg("serve")
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .kill_on_drop(true);
    if let Some(config) = config {
        fs::write(folder.join("guichet.toml"), config).unwrap();
        command.args(["--config", "guichet.toml"]);
    } else {
        command.envs(["SPACE", "CONSOLE"].map(|site| (format!("GUICHET__{site}__LISTEN"), "[]")));
    }
    command.envs(variable);
    let ended = command.output();
    let ended = tokio::time::timeout(std::time::Duration::from_secs(30), ended);
    let ended = ended
        .await
        .unwrap_or_else(|_| panic!("it serves: {config:?} {variable:?}"))
        .unwrap();
    let said = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(2), "{config:?} {variable:?}: {said}");
    said.lines()
        .rfind(|line| line.starts_with("guichet: "))
        .unwrap_or_else(|| panic!("{said}"))
        .to_owned()
}

#[test]
fn a_wrong_value_in_the_file_is_named_with_its_key_and_a_remedy() {
    suite::alone(async {
        let folder = scratch();
        let quiet = IN_THE_FILE.iter().map(|wrong| (wrong, QUIET));
        let sites = SITES.iter().map(|wrong| (wrong, ""));
        for ((text, key, value, remedy), rest) in quiet.chain(sites) {
            let config = format!("{text}\n{rest}");
            let said = refused(&folder, Some(&config), None).await;
            for part in [format!("`{key}`").as_str(), value, remedy] {
                assert!(said.contains(part), "{config}: no “{part}” in {said}");
            }
            assert!(!said.contains("secret"), "{said}");
        }
    });
}

#[test]
fn a_wrong_value_in_the_environment_is_named_with_its_key_and_a_remedy() {
    suite::alone(async {
        let folder = scratch();
        for (name, value, key, remedy) in IN_THE_ENVIRONMENT {
            let said = refused(&folder, None, Some((name, value))).await;
            // Of a list, the entry that is wrong.
            let shown = value.trim_matches(['[', '\'', ']']);
            for part in [format!("`{key}`").as_str(), shown, remedy] {
                assert!(said.contains(part), "{name}={value}: no “{part}” in {said}");
            }
        }
    });
}

#[test]
fn a_taken_port_is_named_with_the_key_that_asked_for_it() {
    suite::alone(async {
        let folder = scratch();
        let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = taken.local_addr().unwrap().to_string();
        let config = format!(
            "[console]\nlisten = [{{ address = '{address}', channel = 'vpn' }}]\n[space]\nlisten = []\n"
        );
        let said = refused(&folder, Some(&config), None).await;
        for part in ["`console.listen`", &address, "name a free address"] {
            assert!(said.contains(part), "no “{part}” in {said}");
        }
    });
}
