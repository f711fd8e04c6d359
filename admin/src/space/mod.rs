//! The agents' own site.

use std::sync::Arc;

use axum::Router;
use guichet_core::kernel::{fault::Fault, house::House};

use crate::door::{self, Face, Site};

/// Its navigation: path and word key.
pub(crate) const RUBRICS: &[(&str, &str)] = &[];

/// The agents' site. A fault is a setting that can't be used.
pub fn space(house: Arc<House>) -> Result<Router, Fault> {
    let site = Site::new(house, Face::Space)?;
    Ok(door::close(Router::new(), site))
}
