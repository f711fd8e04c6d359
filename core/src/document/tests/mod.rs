//! Use cases of documents, on both databases. Today is Wednesday 11 March 2026.

mod answering;
mod asking;
mod dropping;
mod handing;

use super::*;
use crate::kernel::actor::{Door, Role};
use crate::people::Agent;
use crate::testing::TestHouse;

pub(super) const PDF: &[u8] = b"%PDF-1.4\nAttestation\n%%EOF\n";

pub(super) fn certificate() -> Wish {
    Wish {
        kind: "employer_certificate".to_owned(),
        purpose: Some(Purpose::Bank),
        lang: Some(crate::kernel::words::Lang::Fr),
        about_on: None,
    }
}

pub(super) async fn asked(house: &TestHouse, agent: &Agent, wish: &Wish) -> Result<Request, Error> {
    let mut work = house.work(agent, Door::Space).await;
    let request = request(&mut work, wish).await?;
    work.save().await?;
    Ok(request)
}

/// An HR officer of the agents' department.
pub(super) async fn nadia(house: &TestHouse) -> Agent {
    let nadia = house.agent("nadia.petit").await;
    house.grant(&nadia, Role::HrOfficer, Some(nadia.department)).await;
    nadia
}

pub(super) async fn delivered(house: &TestHouse, officer: &Agent, id: RequestId) -> Result<Document, Error> {
    let mut work = house.work(officer, Door::Console).await;
    let document = deliver(&mut work, id, PDF).await?;
    work.save().await?;
    Ok(document)
}

pub(super) async fn own_requests(house: &TestHouse, agent: &Agent) -> Vec<Request> {
    mine(&mut house.work(agent, Door::Chat).await).await.unwrap()
}
