//! `guichet import`: brings files in. Every row that can't be taken is named; then nothing is written.

use clap::{Args, Subcommand};
use guichet_core::channel::{self, Report};
use guichet_core::kernel::{config::Settings, fault::Fault, line::Value, words::Lang, work::Work};
use std::path::PathBuf;

use crate::{open, print};

/// What is brought in.
#[derive(Subcommand)]
pub enum What {
    /// The catalogue of applications and the channels on which each opens (see applications.example.csv)
    Applications(File),
}

/// From where.
#[derive(Args)]
pub struct File {
    /// CSV file with a head line, `;` between the columns
    file: PathBuf,
    /// Say what would be done, and do nothing
    #[arg(long)]
    dry_run: bool,
}

/// Imports, and prints what came of it.
pub async fn run(what: &What, settings: Settings, lang: Lang) -> Result<(), Fault> {
    let What::Applications(File { file, dry_run }) = what;
    let shown = file.display().to_string();
    let text = std::fs::read_to_string(file).map_err(|e| {
        Fault::config(
            "FILE",
            &shown,
            format!("{e}: name a UTF-8 text file that can be read"),
        )
    })?;
    let words = open::words(&settings)?;
    let house = open::house(settings).await?;
    house.db.migrate().await?;
    let mut work = Work::write(&house).await?;
    work.act_as_operator();
    let report = channel::import(&mut work, &text)
        .await
        .map_err(|error| match error {
            channel::Error::Fault(fault) => fault,
            error => Fault::outside("import", error),
        })?;
    for wrong in &report.wrong {
        let args = [
            ("line", Value::from(wrong.line.to_string())),
            ("field", wrong.field.into()),
            ("value", wrong.value.as_str().into()),
            ("remedy", wrong.remedy.into()),
        ];
        let args = args.map(|(name, value)| (name.to_owned(), value)).into();
        print::error(&words.say(lang, "import-wrong", &args));
    }
    if !report.wrong.is_empty() {
        let remedy = "nothing was imported: correct the rows above and import the file again";
        return Err(Fault::config("FILE", shown, remedy));
    }
    let key = if *dry_run { "import-would" } else { "import-done" };
    print::line(&words.say(lang, key, &counts(&report)));
    if !dry_run {
        work.save().await?;
    }
    house.db.close().await;
    Ok(())
}

fn counts(report: &Report) -> guichet_core::kernel::line::Args {
    [
        ("new", report.new),
        ("changed", report.changed),
        ("same", report.same),
    ]
    .map(|(name, count)| (name.to_owned(), Value::from(count)))
    .into()
}
