//! Putting the house together from its settings.

use guichet_core::kernel::{
    chance::Chance, clock::Clock, config::Settings, db::Db, fault::Fault, house::House, words::Words,
};
use std::sync::Arc;

/// Opens the database and reads keys and words.
pub async fn house(settings: Settings) -> Result<Arc<House>, Fault> {
    let keys = settings.keys()?;
    let words = words(&settings)?;
    let db = Db::open(&settings.database).await?;
    Ok(Arc::new(House::new(
        db,
        Clock::System,
        Chance::System,
        keys,
        settings,
        words,
    )))
}

/// The sentences, with the city's proper names.
pub fn words(settings: &Settings) -> Result<Words, Fault> {
    Words::load(settings.city.time_zone, |lang| settings.names(lang))
}
