//! The bot: hears into the inbox, answers at the desk, says the outbox.

use guichet_bot::{desk, matrix::link::Link};
use guichet_core::kernel::{fault::Fault, house::House};
use std::sync::Arc;
use tokio::sync::oneshot;

use crate::stop::Stop;

/// Runs until `stop` is asked for, and tells `ready` once it hears. Ends by itself only when a person has to change
/// something.
pub async fn run(house: Arc<House>, stop: Stop, ready: oneshot::Sender<()>) -> Result<(), Fault> {
    let link = Link::new(&house)?;
    let tell = async {
        link.connected().await;
        tracing::info!("the bot hears");
        // Nobody may be waiting for it.
        let _ = ready.send(());
        std::future::pending::<()>().await;
    };
    let answer = async {
        // Nobody is answered while their room can't be looked at: each try would only make them wait longer.
        loop {
            link.connected().await;
            tokio::select! {
                () = desk::attend(&house, &link) => {}
                () = link.cut_off() => {}
            }
        }
    };
    tokio::select! {
        end = link.run() => end,
        () = answer => Ok(()),
        () = tell => Ok(()),
        () = stop.asked() => Ok(()),
    }
}
