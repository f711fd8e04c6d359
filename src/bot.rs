//! The bot: hears into the inbox, answers at the desk, says the outbox.

use guichet_bot::{desk, matrix::link::Link};
use guichet_core::kernel::{fault::Fault, house::House};
use std::sync::Arc;
use tokio::runtime;
use tokio::sync::oneshot;

use crate::stop::Stop;

/// Runs until `stop` is asked for, and tells `ready` once it hears. Ends by itself only when a person has to change
/// something.
///
/// It has a thread of its own: for one message the SDK goes to its stores and back many times, and a task that changes
/// threads on the way pays for each. The pages keep theirs.
pub async fn run(house: Arc<House>, stop: Stop, ready: oneshot::Sender<()>) -> Result<(), Fault> {
    let runtime = runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|e| Fault::outside("runtime", e))?;
    let (end, ended) = oneshot::channel();
    std::thread::Builder::new()
        .name("bot".to_owned())
        .spawn(move || {
            // Whoever waited for the end is gone only when the process ends.
            let _ = end.send(runtime.block_on(go(house, stop, ready)));
        })
        .map_err(|e| Fault::outside("thread", e))?;
    ended.await.unwrap_or_else(|e| Err(Fault::outside("the bot", e)))
}

async fn go(house: Arc<House>, stop: Stop, ready: oneshot::Sender<()>) -> Result<(), Fault> {
    let link = Link::new(&house)?;
    let tell = async {
        link.connected().await;
        tracing::info!("the bot hears");
        // Nobody may be waiting for it.
        let _ = ready.send(());
        std::future::pending::<()>().await;
    };
    tokio::select! {
        end = link.run() => end,
        () = desk::attend(&house, &link) => Ok(()),
        () = tell => Ok(()),
        () = stop.asked() => Ok(()),
    }
}
