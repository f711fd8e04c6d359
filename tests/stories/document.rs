//! What human resources do about a request for a document, behind the scene.

use chrono::Duration;
use guichet_core::document;
use guichet_core::kernel::actor::Door;
use guichet_core::kernel::work::Work;
use guichet_core::people;

use crate::house::Stage;

impl Stage<'_> {
    /// `nadia.petit refuse 1 WHY`.
    pub(crate) async fn answer_document(&mut self, answer: &str) {
        let mut words = answer.trim().splitn(4, ' ');
        let mut word = || words.next().unwrap_or_default().to_owned();
        let (officer, verb, number, text) = (word(), word(), word(), word());
        // No two things happen at the same instant.
        self.house.clock.advance(Duration::milliseconds(1));
        let mut work = Work::read(self.house).await.unwrap();
        let officer = people::by_username(&mut work, &officer).await.unwrap().unwrap();
        drop(work);
        let mut work = self.house.work(&officer, Door::Console).await;
        let queue = document::queue(&mut work).await.unwrap().into_iter();
        let number: i64 = number.parse().unwrap();
        let (request, _) = queue.into_iter().find(|(one, _)| one.number == number).unwrap();
        match verb.as_str() {
            "deliver" => drop(
                document::deliver(&mut work, request.id, b"%PDF-1.4\n%%EOF\n")
                    .await
                    .unwrap(),
            ),
            "refuse" => document::refuse(&mut work, request.id, &text).await.unwrap(),
            "ask" => document::ask(&mut work, request.id, &text).await.unwrap(),
            other => unreachable!("{other} is no answer"),
        }
        work.save().await.unwrap();
        self.settle().await;
    }
}
