//! A Kannel that is not ours: bearerbox, smsbox, and the telephone network that its own fake SMS centre plays.

use crate::house::free_port;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStderr, Command};
use tokio::sync::Mutex;
use tokio::time::{interval, timeout};

const FAKE_SMSC: &str = "/usr/lib/kannel/test/fakesmsc";
const PASSWORD: &str = "pour&smsbox 7";

/// All three, which end with this value.
pub struct Kannel {
    /// Its sendsms interface.
    pub url: String,
    /// Where our password for it is.
    pub password_file: PathBuf,
    network: Mutex<Lines<BufReader<ChildStderr>>>,
    _programs: Vec<Child>,
}

/// An SMS that a telephone would have shown.
#[derive(Debug)]
pub struct Sms {
    pub to: String,
    pub body: String,
}

impl Kannel {
    pub async fn start(folder: &Path) -> Self {
        let [admin, boxes, centre, send] = [free_port(), free_port(), free_port(), free_port()];
        let config = format!(
            "group = core\nadmin-port = {admin}\nadmin-interface = 127.0.0.1\nadmin-password = x\n\
             smsbox-port = {boxes}\nsmsbox-interface = 127.0.0.1\nlog-level = 1\n\n\
             group = smsc\nsmsc = fake\nsmsc-id = fake\nport = {centre}\nconnect-allow-ip = 127.0.0.1\n\n\
             group = smsbox\nbearerbox-host = 127.0.0.1\nsendsms-port = {send}\nsendsms-interface = 127.0.0.1\n\
             global-sender = 13013\n\n\
             group = sendsms-user\nusername = guichet\npassword = {PASSWORD}\n\n\
             group = sms-service\nkeyword = default\nmax-messages = 0\ntext = \"\"\n"
        );
        let file = folder.join("kannel.conf");
        let password_file = folder.join("sms.password");
        fs::write(&file, config).unwrap();
        fs::write(&password_file, PASSWORD).unwrap();
        let start = |program: &str| {
            let mut command = Command::new(program);
            command
                .current_dir(folder)
                .stdin(Stdio::null())
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .kill_on_drop(true);
            command
        };
        let mut programs = vec![start("/usr/sbin/bearerbox").arg(&file).spawn().unwrap()];
        until_open(boxes).await;
        programs.push(start("/usr/sbin/smsbox").arg(&file).spawn().unwrap());
        until_open(send).await;
        until_open(centre).await;
        let mut network = start(FAKE_SMSC)
            .args([
                "-H",
                "127.0.0.1",
                "-r",
                &centre.to_string(),
                "-m",
                "0",
                "1 2 text x",
            ])
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let heard = BufReader::new(network.stderr.take().unwrap()).lines();
        programs.push(network);
        Self {
            url: format!("http://127.0.0.1:{send}/cgi-bin/sendsms"),
            password_file,
            network: Mutex::new(heard),
            _programs: programs,
        }
    }

    /// The next SMS that reached the network.
    pub async fn next(&self) -> Sms {
        let mut network = self.network.lock().await;
        let heard = async {
            while let Some(line) = network.next_line().await.unwrap() {
                // Got message 1: <13013 +33639980017 text Guichet : …>
                let Some((_, message)) = line.split_once("Got message ") else {
                    continue;
                };
                let message = message.split_once('<').unwrap().1.trim_end_matches('>');
                let mut words = message.splitn(4, ' ').skip(1);
                let to = words.next().unwrap().to_owned();
                let body = words.nth(1).unwrap().to_owned();
                return Sms { to, body };
            }
            panic!("the fake SMS centre ended");
        };
        timeout(Duration::from_secs(30), heard)
            .await
            .expect("no SMS reached the network")
    }
}

async fn until_open(port: u16) {
    let mut look = interval(Duration::from_millis(20));
    let opened = async {
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            look.tick().await;
        }
    };
    timeout(Duration::from_secs(20), opened)
        .await
        .expect("Kannel does not open its port");
}
