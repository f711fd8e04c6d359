//! Everything in one process: the space and the console, each on its listeners, the bot, the post and the schedules.

use guichet_admin::{console, serve, space};
use guichet_core::kernel::{
    config::{Listener, Settings},
    fault::Fault,
    house::House,
};
use guichet_core::outside::{mailer::Mailer, post, sms::Texter};
use guichet_core::{announcement, document, payslip, profile, reminder};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::{bot, stop::Stop};

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

/// Runs until `stop` is asked for, or until one part fails; then the others are asked to stop too. `ready` is told once
/// everything answers.
pub async fn run(
    house: Arc<House>,
    doors: Doors,
    stop: Stop,
    ready: oneshot::Sender<()>,
) -> Result<(), Fault> {
    // Whatever a person has to correct is said now, not at night.
    reminder::check(&house.settings)?;
    let mailer = Mailer::open(&house.settings.mail)?;
    let texter = Texter::open(&house.settings.sms)?;
    let sites = [
        (doors.space, space(house.clone())?),
        (doors.console, console(house.clone())?),
    ];
    let mut parts = JoinSet::new();
    for (listeners, site) in sites {
        for (listener, channel) in listeners {
            let asked = stop.clone();
            let served = serve(
                listener,
                channel,
                site.clone(),
                async move { asked.asked().await },
            );
            parts.spawn(async move { served.await.map_err(|e| Fault::outside("listener", e)) });
        }
    }
    let (own, asked) = (house.clone(), stop.clone());
    parts.spawn(async move {
        tokio::select! {
            () = post::attend(&own, &mailer) => {}
            () = post::attend_texts(&own, &texter) => {}
            () = reminder::attend(&own) => {}
            () = payslip::attend(&own) => {}
            () = profile::attend(&own) => {}
            () = announcement::attend(&own) => {}
            () = document::attend(&own) => {}
            () = asked.asked() => {}
        }
        Ok(())
    });
    if house.settings.matrix.homeserver.is_empty() {
        let _ = ready.send(());
    } else {
        parts.spawn(bot::run(house.clone(), stop.clone(), ready));
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
