//! The demo's configuration: a file like any other, so that every command works on the demo with `--config`.

use guichet_core::kernel::{chance::Chance, config::Settings, fault::Fault};
use toml::Value;

use super::folder::{Folder, secret, write_private};

/// Name of the file in the demo's folder.
pub const FILE: &str = "guichet.toml";
/// Its three channels are three ports of the space; the console is ten further on, as in the shipped configuration.
const CHANNELS: [&str; 3] = ["internal", "vpn", "mobile"];
const CONSOLE: u16 = 10;

/// The port of the console where the space's first is `port`.
pub fn console_port(port: u16) -> u16 {
    port.saturating_add(CONSOLE)
}

/// Writes the file and reads it back, with the environment over it. `home` is the homeserver's address and name, as
/// soon as they are known.
pub fn write(
    folder: &Folder,
    port: u16,
    home: Option<(&str, &str)>,
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
    let listen =
        |port: u16, channel: &str| format!("{{ address = \"127.0.0.1:{port}\", channel = \"{channel}\" }}");
    let space = (port..)
        .zip(CHANNELS)
        .map(|(port, channel)| listen(port, channel))
        .collect::<Vec<_>>()
        .join(", ");
    let console = console_port(port);
    let (homeserver, server) = home.unwrap_or_default();
    let file = folder.path(FILE);
    let text = format!(
        "# Written anew at each start of the demo.\n\
         [matrix]\nhomeserver = {homeserver}\ntrusted_server = {server}\n\n\
         [space]\npublic_url = \"http://localhost:{port}\"\nlisten = [{space}]\n\n\
         [console]\npublic_url = \"http://localhost:{console}\"\nlisten = [{listen}]\n\n\
         [mail]\ntransport = {mail}\n",
        homeserver = Value::from(homeserver),
        server = Value::from(server),
        listen = listen(console, "internal"),
        mail = Value::from(format!("folder:{}", folder.path("outbox").display())),
    );
    write_private(&file, &text)?;
    Settings::read(Some(&file), Settings::environment())
}
