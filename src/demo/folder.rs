//! The demo's folder: everything it makes is in there, and one process uses it at a time.

use guichet_core::kernel::{chance::Chance, fault::Fault};
use std::fs::{self, File, TryLockError};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

/// Marks a folder as the demo's, and is locked while it runs.
const LOCK: &str = "guichet-demo.lock";

/// A folder that is ours until this is dropped, even if the process is killed.
pub struct Folder {
    root: PathBuf,
    _lock: File,
}

impl Folder {
    /// Opens `root`, made if missing. Refuses a folder in use, and one with contents that are not ours.
    pub fn open(root: &Path) -> Result<Self, Fault> {
        private_dir(root)?;
        let root = fs::canonicalize(root).map_err(|e| wrong(root, e))?;
        let path = root.join(LOCK);
        let empty = fs::read_dir(&root).map_err(|e| wrong(&root, e))?.next().is_none();
        if !empty && !path.exists() {
            let remedy = "it holds files that are not the demo's: name an empty or a new folder";
            return Err(Fault::config("--folder", root.display().to_string(), remedy));
        }
        let lock = File::create(&path).map_err(|e| wrong(&path, e))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { root, _lock: lock }),
            Err(TryLockError::WouldBlock) => {
                let remedy = "a demo is already running in it: stop that one, or name another folder";
                Err(Fault::config("--folder", root.display().to_string(), remedy))
            }
            Err(TryLockError::Error(e)) => Err(wrong(&path, e)),
        }
    }

    /// A path inside.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }
}

/// A folder that only its owner reads, made if missing.
pub fn private_dir(path: &Path) -> Result<(), Fault> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(path)
        .map_err(|e| wrong(path, e))
}

/// The secret kept in the file `path`, made at the first call.
pub fn secret(path: &Path, chance: &Chance) -> Result<String, Fault> {
    match fs::read_to_string(path) {
        Ok(secret) if !secret.is_empty() => Ok(secret),
        _ => {
            let secret = chance.token()?;
            write_private(path, &secret)?;
            Ok(secret)
        }
    }
}

/// Writes a file that only its owner reads.
pub fn write_private(path: &Path, content: &str) -> Result<(), Fault> {
    let mut options = File::options();
    let file = options
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(path);
    file.and_then(|mut file| file.write_all(content.as_bytes()))
        .map_err(|e| wrong(path, e))
}

/// A file or folder that does not do what it should.
pub fn wrong(path: &Path, why: impl std::fmt::Display) -> Fault {
    Fault::outside("demo folder", format!("{}: {why}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_in_use_is_refused_and_free_again_afterwards() {
        let parent = scratch("lock");
        let root = parent.join("demo");
        let first = Folder::open(&root).unwrap();
        let refusal = Folder::open(&root).err().unwrap().to_string();
        assert!(
            refusal.contains("--folder") && refusal.contains("already running"),
            "{refusal}"
        );
        drop(first);
        Folder::open(&root).unwrap();
        fs::remove_dir_all(parent).unwrap();
    }

    #[test]
    fn a_folder_with_files_of_somebody_else_is_refused() {
        let root = scratch("foreign");
        fs::write(root.join("thesis.odt"), "…").unwrap();
        assert!(
            Folder::open(&root)
                .err()
                .unwrap()
                .to_string()
                .contains("not the demo's")
        );
        fs::remove_dir_all(root).unwrap();
    }

    #[test]
    fn a_secret_is_made_once_and_read_by_its_owner_only() {
        use std::os::unix::fs::PermissionsExt;
        let root = scratch("secret");
        let path = root.join("key");
        let made = secret(&path, &Chance::System).unwrap();
        assert_eq!(made.len(), 43);
        assert_eq!(secret(&path, &Chance::System).unwrap(), made);
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::remove_dir_all(root).unwrap();
    }

    fn scratch(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("guichet-folder-{name}-{}", std::process::id()));
        private_dir(&path).unwrap();
        path
    }
}
