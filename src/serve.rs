//! Everything in one process: the space and the console, each on its listeners, and the bot.

use guichet_admin::{console, serve, space};
use guichet_core::kernel::{
    config::{Listener, Settings},
    fault::Fault,
    house::House,
};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::stop::Stop;

/// The listeners of both sites, taken before anything else is done: a taken port is known at once.
pub struct Doors {
    space: Vec<(TcpListener, Listener)>,
    console: Vec<(TcpListener, Listener)>,
}

/// Takes every address that the settings name. `remedy` tells what to do about one that can't be had.
pub async fn doors(settings: &Settings, remedy: &str) -> Result<Doors, Fault> {
    let mut doors = Doors {
        space: vec![],
        console: vec![],
    };
    let sites = [
        ("space.listen", &settings.space.listen, &mut doors.space),
        ("console.listen", &settings.console.listen, &mut doors.console),
    ];
    for (key, addresses, taken) in sites {
        for listen in addresses {
            let refused = |e| Fault::config(key, listen.address.to_string(), format!("{e}: {remedy}"));
            taken.push((
                TcpListener::bind(listen.address).await.map_err(refused)?,
                listen.channel,
            ));
        }
    }
    Ok(doors)
}

/// Runs until `stop` is asked for, or until one part fails; then the others are asked to stop too.
pub async fn run(house: Arc<House>, doors: Doors, stop: Stop) -> Result<(), Fault> {
    let mut parts = JoinSet::new();
    for (listeners, site) in [
        (doors.space, space(house.clone())?),
        (doors.console, console(house.clone())?),
    ] {
        for (listener, channel) in listeners {
            let asked = stop.clone();
            let stopping = async move { asked.asked().await };
            let served = serve(listener, channel, site.clone(), stopping);
            parts.spawn(async move { served.await.map_err(|e| Fault::outside("listener", e)) });
        }
    }
    tracing::info!("serving");
    let mut end = Ok(());
    while let Some(ended) = parts.join_next().await {
        stop.ask();
        end = end.and(ended.unwrap_or_else(|e| Err(Fault::outside("a part of the service", e))));
    }
    house.db.close().await;
    tracing::info!("stopped");
    end
}
