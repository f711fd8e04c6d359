//! The demo's city, grown to any size through the use cases that the demo itself is loaded with.

use anyhow::Result;
use guichet::demo::city::{self, Agent, City, Leave, names};
use guichet::demo::load;
use guichet::open;
use guichet_core::kernel::config::Settings;
use std::collections::HashMap;

/// Of the city.
pub const SEED: u64 = 1789;
/// In a unit; its head is one of them.
const UNIT: usize = 12;

/// Fills the database of `settings` with a city of `agents` people.
pub async fn fill(settings: Settings, agents: usize) -> Result<()> {
    let house = open::house(settings).await?;
    house.db.migrate().await?;
    let mut city = city::generate(SEED, house.today_at(house.clock.now()));
    grow(&mut city, agents);
    load::load(&house, &city).await?;
    house.db.close().await;
    Ok(())
}

/// Adds people until there are `size`: each is like somebody who is there, under another name and in a new unit.
fn grow(city: &mut City, size: usize) {
    let models: Vec<Agent> = city
        .agents
        .iter()
        .filter(|agent| agent.role.is_none())
        .cloned()
        .collect();
    let mut taken: HashMap<String, Vec<Leave>> = HashMap::new();
    for leave in &city.leave {
        taken.entry(leave.agent.clone()).or_default().push(leave.clone());
    }
    let mut head: HashMap<String, String> = HashMap::new();
    let added = size.saturating_sub(city.agents.len());
    for (index, model) in models.iter().cycle().take(added).enumerate() {
        let mut agent = model.clone();
        let file = &mut agent.file;
        let round = index / names::GIVEN.len();
        let (Some(given), Some(family)) = (
            names::GIVEN.get(index % names::GIVEN.len()).copied(),
            names::FAMILY.get(round % names::FAMILY.len()).copied(),
        ) else {
            continue;
        };
        let homonym = round / names::FAMILY.len() + 2;
        file.username = format!("{}{homonym}", names::username(given, family));
        file.email = format!("{}@paris.example", file.username);
        (file.given_name, file.family_name) = (given.to_owned(), family.to_owned());
        file.number = format!("{}", 3_000_000 + index);
        file.mobile = file.mobile.as_ref().map(|_| format!("+336399{index:05}"));
        // The first of a unit is its head, and stays under whom the model is.
        if (index / models.len()).is_multiple_of(UNIT) {
            head.insert(model.file.username.clone(), file.username.clone());
        } else if let Some(head) = head.get(&model.file.username) {
            file.supervisor = Some(head.clone());
        }
        for leave in taken.get(&model.file.username).into_iter().flatten() {
            let agent = file.username.clone();
            city.leave.push(Leave {
                agent,
                ..leave.clone()
            });
        }
        city.agents.push(agent);
    }
}
