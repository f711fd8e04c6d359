//! Stopping in order: everything that runs listens to one `Stop`.

use guichet_core::kernel::fault::Fault;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;

/// Says when it is time to stop. Its clones say the same.
#[derive(Clone)]
pub struct Stop(watch::Sender<bool>);

impl Stop {
    /// Asked for by Ctrl-C or SIGTERM. A second signal ends the process at once.
    pub fn on_signals() -> Result<Self, Fault> {
        let listen = |kind| signal(kind).map_err(|e| Fault::outside("signals", e));
        let (mut interrupt, mut terminate) =
            (listen(SignalKind::interrupt())?, listen(SignalKind::terminate())?);
        let stop = Self(watch::Sender::new(false));
        let asked = stop.clone();
        tokio::spawn(async move {
            loop {
                tokio::select! { _ = interrupt.recv() => {} _ = terminate.recv() => {} }
                if asked.0.send_replace(true) {
                    std::process::exit(130);
                }
            }
        });
        Ok(stop)
    }

    /// Asks everything to stop.
    pub fn ask(&self) {
        self.0.send_replace(true);
    }

    /// Returns when it is time to stop.
    pub async fn asked(&self) {
        // The sender is ours: it can't be gone.
        let _ = self.0.subscribe().wait_for(|asked| *asked).await;
    }
}
