//! Says what is being done when it takes longer than a second, and how long it took.

use guichet_core::kernel::{line::Args, words::Lang, words::Words};
use std::time::{Duration, Instant};
use tokio::time::interval;

use crate::print;

/// Prints in one language.
pub struct Progress {
    /// The sentences.
    pub words: Words,
    /// The language.
    pub lang: Lang,
}

impl Progress {
    /// A sentence of the demo, without its first part `demo-`.
    pub fn say(&self, key: &str, args: &Args) -> String {
        self.words.say(self.lang, &format!("demo-{key}"), args)
    }

    /// Waits for `work`, telling that it is `key`.
    pub async fn during<T>(&self, key: &str, work: impl Future<Output = T>) -> T {
        let (start, mut second) = (Instant::now(), interval(Duration::from_secs(1)));
        let mut work = std::pin::pin!(work);
        // The first tick comes at once.
        second.tick().await;
        let result = loop {
            tokio::select! {
                result = &mut work => break result,
                _ = second.tick() => print::passing(&self.with_seconds(key, start)),
            }
        };
        if start.elapsed() >= Duration::from_secs(1) {
            print::passing("");
            print::line(&self.with_seconds(key, start));
        }
        result
    }

    fn with_seconds(&self, key: &str, start: Instant) -> String {
        let seconds = i64::try_from(start.elapsed().as_secs()).unwrap_or_default();
        let args = vec![
            ("what".into(), self.say(key, &vec![]).into()),
            ("seconds".into(), seconds.into()),
        ];
        self.say("progress", &args)
    }
}
