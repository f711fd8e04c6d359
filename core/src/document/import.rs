//! Bringing documents in from their drop folder (DO5): the manifest names each file, agent number, kind, title and date.
//!
//! Run again, it finds only duplicates.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use super::model::Document;
use super::{Error, shelf, store};
use crate::kernel::audit::Entry;
use crate::kernel::dropped::{Intake, Line as Named, Report, Verdict};
use crate::kernel::house::House;
use crate::kernel::line::{Args, Line, Value};
use crate::kernel::sealed::digest;
use crate::kernel::work::Work;
use crate::people;
use crate::policy::{Action, allow};

/// Imports a drop folder.
pub async fn import(house: &Arc<House>, folder: &Path) -> Result<Report, Error> {
    let columns = ["file", "number", "kind", "title", "date"];
    let mut intake = Intake::open("document.drop", folder, &columns)?;
    while let Some((line, pdf)) = intake.next() {
        let verdict = bring_in(house, &line, &pdf).await?;
        intake.settle(&line, verdict);
    }
    Ok(intake.done()?)
}

async fn bring_in(house: &Arc<House>, line: &Named, pdf: &[u8]) -> Result<Verdict, Error> {
    let Ok(dated_on) = line.get("date").parse::<NaiveDate>() else {
        return Ok(Verdict::Unmatched("the date is not written 2026-03-31"));
    };
    let mut kinds = house.settings.document.kinds.iter();
    let Some(kind) = kinds.find(|kind| kind.code == line.get("kind")) else {
        return Ok(Verdict::Unmatched("no kind has this code"));
    };
    let title: String = line.get("title").chars().take(200).collect();
    let digest = digest(pdf);
    let mut work = Work::write(house).await?;
    work.act_as_system("document.import");
    allow(work.actor(), Action::ImportPayslips)?;
    let Some(agent) = people::by_number(&mut work, line.get("number")).await? else {
        return Ok(Verdict::Unmatched("no agent has this number"));
    };
    people::hold(&mut work, agent.id).await?;
    if store::is_known(work.tx(), agent.id, &digest).await? {
        return Ok(Verdict::Duplicate);
    }
    let document = Document {
        id: work.new_id()?,
        agent: agent.id,
        kind: kind.code.clone(),
        name: kind.name.clone(),
        title: Some(title).filter(|title| !title.is_empty()),
        dated_on,
        size: i64::try_from(pdf.len()).unwrap_or(i64::MAX),
        arrived_at: work.now(),
        request: None,
    };
    shelf(house).write(document.id, pdf)?;
    store::insert_document(work.tx(), &document, &digest).await?;
    let entry = Entry::change("document.import").about(agent.id);
    work.audit(entry.with("kind", kind.code.as_str())).await?;
    let line = Line::personal("document-arrived").arg("name", Value::Both(kind.name.clone()));
    let open = format!("document.open:{}", document.id);
    work.tell(agent.id, line.choice(open, "document-choice-open"))
        .await?;
    let args: Args = vec![("name".into(), agent.given_name.as_str().into())];
    work.mail(&agent, "document-arrived-mail", &args, None).await?;
    work.save().await?;
    Ok(Verdict::Matched)
}
