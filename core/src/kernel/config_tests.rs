//! What the configuration accepts, and what it says to what it does not.

use super::*;

fn with(vars: &[(&str, &str)]) -> Result<Settings, Fault> {
    Settings::read(None, vars.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())))
}

#[test]
fn the_example_is_a_working_configuration() {
    let settings = Settings::shipped().unwrap();
    assert_eq!(settings.lock.failures, 3);
    assert_eq!(settings.city.time_zone, chrono_tz::Europe::Paris);
}

#[test]
fn the_environment_goes_over_the_file() {
    let settings = with(&[
        ("GUICHET__LOCK__FAILURES", "5"),
        ("PATH", "/bin"),
        ("GUICHET__LOCK__SCOPE", "account"),
    ])
    .unwrap();
    assert_eq!(settings.lock.failures, 5);
    assert_eq!(settings.lock.scope, Scope::Account);
    let listen = with(&[(
        "GUICHET__SPACE__LISTEN",
        r#"[{ address = "127.0.0.1:1", channel = "vpn" }]"#,
    )])
    .unwrap();
    assert_eq!(listen.space.listen[0].channel, Listener::Vpn);
}

#[test]
fn an_error_names_key_value_and_remedy() {
    for (key, value, shown) in [
        ("lock.failures", "three", "three"),
        ("lock.failures", "0", "0"),
        ("lock.scope", "everything", "everything"),
        ("city.time_zone", "Europe/Lutetia", "Europe/Lutetia"),
        ("space.public_url", "guichet", "guichet"),
        ("city.service_desk", "le support", "en = "),
    ] {
        let name = format!("GUICHET__{}", key.to_uppercase().replace('.', "__"));
        let error = with(&[(&name, value)]).unwrap_err().to_string();
        assert!(error.contains(key) && error.contains(shown), "{error}");
    }
}

#[test]
fn an_unknown_key_is_an_error_not_a_silence() {
    let error = with(&[("GUICHET__LOCK__FALURES", "5")]).unwrap_err().to_string();
    assert!(error.contains("falures") && error.contains("failures"), "{error}");
}
