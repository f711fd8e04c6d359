//! The staff's site: open from the internal network and the VPN only (CO1).

use std::sync::Arc;

use axum::Router;
use guichet_core::kernel::{fault::Fault, house::House};

use crate::door::{self, Face, Site};

/// Its navigation: path and word key.
pub(crate) const RUBRICS: &[(&str, &str)] = &[];

/// The staff's site. A fault is a setting that can't be used.
pub fn console(house: Arc<House>) -> Result<Router, Fault> {
    let site = Site::new(house, Face::Console)?;
    Ok(door::close(Router::new(), site))
}
