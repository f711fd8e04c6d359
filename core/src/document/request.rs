//! Asking for a document.

use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};

use super::kinds::offers;
use super::list::own;
use super::model::{Purpose, Request, Stage};
use super::{Error, store};
use crate::kernel::audit::Entry;
use crate::kernel::config::Particular;
use crate::kernel::words::Lang;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::Paper;

/// The farthest day that a certificate can be about, days from today, in either direction.
const FARTHEST: i64 = 3660;

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wish {
    /// The code of the kind; empty: not chosen yet.
    pub kind: String,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// The language it is to be written in.
    pub lang: Option<Lang>,
    /// The day it is about.
    pub about_on: Option<NaiveDate>,
}

/// Asks for a document for the actor. What the kind does not ask for is left out.
pub async fn request(work: &mut Work, wish: &Wish) -> Result<Request, Error> {
    let agent = own(work, Paper::Request).await?.id;
    let offer = offers(work)
        .await?
        .into_iter()
        .find(|offer| offer.code == wish.kind);
    let offer = offer.ok_or(Error::NoKind)?;
    let asks = |particular| offer.asks.contains(&particular);
    let today = work.today();
    let purpose = asked(asks(Particular::Purpose), wish.purpose, Particular::Purpose)?;
    let lang = asked(asks(Particular::Language), wish.lang, Particular::Language)?;
    let about_on = asked(asks(Particular::Date), wish.about_on, Particular::Date)?;
    if let Some(day) = about_on
        && (day - today).abs() > Duration::days(FARTHEST)
    {
        return Err(Error::BadDay(day));
    }
    people::hold(work, agent).await?;
    let open = store::of(work.tx(), agent).await?.into_iter().find(|request| {
        let same = (request.purpose, request.lang, request.about_on) == (purpose, lang, about_on);
        request.stage.is_open() && request.kind == wish.kind && same
    });
    if let Some(open) = open {
        return Err(Error::AskedAlready(open.number));
    }
    let request = Request {
        id: work.new_id()?,
        number: store::next_number(work.tx()).await?,
        agent,
        kind: offer.code,
        name: offer.name,
        purpose,
        lang,
        about_on,
        stage: Stage::Submitted,
        opened_at: work.now(),
        due_on: offer.due_on,
        question: None,
        reply: None,
        closed_at: None,
        closed_by: None,
        reason: None,
    };
    store::insert_request(work.tx(), &request).await?;
    let entry = Entry::change("document.request").about(agent);
    work.audit(
        entry
            .with("reference", request.reference())
            .with("kind", request.kind.as_str()),
    )
    .await?;
    Ok(request)
}

/// A particular of the form: needed where the kind asks for it, left out elsewhere.
fn asked<T>(asks: bool, given: Option<T>, particular: Particular) -> Result<Option<T>, Error> {
    match (asks, given) {
        (false, _) => Ok(None),
        (true, None) => Err(Error::Missing(particular)),
        (true, given) => Ok(given),
    }
}
