//! Attack 21 through the whole site: what a browser claims about its address changes nothing.

use std::sync::Arc;

use guichet_core::{
    kernel::{actor::Role, config::Settings, line::Value},
    people::Agent,
    testing::{TestHouse, both_with},
};

use crate::testing::{Browser, at_once};

/// Headers by which proxies and browsers name an address, and what an attacker may write into them.
const FORGED: [(&str, &str); 12] = [
    ("x-forwarded-for", "10.1.2.3"),
    ("x-forwarded-for", "10.1.2.3, 10.9.0.1"),
    ("x-forwarded-for", "172.16.0.9"),
    ("x-forwarded-for", "127.0.0.1"),
    ("x-forwarded-for", "::ffff:10.1.2.3"),
    ("x-forwarded-for", "unknown"),
    ("forwarded", "for=10.1.2.3;proto=https"),
    ("x-real-ip", "10.1.2.3"),
    ("x-client-ip", "10.1.2.3"),
    ("true-client-ip", "172.16.0.9"),
    ("cf-connecting-ip", "10.1.2.3"),
    ("x-original-forwarded-for", "10.1.2.3"),
];

fn behind_a_proxy(settings: &mut Settings) {
    at_once(settings);
    settings.lock.storm_names = 6;
    settings.network.trusted_proxies = vec!["10.9.0.1".into()];
}

async fn admin(house: &TestHouse) -> Agent {
    let admin = house.agent("ines.moreau").await;
    house.grant(&admin, Role::ItAdmin, None).await;
    admin
}

/// The addresses that alarms were raised about.
async fn alarms(house: &TestHouse) -> Vec<Value> {
    let said = house.said().await.into_iter();
    let alarms = said.filter(|(_, line)| line.key == "session-alarm");
    alarms
        .flat_map(|(_, line)| line.args)
        .filter(|(name, _)| name == "origin")
        .map(|(_, origin)| origin)
        .collect()
}

async fn guess(browser: &mut Browser, name: usize) {
    browser
        .sign_in(&format!("agent.n{name}"), "Rien-de-vrai-2026")
        .await;
}

#[tokio::test]
async fn attack_21_no_header_moves_a_browser_to_another_channel() {
    both_with(behind_a_proxy, async |house| {
        let site = crate::space(Arc::clone(house)).unwrap();
        for (name, value) in FORGED {
            let mut outside = Browser::new(&site, None);
            outside.headers.push((name, value.to_owned()));
            let page = outside.get("/sign-in").await;
            assert!(page.body.contains("portail mobile"), "{name}: {value}");
            // Through the trusted proxy, which writes the true address last.
            let mut through = Browser::new(&site, None).from([10, 9, 0, 1]);
            through.headers.push((name, value.to_owned()));
            through.headers.push(("x-forwarded-for", "203.0.113.9".into()));
            let page = through.get("/sign-in").await;
            assert!(
                page.body.contains("portail mobile"),
                "{name}: {value} by the proxy"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn attack_21_guesses_under_forged_addresses_raise_the_alarm_about_the_true_one() {
    both_with(behind_a_proxy, async |house| {
        admin(house).await;
        let site = crate::space(Arc::clone(house)).unwrap();
        for (at, (name, value)) in FORGED.into_iter().enumerate() {
            let mut outside = Browser::new(&site, None);
            outside.headers.push((name, value.to_owned()));
            guess(&mut outside, at).await;
        }
        assert_eq!(alarms(house).await, [Value::from("203.0.113.9")]);
        for (at, (name, value)) in FORGED.into_iter().enumerate() {
            let mut through = Browser::new(&site, None).from([10, 9, 0, 1]);
            through.headers.push((name, value.to_owned()));
            through.headers.push(("x-forwarded-for", "198.51.100.7".into()));
            guess(&mut through, 100 + at).await;
        }
        assert_eq!(alarms(house).await, [Value::from("198.51.100.7")]);
    })
    .await;
}

#[tokio::test]
async fn honest_twin_agents_behind_one_trusted_proxy_are_told_apart() {
    both_with(behind_a_proxy, async |house| {
        admin(house).await;
        let site = crate::space(Arc::clone(house)).unwrap();
        for at in 0..12 {
            let mut agent = Browser::new(&site, None).from([10, 9, 0, 1]);
            agent.headers.push(("x-forwarded-for", format!("10.1.2.{at}")));
            let page = agent.get("/sign-in").await;
            assert!(page.body.contains("poste interne"), "{}", page.body);
            guess(&mut agent, at).await;
        }
        assert!(alarms(house).await.is_empty(), "twelve agents, one mistake each");
        let mut vpn = Browser::new(&site, None).from([10, 9, 0, 1]);
        vpn.headers.push(("x-forwarded-for", "172.16.3.4".into()));
        assert!(vpn.get("/sign-in").await.body.contains("VPN"));
    })
    .await;
}
