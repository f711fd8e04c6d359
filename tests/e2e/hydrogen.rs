//! Hydrogen, a client for the browser that is not ours, as `guichet demo` serves it: a whole conversation, encrypted.

use crate::demo::{demo, free_ports, greeted};
use crate::suite;
use guichet::demo::PASSWORD;

#[test]
fn in_the_web_client_of_the_demo_an_agent_types_solde_and_reads_the_answer() {
    suite::run(async |suite| {
        let folder = suite.scratch("demo");
        let port = free_ports();
        let mut guichet = demo(&folder, port).await.spawn().unwrap();
        let homeserver = greeted(&mut guichet).await;
        let amina = suite.browse_with_scripts().await;
        amina.go(&format!("http://localhost:{}", port + 20)).await;
        amina.write("#username", "amina.diallo").await;
        amina.write("#password", PASSWORD).await;
        amina.click("button[type=submit]").await;
        // Signed in: its rooms are listed, none so far.
        amina.click(".LeftPanel").await;
        // Hydrogen has no button for a direct room: another device of hers opens it.
        let other = suite.login_at(&homeserver, "amina.diallo", PASSWORD).await;
        other.dm("@guichet:localhost").await;
        amina.click(".RoomList a").await;
        // She is greeted: what the assistant says can be read on the device that came first as well.
        amina.until("Bonjour").await;
        amina.write("textarea", "solde").await;
        amina.click("button.send").await;
        let answer = amina.until("Vos soldes").await;
        assert!(answer.text.contains("Congés annuels"), "{answer:?}");
        assert!(!answer.text.contains("hasn't sent us the key"), "{answer:?}");
        amina.picture(&suite::target().join("hydrogen.png")).await;
        guichet.kill().await.unwrap();
    });
}
