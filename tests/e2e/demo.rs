//! `guichet demo`: what it refuses, and that nothing is left of it.

use crate::house::{GUICHET, free_port};
use crate::suite;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, Command};
use tokio::time::{interval, timeout};

/// A demo in `folder`, with Synapse installed and Hydrogen built already.
pub async fn demo(folder: &Path, port: u16) -> Command {
    fs::write(folder.join("guichet-demo.lock"), "").unwrap();
    let venv = folder.join("venv");
    if !venv.exists() {
        std::os::unix::fs::symlink(suite::venv().await, &venv).unwrap();
        fs::write(folder.join("venv.installed"), guichet::demo::python::SYNAPSE).unwrap();
    }
    let hydrogen = folder.join("hydrogen");
    if !hydrogen.exists() {
        std::os::unix::fs::symlink(suite::hydrogen().await, &hydrogen).unwrap();
    }
    let mut command = Command::new(GUICHET);
    command
        .args(["demo", "--lang", "en", "--port", &port.to_string(), "--folder"])
        .arg(folder);
    command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true);
    command
}

/// Waits for the greeting and returns the address of the homeserver in it.
pub async fn greeted(child: &mut Child) -> String {
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    while let Some(line) = lines.next_line().await.unwrap() {
        if let Some(url) = line.strip_prefix("Matrix server") {
            return url.trim().to_owned();
        }
    }
    panic!("the demo ended without a greeting");
}

/// The homeserver stops a moment after its starter: the system tells it so.
async fn until_silent(url: &str) {
    let mut look = interval(Duration::from_millis(20));
    let gone = async {
        while suite::answers(url) {
            look.tick().await;
        }
    };
    timeout(Duration::from_secs(15), gone)
        .await
        .expect("Synapse outlived the demo");
}

#[test]
fn killed_or_interrupted_it_leaves_no_homeserver_behind_and_starts_again() {
    suite::run(async |suite| {
        let folder = suite.scratch("demo");
        let port = free_ports();
        let mut killed = demo(&folder, port).await.spawn().unwrap();
        let url = greeted(&mut killed).await;
        assert!(suite::answers(&url));

        let second = demo(&folder, free_ports()).await.output().await.unwrap();
        let said = String::from_utf8(second.stderr).unwrap();
        assert_eq!(second.status.code(), Some(2));
        assert!(
            said.contains("--folder") && said.contains("already running"),
            "{said}"
        );

        killed.kill().await.unwrap();
        until_silent(&url).await;

        let mut interrupted = demo(&folder, port).await.spawn().unwrap();
        assert_eq!(greeted(&mut interrupted).await, url);
        let id = interrupted.id().unwrap().to_string();
        Command::new("kill").args(["-INT", &id]).status().await.unwrap();
        assert!(interrupted.wait().await.unwrap().success());
        assert!(!suite::answers(&url));
    });
}

#[test]
fn a_taken_port_is_named_before_anything_is_started() {
    suite::run(async |suite| {
        let port = free_ports();
        let _taken = std::net::TcpListener::bind(("127.0.0.1", port + 1)).unwrap();
        let folder = suite.scratch("demo");
        let refused = demo(&folder, port).await.output().await.unwrap();
        let said = String::from_utf8(refused.stderr).unwrap();
        assert_eq!(refused.status.code(), Some(2));
        assert!(
            said.contains(&format!("127.0.0.1:{}", port + 1)) && said.contains("--port"),
            "{said}"
        );
        assert!(!folder.join("synapse").exists());
    });
}

/// The first of the ports that a demo takes, all free a moment ago.
pub fn free_ports() -> u16 {
    loop {
        let port = free_port();
        if [1, 2, 10, 20]
            .iter()
            .all(|offset| std::net::TcpListener::bind(("127.0.0.1", port + offset)).is_ok())
        {
            return port;
        }
    }
}
