//! Messages that can't be decrypted: whoever wrote one is told, once.

use chrono::Duration;
use guichet_bot::desk;
use guichet_core::conversation::What;
use guichet_core::testing::both;

use crate::house::Stage;

#[tokio::test]
async fn who_wrote_what_cannot_be_read_is_told_once_and_not_at_once() {
    both(async |house| {
        let mut stage = Stage::set(house).await;
        let what = What::Undecryptable("{}".to_owned());
        stage
            .hear("amina.diallo", "!amina.diallo", what, Duration::zero())
            .await;
        desk::own_up(house).await.unwrap();
        stage.settle().await;
        assert!(stage.told.is_empty(), "its key may be on the way");
        for _ in 0..2 {
            house.clock.advance(Duration::minutes(2));
            desk::own_up(house).await.unwrap();
        }
        stage.settle().await;
        let told = &stage.told["amina.diallo"];
        assert_eq!(told.len(), 1);
        assert!(told[0].contains("déchiffrer"), "{told:?}");
    })
    .await;
}
