//! What the page of a new password says while it is typed is what the house will say of it: the script itself, run by Node.

use guichet_core::kernel::config::Settings;
use guichet_core::password::rules::{Broken, broken, strength};
use guichet_core::password::{city_of, rules_of};
use serde_json::{Value, json};
use std::process::Stdio;
use tokio::io::AsyncWriteExt;
use tokio::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// What the script shows for these passwords.
async fn shown(passwords: &[&str]) -> Vec<Value> {
    let settings = Settings::shipped().unwrap();
    let (rules, city) = (rules_of(&settings), city_of(&settings));
    let asked = json!({
        "script": format!("{ROOT}/admin/static/password.js"),
        "min": rules.min_length, "free": rules.free_length, "city": city, "passwords": passwords,
    });
    let mut node = Command::new("node")
        .arg(format!("{ROOT}/tests/e2e/web/strength.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = node.stdin.take().unwrap();
    stdin.write_all(asked.to_string().as_bytes()).await.unwrap();
    drop(stdin);
    let told = node.wait_with_output().await.unwrap();
    assert!(told.status.success());
    serde_json::from_slice(&told.stdout).unwrap()
}

#[tokio::test]
async fn the_script_of_a_new_password_says_what_the_house_says() {
    let listed = include_str!("../corpus/passwords.txt").lines();
    let listed = listed.filter_map(|line| line.split_once(' ').filter(|(value, _)| value.len() == 1));
    let mut passwords: Vec<&str> = listed
        .filter(|(value, _)| *value != "#")
        .map(|(_, password)| password)
        .collect();
    // What a page can't know is common, and what holds the names of the city.
    passwords.extend([
        "Password2024!",
        "Motdepasse123!",
        "Tarte-paris-9mures",
        "Pârïs-tarte-9mures",
        "",
    ]);
    let settings = Settings::shipped().unwrap();
    let (rules, city) = (rules_of(&settings), city_of(&settings));
    let shown = shown(&passwords).await;
    assert_eq!(shown.len(), passwords.len());
    for (password, shown) in passwords.iter().zip(shown) {
        let refused = broken(password, &[], &city, &rules);
        let met = |rule: &str| shown["met"].as_array().unwrap().contains(&json!(rule));
        for (rule, wanted) in [
            ("length", Broken::TooShort),
            ("upper", Broken::NoUpper),
            ("digit", Broken::NoDigit),
            ("special", Broken::NoSpecial),
        ] {
            let too_long = refused.contains(&Broken::TooLong);
            assert_eq!(
                met(rule),
                !refused.contains(&wanted) || too_long,
                "{rule} of {password}"
            );
        }
        let holds_city = refused.contains(&Broken::HoldsCity) || password.is_empty();
        assert_eq!(met("city"), !holds_city, "{password}");
        let expected = if holds_city { 0 } else { strength(password, &[]) };
        let value = shown["value"].as_u64().unwrap();
        assert_eq!(shown["word"], value.to_string(), "{password}");
        if refused.contains(&Broken::Common) {
            assert!(value >= u64::from(expected), "{password}");
        } else {
            assert_eq!(value, u64::from(expected), "{password}");
        }
    }
}
