//! The demo's configuration: a file like any other, so that every command works on the demo with `--config`.

use guichet_core::kernel::{chance::Chance, config::Settings, fault::Fault};
use toml::Value;

use super::folder::{Folder, secret, write_private};

/// Name of the file in the demo's folder.
pub const FILE: &str = "guichet.toml";
/// Its three channels are three ports of the space; the console is ten further on, as in the shipped configuration.
const CHANNELS: [&str; 3] = ["internal", "vpn", "mobile"];
const CONSOLE: u16 = 10;

/// The listeners of the space and of the console, as they are written in a configuration.
fn listeners(port: u16) -> [String; 2] {
    let one =
        |port: u16, channel: &str| format!("{{ address = \"127.0.0.1:{port}\", channel = \"{channel}\" }}");
    let space: Vec<String> = (port..)
        .zip(CHANNELS)
        .map(|(port, channel)| one(port, channel))
        .collect();
    [
        format!("[{}]", space.join(", ")),
        format!("[{}]", one(port.saturating_add(CONSOLE), "internal")),
    ]
}

/// The settings as far as they are known before anything is started, to try the ports with.
pub fn draft(port: u16) -> Result<Settings, Fault> {
    let keys = ["GUICHET__SPACE__LISTEN", "GUICHET__CONSOLE__LISTEN"].map(str::to_owned);
    Settings::read(None, keys.into_iter().zip(listeners(port)))
}

/// Writes the file and reads it back, with the environment over it. `homeserver` is address and name of the homeserver.
pub fn write(
    folder: &Folder,
    port: u16,
    homeserver: (&str, &str),
    chance: &Chance,
) -> Result<Settings, Fault> {
    for name in ["matrix.password", "matrix.passphrase"] {
        secret(&folder.path(name), chance)?;
    }
    let key = folder.path("guichet.key");
    if !key.exists() {
        let hex: String = chance
            .bytes::<32>()?
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        write_private(&key, &hex)?;
    }
    let [space, console] = listeners(port);
    let (url, server) = homeserver;
    let text = format!(
        "# Written anew at each start of the demo.\n\
         [matrix]\nhomeserver = {url}\ntrusted_server = {server}\n\n\
         [space]\npublic_url = \"http://localhost:{port}\"\nlisten = {space}\n\n\
         [console]\npublic_url = \"http://localhost:{console_port}\"\nlisten = {console}\n\n\
         [mail]\ntransport = {mail}\n\n[sms]\ntransport = {sms}\n",
        url = Value::from(url),
        server = Value::from(server),
        console_port = port.saturating_add(CONSOLE),
        mail = Value::from(format!("folder:{}", folder.path("outbox").display())),
        sms = Value::from(format!("folder:{}", folder.path("sms").display())),
    );
    let file = folder.path(FILE);
    write_private(&file, &text)?;
    Settings::read(Some(&file), Settings::environment())
}
