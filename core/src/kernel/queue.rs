//! Heavy computation, off the async threads and bounded. It is the first thing that a flood exhausts: strangers and those
//! who are known wait in separate lines, and a line that is full says so at once.

use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// In which line a computation waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lane {
    /// A device that the account knows, or a person already signed in.
    Known,
    /// Anyone else.
    Unknown,
}

/// The line is full: to be asked again later.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy;

/// Somebody's turn, until it is dropped.
#[derive(Debug)]
pub struct Turn {
    _permits: [OwnedSemaphorePermit; 2],
}

/// The two lines.
#[derive(Clone, Debug)]
pub struct Queue {
    known: Line,
    unknown: Line,
}

#[derive(Clone, Debug)]
struct Line {
    /// Places, waiting or at work.
    places: Arc<Semaphore>,
    /// Hands at work.
    hands: Arc<Semaphore>,
}

impl Line {
    fn new(hands: usize, waiting: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(hands + waiting)),
            hands: Arc::new(Semaphore::new(hands)),
        }
    }

    async fn enter(&self) -> Result<Turn, Busy> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| Busy)?;
        let hand = self.hands.clone().acquire_owned().await.map_err(|_| Busy)?;
        Ok(Turn {
            _permits: [place, hand],
        })
    }
}

impl Queue {
    /// `hands` at once and `strangers` waiting; one hand more for the `known`, and as many of them waiting.
    pub fn new(hands: usize, strangers: usize, known: usize) -> Self {
        Self {
            known: Line::new(1, known),
            unknown: Line::new(hands.max(1), strangers),
        }
    }

    /// Waits in a line; `Busy` at once when it is full.
    pub async fn enter(&self, lane: Lane) -> Result<Turn, Busy> {
        match lane {
            Lane::Known => self.known.enter().await,
            Lane::Unknown => self.unknown.enter().await,
        }
    }

    /// Runs `work` off the async threads when its turn comes; `Busy` at once when the line is full.
    pub async fn run<T, F>(&self, lane: Lane, work: F) -> Result<T, Busy>
    where
        T: Send + 'static,
        F: FnOnce() -> T + Send + 'static,
    {
        let turn = self.enter(lane).await?;
        // The turn goes along: work whose caller went away still occupies its hand until it is done.
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        done.await.map_err(|_| Busy)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test]
    async fn a_full_line_of_strangers_is_refused_and_leaves_known_devices_alone() {
        let queue = Queue::new(1, 1, 1);
        let (free, held) = mpsc::channel::<()>();
        let (started, starts) = tokio::sync::oneshot::channel();
        let at_work = tokio::spawn({
            let queue = queue.clone();
            async move {
                queue
                    .run(Lane::Unknown, move || {
                        let _ = started.send(());
                        held.recv().is_ok()
                    })
                    .await
            }
        });
        starts.await.unwrap();
        let mut waiting = Box::pin(queue.run(Lane::Unknown, || 2));
        assert!(
            futures_now(&mut waiting).is_none(),
            "the second waits for the hand"
        );
        assert_eq!(queue.run(Lane::Unknown, || 3).await, Err(Busy));
        assert_eq!(queue.run(Lane::Known, || 4).await, Ok(4));
        free.send(()).unwrap();
        assert_eq!(at_work.await.unwrap(), Ok(true));
        assert_eq!(waiting.await, Ok(2));
        assert_eq!(
            queue.run(Lane::Unknown, || 5).await,
            Ok(5),
            "places are given back"
        );
    }

    /// What a future has to say when asked once.
    fn futures_now<F: Future + Unpin>(future: &mut F) -> Option<F::Output> {
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        match std::pin::Pin::new(future).poll(&mut context) {
            std::task::Poll::Ready(done) => Some(done),
            std::task::Poll::Pending => None,
        }
    }
}
