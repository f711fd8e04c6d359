//! How long one diagnosis takes, its facts included: the use case, without page or chat.

use anyhow::{Context, Result};
use guichet::open;
use guichet_core::diagnosis;
use guichet_core::kernel::actor::Door;
use guichet_core::kernel::config::Settings;
use guichet_core::kernel::work::Work;
use guichet_core::people;
use std::io::{BufRead, Write};
use std::time::Instant;

/// Reads usernames, one a line, and writes for each how many microseconds the diagnosis that its owner asks for took.
pub async fn run(settings: Settings) -> Result<()> {
    let house = open::house(settings).await?;
    for line in std::io::stdin().lock().lines() {
        let name = line?;
        let mut work = Work::read(&house).await?;
        let agent = people::by_username(&mut work, &name).await?;
        let agent = agent.with_context(|| format!("nobody is called {name}"))?;
        let person = people::person(&mut work, &agent, Door::Space).await?;
        work.act_as(person);
        let begun = Instant::now();
        diagnosis::of(&mut work, agent.id).await?;
        writeln!(std::io::stdout(), "{}", begun.elapsed().as_micros())?;
    }
    house.db.close().await;
    Ok(())
}
