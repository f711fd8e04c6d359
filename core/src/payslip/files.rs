//! The sealed PDFs, one file each, named by the payslip's id.

use std::io::Write;
use std::path::PathBuf;

use super::model::PayslipId;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;

fn path(house: &House, id: PayslipId) -> PathBuf {
    house.settings.payslip.store.join(format!("{id}.sealed"))
}

/// Writes the sealed file and waits until it is durable: the row that names it comes after.
pub(super) fn write(house: &House, id: PayslipId, pdf: &[u8]) -> Result<(), Fault> {
    // The id in the purpose binds the content to its row: files can't be exchanged.
    let sealed = house.keys.seal(&house.chance, &format!("payslip {id}"), pdf)?;
    let written = std::fs::create_dir_all(&house.settings.payslip.store).and_then(|()| {
        let mut file = std::fs::File::create(path(house, id))?;
        file.write_all(&sealed)?;
        file.sync_all()
    });
    written.map_err(|e| Fault::outside("payslip store", e))
}

/// The PDF in clear.
pub(super) fn read(house: &House, id: PayslipId) -> Result<Vec<u8>, Fault> {
    let sealed = std::fs::read(path(house, id)).map_err(|e| Fault::outside("payslip store", e))?;
    house.keys.open(&format!("payslip {id}"), &sealed)
}

/// Removes the file; one that is gone already is as good.
pub(super) fn remove(house: &House, id: PayslipId) -> Result<(), Fault> {
    match std::fs::remove_file(path(house, id)) {
        Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Fault::outside("payslip store", e)),
        _ => Ok(()),
    }
}
