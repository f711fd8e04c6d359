//! The fences of the house.

use std::path::{Path, PathBuf};

fn root() -> PathBuf {
    env!("CARGO_MANIFEST_DIR").into()
}

/// The Rust files below a folder, with their text.
pub(crate) fn rust(folder: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    walk(&root().join(folder), &mut found);
    found
}

fn walk(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root()).unwrap().display().to_string();
            found.push((name, std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim_start)
        .filter(|line| !line.starts_with("//"))
}

/// The rooms, in the order in which they may call each other: a room calls rooms before it.
const ROOMS: [&str; 17] = [
    "people",
    "log",
    "channel",
    "account",
    "password",
    "factor",
    "session",
    "ticket",
    "leave",
    "payslip",
    "profile",
    "document",
    "help",
    "announcement",
    "conversation",
    "diagnosis",
    "reminder",
];

#[test]
fn rooms_call_only_rooms_before_them_and_no_other_rooms_store() {
    for (at, room) in ROOMS.iter().enumerate() {
        for (name, text) in rust(&format!("core/src/{room}")) {
            if name.contains("tests") {
                continue;
            }
            for later in &ROOMS[at + 1..] {
                let call = format!("crate::{later}");
                assert!(
                    !code(&text).any(|line| line.contains(&call)),
                    "{name} calls the later room {later}"
                );
            }
            for other in ROOMS.iter().filter(|other| *other != room) {
                assert!(
                    !text.contains(&format!("{other}::store")),
                    "{name} reaches into the store of {other}"
                );
            }
        }
    }
    for entry in std::fs::read_dir(root().join("core/src")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let known = ROOMS.contains(&&*name) || ["kernel", "outside", "policy"].contains(&&*name);
        assert!(
            !path.is_dir() || known,
            "the room {name} has no place in the order"
        );
    }
}

#[test]
fn sql_stands_only_in_the_kernel_and_in_stores() {
    for (name, text) in rust("core/src")
        .into_iter()
        .chain(rust("bot/src"))
        .chain(rust("admin/src"))
        .chain(rust("src"))
    {
        if name.contains("/kernel/")
            || name.ends_with("store.rs")
            || name.contains("testing.rs")
            || name.contains("tests")
        {
            continue;
        }
        for macro_call in ["run!(", "one!(", "all!(", "scalar!(", "sqlx::query"] {
            assert!(
                !code(&text).any(|line| line.contains(macro_call)),
                "{name} holds SQL"
            );
        }
    }
}

#[test]
fn the_log_is_append_only() {
    for (name, text) in rust("core/src") {
        let text = text.to_lowercase();
        for verb in ["update audit", "delete from audit"] {
            assert!(!text.contains(verb), "{name}: {verb}");
        }
    }
}

#[test]
fn models_and_dialogues_are_pure() {
    for (name, text) in rust("core/src")
        .into_iter()
        .filter(|(name, _)| name.ends_with("/model.rs"))
    {
        assert!(
            !code(&text).any(|line| line.contains("async ")),
            "{name} is not pure"
        );
    }
    for (name, text) in rust("bot/src/talk").into_iter().chain(rust("bot/src/understand")) {
        for foreign in [
            "matrix_sdk",
            "serenity",
            "tokio",
            "sqlx",
            "async fn",
            "kernel::work",
        ] {
            assert!(
                !code(&text).any(|line| line.contains(foreign)),
                "{name} names {foreign}"
            );
        }
    }
}

#[test]
fn every_file_says_what_it_is_and_none_is_too_long() {
    for folder in ["core", "bot", "admin", "src", "tests"] {
        for (name, text) in rust(folder) {
            assert!(text.starts_with("//!"), "{name} does not begin with a //! line");
            assert!(text.lines().count() <= 400, "{name} has more than 400 lines");
        }
    }
}

#[test]
fn no_sentence_for_people_stands_in_rust() {
    // French letters in quoted text betray a sentence; lexicons and tests are data.
    for (name, text) in rust("core/src")
        .into_iter()
        .chain(rust("bot/src"))
        .chain(rust("admin/src"))
    {
        if name.contains("tests") || name.contains("understand") || name.contains("testing") {
            continue;
        }
        let text = text.split("#[cfg(test)]").next().unwrap_or_default();
        for line in code(text) {
            let quoted: String = line.split('"').skip(1).step_by(2).collect();
            let french = quoted.chars().any(|c| "éèêàùçîôœÉÀ".contains(c)) && quoted.contains(' ');
            assert!(!french, "{name} speaks to people: {line}");
        }
    }
}

#[test]
fn core_and_admin_know_no_matrix() {
    for package in ["guichet-core", "guichet-admin"] {
        let tree = std::process::Command::new(env!("CARGO"))
            .args([
                "tree",
                "--offline",
                "--edges",
                "normal",
                "--prefix",
                "none",
                "--package",
                package,
            ])
            .current_dir(root())
            .output()
            .unwrap();
        assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
        let tree = String::from_utf8(tree.stdout).unwrap();
        assert!(tree.contains("sqlx"), "the tree was not read");
        for foreign in ["matrix-sdk", "serenity", "openssl v", "openssl-sys", "native-tls"] {
            assert!(
                !tree.lines().any(|line| line.starts_with(foreign)),
                "{package} depends on {foreign}"
            );
        }
        if package == "guichet-core" {
            // An HTTP client is a port to another system, as the mailer is; a server is a face.
            for face in ["axum", "askama"] {
                assert!(
                    !tree.lines().any(|line| line.starts_with(face)),
                    "core depends on {face}"
                );
            }
        }
    }
}

#[test]
fn paths_named_in_the_map_exist() {
    for map in ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"] {
        let text = std::fs::read_to_string(root().join(map)).unwrap();
        let quoted = text.split('`').skip(1).step_by(2);
        for path in quoted.filter(|text| {
            text.contains('/')
                && text
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b))
        }) {
            assert!(
                root().join(path).exists() || path.starts_with("demo/"),
                "{map} names {path}, which does not exist"
            );
        }
    }
}

#[test]
fn secrets_are_checked_in_session_and_nowhere_else() {
    // What compares a password or a code, with the files that may name it: those that define it, and the one room that
    // puts the counters around it.
    let comparisons = [
        ("verify_password", vec!["core/src/password/hash.rs"]),
        ("hash::matches", vec![]),
        ("Checked::Right", vec!["core/src/password/", "core/src/session/"]),
        ("factor::accepts", vec!["core/src/session/factor.rs"]),
        ("use_code(", vec!["core/src/factor/"]),
        ("use_recovery(", vec!["core/src/factor/"]),
        ("matched_step(", vec!["core/src/factor/"]),
        ("attempt::reserve", vec!["core/src/session/"]),
        ("password::replace", vec!["core/src/session/password.rs"]),
        ("password::find_link", vec!["core/src/session/password.rs"]),
    ];
    for folder in ["core/src", "bot/src", "admin/src", "src"] {
        for (name, text) in rust(folder)
            .into_iter()
            .filter(|(name, _)| !name.contains("tests"))
        {
            for (comparison, allowed) in &comparisons {
                let may = allowed.iter().any(|place| name.starts_with(place));
                assert!(
                    may || !code(&text).any(|line| line.contains(comparison)),
                    "{name} names {comparison}: a secret would be checked without its counter"
                );
            }
        }
    }
}
