//! Asks about documents.

use guichet_core::document::{self, Error};
use guichet_core::kernel::fault::Fault;
use guichet_core::kernel::work::Work;

use super::{Outcome, Refused};
use crate::talk::Answer as AnyAnswer;
use crate::talk::document::{Answer, Ask};

pub(super) async fn perform(work: &mut Work, ask: Ask) -> Result<Outcome, Fault> {
    let what = match &ask {
        Ask::Offers(_) => "document.offers",
        Ask::Request(_) => "document.request",
        Ask::Status(..) => "document.mine",
        Ask::Withdraw(_) => "document.withdraw",
        Ask::Reply(..) => "document.reply",
        Ask::Open(_) => "document.link",
    };
    match carry_out(work, ask).await {
        Ok(answer) => Ok(Ok(AnyAnswer::Document(answer))),
        Err(Error::Fault(fault)) => Err(fault),
        Err(error) => Ok(Err(Refused::by(what, error.line()))),
    }
}

async fn carry_out(work: &mut Work, ask: Ask) -> Result<Answer, Error> {
    Ok(match ask {
        Ask::Offers(wish) => Answer::Offers(document::offers(work).await?, wish),
        Ask::Request(wish) => Answer::Requested(document::request(work, &wish).await?),
        Ask::Status(number, kind) => Answer::Stands {
            requests: document::mine(work).await?,
            documents: document::documents(work).await?,
            number,
            kind,
        },
        Ask::Withdraw(number) => Answer::Withdrawn(document::withdraw(work, number).await?),
        Ask::Reply(number, text) => Answer::Replied(document::reply(work, number, &text).await?),
        Ask::Open(id) => {
            let (document, link) = document::link(work, id).await?;
            Answer::Opened(document, link)
        }
    })
}
