//! A PostgreSQL of one story, which can be stopped and started.

use crate::house::free_port;
use guichet_core::kernel::chance::Chance;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::PathBuf;
use std::process::Command;

pub struct Postgres {
    programs: PathBuf,
    folder: PathBuf,
    port: u16,
}

impl Postgres {
    /// Makes one. It does not run yet.
    pub fn make() -> Self {
        let name = format!("guichet-postgres-{}", Chance::System.token().unwrap());
        let made = Self {
            programs: programs(),
            folder: std::env::temp_dir().join(name),
            port: free_port(),
        };
        fs::create_dir(&made.folder).unwrap();
        if is_root() {
            run(Command::new("chown").arg("postgres").arg(&made.folder));
        }
        let data = made.folder.join("data");
        run(made
            .program("initdb")
            .args([
                "-U",
                "postgres",
                "-A",
                "trust",
                "--locale=C",
                "--encoding=UTF8",
                "-D",
            ])
            .arg(data));
        made
    }

    /// Its address, without a database.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}", self.port)
    }

    /// Starts it, and returns when it answers.
    pub fn start(&self) {
        let (port, folder) = (self.port, self.folder.display());
        let options =
            format!("-F -c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder}");
        let mut command = self.control("start");
        run(command
            .arg("-o")
            .arg(options)
            .arg("-l")
            .arg(self.folder.join("log")));
    }

    /// Stops it under the feet of whoever is connected.
    pub fn stop(&self) {
        run(self.control("stop").args(["-m", "fast"]));
    }

    fn control(&self, verb: &str) -> Command {
        let mut command = self.program("pg_ctl");
        command.args(["-w", "-D"]).arg(self.folder.join("data")).arg(verb);
        command
    }

    /// PostgreSQL does not run as root.
    fn program(&self, name: &str) -> Command {
        let path = self.programs.join(name);
        let mut command = Command::new("runuser");
        if is_root() {
            command.args(["-u", "postgres", "--"]).arg(path);
        } else {
            command = Command::new(path);
        }
        command.current_dir(&self.folder);
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let _ = self.control("stop").args(["-m", "immediate"]).output();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// Debian keeps them off the path.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten();
    let newest = versions
        .filter_map(|version| Some(version.ok()?.path().join("bin")))
        .max();
    newest.unwrap_or_default()
}

fn is_root() -> bool {
    fs::metadata("/proc/self").unwrap().uid() == 0
}

fn run(command: &mut Command) {
    // Not `output`: the server would keep the pipe open.
    let done = command.stdout(std::process::Stdio::null()).status().unwrap();
    assert!(done.success(), "{command:?}: {done}");
}
