//! The moment at which somebody knocked. Answers to those who have not shown who they are leave a fixed time after it,
//! so that how long the house worked says nothing.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::kernel::house::House;

/// When a question arrived.
#[derive(Clone, Copy, Debug)]
pub struct Arrival(Instant);

impl Arrival {
    /// Now: the first thing that a door does.
    pub fn now() -> Self {
        Self(Instant::now())
    }

    /// Waits until the answer may leave. Late already: it leaves at once.
    pub async fn hold(self, house: &House) {
        sleep_until(self.0 + Duration::from_millis(house.settings.lock.answer_after_ms)).await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::TestHouse;

    #[tokio::test]
    async fn an_answer_leaves_no_sooner_than_its_time_however_fast_the_house_was() {
        let house = TestHouse::sqlite(&|settings| settings.lock.answer_after_ms = 40).await;
        let arrival = Arrival::now();
        arrival.hold(&house).await;
        assert!(arrival.0.elapsed() >= Duration::from_millis(40));
    }
}
