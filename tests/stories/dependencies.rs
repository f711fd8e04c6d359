//! What may not be built in, or called: the part of `deny.toml` that needs neither a tool nor the network.

use crate::architecture::rust;

#[test]
fn there_is_one_tls_and_it_is_built_in() {
    let locked = include_str!("../../Cargo.lock");
    assert!(
        locked.contains("name = \"rustls\""),
        "the lock file is written in another way"
    );
    for banned in ["openssl", "openssl-sys", "native-tls"] {
        let line = format!("name = \"{banned}\"\n");
        assert!(
            !locked.contains(&line),
            "{banned} is in Cargo.lock: see deny.toml"
        );
        assert!(include_str!("../../deny.toml").contains(&format!("crate = \"{banned}\"")));
    }
}

/// RUSTSEC-2026-0318.
#[test]
fn nothing_encrypts_for_chosen_devices() {
    for (name, text) in rust("bot/src").into_iter().chain(rust("src")) {
        for call in [
            "encrypt_event_raw",
            "encrypt_content_for_devices",
            "IdentityBasedStrategy",
        ] {
            assert!(!text.contains(call), "{name} calls {call}: see deny.toml");
        }
    }
}
