//! A Python to run Synapse with, and a virtual environment that holds it.

use super::folder::wrong;
use guichet_core::kernel::fault::Fault;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tokio::process::Command;

/// What is installed from PyPI.
pub const SYNAPSE: &str = "matrix-synapse==1.163.2";
/// The oldest Python that this Synapse runs on.
const OLDEST: (u32, u32) = (3, 10);
/// The plain name first: it is the one that people know they have.
const NAMES: [&str; 6] = [
    "python3",
    "python3.14",
    "python3.13",
    "python3.12",
    "python3.11",
    "python3.10",
];
/// Prints the version, and fails where a virtual environment with pip can't be made (Debian splits that part off).
const ASK: &str = "import sys; print(*sys.version_info[:2]); sys.stdout.flush(); import ensurepip, venv";

/// The first Python that can make a virtual environment for Synapse.
pub async fn find() -> Result<&'static str, Fault> {
    let mut seen = Vec::new();
    for name in NAMES {
        let Ok(answer) = Command::new(name)
            .args(["-c", ASK])
            .stdin(Stdio::null())
            .output()
            .await
        else {
            continue;
        };
        match judge(&String::from_utf8_lossy(&answer.stdout), answer.status.success()) {
            Ok(()) => return Ok(name),
            Err(why) => seen.push(format!("{name} {why}")),
        }
    }
    let value = if seen.is_empty() {
        "not found".to_owned()
    } else {
        seen.join(", ")
    };
    let remedy = "install Python 3.10 or newer with its venv module (Debian: apt-get install python3-venv), \
                  or name a homeserver with --homeserver";
    Err(Fault::config("python3", value, remedy))
}

fn judge(printed: &str, complete: bool) -> Result<(), String> {
    let version = printed.trim().replace(' ', ".");
    let number = |part: Option<&str>| part.and_then(|part| part.parse().ok()).unwrap_or(0);
    let mut parts = printed.split_whitespace();
    let found: (u32, u32) = (number(parts.next()), number(parts.next()));
    match () {
        () if found < OLDEST => Err(format!("({version}: too old)")),
        () if !complete => Err(format!("({version}: without venv)")),
        () => Ok(()),
    }
}

/// A virtual environment with pinned packages.
pub struct Venv {
    root: PathBuf,
    packages: Vec<String>,
}

impl Venv {
    /// The environment at `root` with `packages`, as pip names them.
    pub fn new(root: PathBuf, packages: &[&str]) -> Self {
        Self {
            root,
            packages: packages.iter().map(ToString::to_string).collect(),
        }
    }

    /// Its interpreter.
    pub fn python(&self) -> PathBuf {
        self.root.join("bin/python")
    }

    /// True when it holds exactly these packages: the mark is written after the last of them.
    pub fn is_ready(&self) -> bool {
        fs::read_to_string(self.mark()).is_ok_and(|mark| mark == self.packages.join("\n"))
    }

    /// Makes it anew; what pip says goes to the file `log`.
    pub async fn make(&self, log: &Path) -> Result<(), Fault> {
        let python = find().await?;
        run(
            Command::new(python)
                .args(["-m", "venv", "--clear"])
                .arg(&self.root),
            log,
        )
        .await?;
        let mut pip = Command::new(self.python());
        pip.args([
            "-m",
            "pip",
            "install",
            "--disable-pip-version-check",
            "--no-input",
            "--quiet",
        ]);
        run(pip.args(&self.packages), log).await?;
        fs::write(self.mark(), self.packages.join("\n")).map_err(|e| wrong(&self.root, e))
    }

    fn mark(&self) -> PathBuf {
        self.root.with_extension("installed")
    }
}

async fn run(command: &mut Command, log: &Path) -> Result<(), Fault> {
    let out = File::options()
        .create(true)
        .append(true)
        .open(log)
        .map_err(|e| wrong(log, e))?;
    let err = out.try_clone().map_err(|e| wrong(log, e))?;
    let status = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .kill_on_drop(true)
        .status()
        .await;
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Fault::outside(
            "Synapse from PyPI",
            format!("{status}\n{}", tail(log)),
        )),
        Err(e) => Err(Fault::outside("Synapse from PyPI", e)),
    }
}

/// The end of a log, with where to read the rest.
pub fn tail(log: &Path) -> String {
    let text = fs::read_to_string(log).unwrap_or_default();
    let lines: Vec<&str> = text.lines().collect();
    let last = lines
        .iter()
        .skip(lines.len().saturating_sub(8))
        .copied()
        .collect::<Vec<_>>()
        .join("\n");
    format!("{last}\n({})", log.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_python_is_refused_with_what_is_wrong_with_it() {
        assert_eq!(judge("3 11\n", true), Ok(()));
        assert_eq!(judge("4 0\n", true), Ok(()));
        assert_eq!(judge("3 9\n", true), Err("(3.9: too old)".into()));
        assert_eq!(judge("3 11\n", false), Err("(3.11: without venv)".into()));
        assert!(judge("", false).is_err());
    }
}
