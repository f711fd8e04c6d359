//! The sealed proofs, one file each, named by the proof's id.

use super::proof::ProofId;
use crate::kernel::fault::Fault;
use crate::kernel::house::House;
use crate::kernel::sealed::Shelf;

fn shelf(house: &House) -> Shelf<'_> {
    Shelf::new(house, &house.settings.profile.store, "proof")
}

/// Writes the sealed file: the row that names it comes after.
pub(super) fn write(house: &House, id: ProofId, clear: &[u8]) -> Result<(), Fault> {
    shelf(house).write(id, clear)
}

/// The file in clear.
pub(super) fn read(house: &House, id: ProofId) -> Result<Vec<u8>, Fault> {
    shelf(house).read(id)
}

/// Removes the file.
pub(super) fn remove(house: &House, id: ProofId) -> Result<(), Fault> {
    shelf(house).remove(id)
}
