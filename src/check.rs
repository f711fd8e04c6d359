//! `guichet check`: says of each thing that the service stands on whether it answers.

use guichet_core::kernel::{config::Settings, fault::Fault, words::Lang};
use guichet_core::outside::{mailer::Mailer, sms::Texter};

use crate::{demo::accounts, open, print};

/// Checks one after the other, prints each answer, and fails with the first failure.
pub async fn run(settings: Settings, lang: Lang) -> Result<(), Fault> {
    let words = open::words(&settings)?;
    let (mail, sms) = (settings.mail.clone(), settings.sms.clone());
    let homeserver = settings.matrix.homeserver.clone();
    let mut end = Ok(());
    let mut report = |what: &str, result: Result<(), Fault>| {
        let what = words.say(lang, &format!("check-{what}"), &vec![]);
        print::line(&match &result {
            Ok(()) => words.say(lang, "check-works", &vec![("what".into(), what.into())]),
            Err(fault) => {
                let args = vec![
                    ("what".into(), what.into()),
                    ("why".into(), fault.to_string().into()),
                ];
                words.say(lang, "check-fails", &args)
            }
        });
        if end.is_ok() {
            end = result;
        }
    };
    report("database", database(settings).await);
    report("mail", self::mail(&mail).await);
    report("sms", self::sms(&sms).await);
    if !homeserver.is_empty() {
        report("homeserver", accounts::answers(&homeserver).await);
    }
    end
}

async fn database(settings: Settings) -> Result<(), Fault> {
    let house = open::house(settings).await?;
    house.db.check().await?;
    house.db.close().await;
    Ok(())
}

async fn mail(mail: &guichet_core::kernel::config::Mail) -> Result<(), Fault> {
    Mailer::open(mail)?.ping().await
}

async fn sms(sms: &guichet_core::kernel::config::Sms) -> Result<(), Fault> {
    Texter::open(sms)?.ping().await
}
