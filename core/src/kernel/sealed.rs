//! Sealed files beside the database, one per row, named by the row's id. The content is bound to what it is and to the id:
//! files can't be exchanged.

use std::fmt::Display;
use std::io::Write;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::fault::Fault;
use super::house::House;

/// A folder of sealed files of one sort.
#[derive(Clone, Copy)]
pub struct Shelf<'h> {
    house: &'h House,
    folder: &'h Path,
    what: &'static str,
}

impl<'h> Shelf<'h> {
    /// The shelf of `what` in this folder.
    pub fn new(house: &'h House, folder: &'h Path, what: &'static str) -> Self {
        Self { house, folder, what }
    }

    fn path(&self, id: &impl Display) -> PathBuf {
        self.folder.join(format!("{id}.sealed"))
    }

    fn wrong(&self, why: std::io::Error) -> Fault {
        Fault::outside("sealed files", format!("{} store: {why}", self.what))
    }

    /// Writes the sealed file and waits until it is durable: the row that names it comes after.
    pub fn write(&self, id: impl Display, clear: &[u8]) -> Result<(), Fault> {
        let purpose = format!("{} {id}", self.what);
        let sealed = self.house.keys.seal(&self.house.chance, &purpose, clear)?;
        let written = std::fs::create_dir_all(self.folder).and_then(|()| {
            let mut file = std::fs::File::create(self.path(&id))?;
            file.write_all(&sealed)?;
            file.sync_all()
        });
        written.map_err(|why| self.wrong(why))
    }

    /// The content in clear.
    pub fn read(&self, id: impl Display) -> Result<Vec<u8>, Fault> {
        let sealed = std::fs::read(self.path(&id)).map_err(|why| self.wrong(why))?;
        self.house.keys.open(&format!("{} {id}", self.what), &sealed)
    }

    /// Removes the file; one that is gone already is as good.
    pub fn remove(&self, id: impl Display) -> Result<(), Fault> {
        match std::fs::remove_file(self.path(&id)) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => Err(self.wrong(why)),
            _ => Ok(()),
        }
    }
}

/// The SHA-256 of a file, hexadecimal: the same file brought again is known by it.
pub fn digest(clear: &[u8]) -> String {
    let bytes = Sha256::digest(clear);
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// True for what begins and ends like a PDF, whatever it is called: a file cut short in the copying does not.
pub fn is_whole_pdf(bytes: &[u8]) -> bool {
    let tail = bytes.get(bytes.len().saturating_sub(1024)..).unwrap_or_default();
    bytes.starts_with(b"%PDF-1.") && tail.windows(5).any(|window| window == b"%%EOF")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_cut_short_is_not_a_pdf() {
        assert!(is_whole_pdf(b"%PDF-1.7\n...\n%%EOF\n"));
        assert!(!is_whole_pdf(b"%PDF-1.7\n..."));
        assert!(!is_whole_pdf(b"<html>%%EOF"));
        assert!(!is_whole_pdf(b""));
    }
}
