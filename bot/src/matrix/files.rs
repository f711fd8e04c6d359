//! The files of a device: private to the account that Guichet runs under, written whole or not at all.

use std::fs;
use std::io::{ErrorKind, Result as Io, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use guichet_core::kernel::chance::Chance;
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::secret::Keys;

/// Makes a folder that nobody else can enter.
pub fn make_private(folder: &Path) -> Result<(), Fault> {
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .map_err(|e| wrong(folder, e))
}

/// What a file holds; `None` when there is none.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, Fault> {
    absent(fs::read(path)).map_err(|e| wrong(path, e))
}

/// Replaces a file.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let new = path.with_extension("new");
    let write = || -> Io<()> {
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&new)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&new, path)
    };
    write().map_err(|e| wrong(path, e))
}

/// Removes a file and a folder, whether or not they are there.
pub fn remove(file: &Path, folder: &Path) -> Result<(), Fault> {
    absent(fs::remove_file(file)).map_err(|e| wrong(file, e))?;
    absent(fs::remove_dir_all(folder)).map_err(|e| wrong(folder, e))?;
    Ok(())
}

/// The keys of a device that has no house around it, kept beside it.
pub fn own_keys(store: &Path, chance: &Chance) -> Result<Keys, Fault> {
    let path = store.join("key");
    if let Some(kept) = read(&path)? {
        let hex = String::from_utf8_lossy(&kept);
        return Keys::from_hex(&hex)
            .ok_or_else(|| wrong(&path, "not a key: remove this folder to sign in anew"));
    }
    make_private(store)?;
    let key = chance.bytes::<32>()?;
    let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
    write(&path, hex.as_bytes())?;
    Ok(Keys::new(key))
}

/// A file that can't be used.
pub fn wrong(path: &Path, why: impl std::fmt::Display) -> Fault {
    Fault::config("matrix.store", path.display().to_string(), why.to_string())
}

fn absent<T>(result: Io<T>) -> Io<Option<T>> {
    match result {
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(None),
        other => other.map(Some),
    }
}
