//! Serving a site on a listener, until it is time to stop.

use std::{io, net::SocketAddr};

use axum::{Extension, Router};
use guichet_core::{channel::Channel, kernel::config::Listener};
use tokio::net::TcpListener;

use crate::door::Declared;

/// Serves `site` on `listener` until `stop` is done and the answers under way are given. A listener that the
/// configuration declares to be one channel says so for every request that it takes.
pub async fn serve(
    listener: TcpListener,
    channel: Listener,
    site: Router,
    stop: impl Future<Output = ()> + Send + 'static,
) -> io::Result<()> {
    let declared = match channel {
        Listener::Internal => Some(Channel::Internal),
        Listener::Vpn => Some(Channel::Vpn),
        Listener::Mobile => Some(Channel::MobilePortal),
        Listener::Network => None,
    };
    let site = match declared {
        Some(channel) => site.layer(Extension(Declared(channel))),
        None => site,
    };
    axum::serve(listener, site.into_make_service_with_connect_info::<SocketAddr>())
        .with_graceful_shutdown(stop)
        .await
}
