//! A question of human resources about a request, and the agent's answer.

use super::model::{Request, RequestId};
use super::queue::judged;
use super::withdraw::of_actor;
use super::{Error, store, words};
use crate::kernel::audit::Entry;
use crate::kernel::line::Args;
use crate::kernel::work::Work;

/// Asks the agent something, in chat; by mail they learn that there is a question.
pub async fn ask(work: &mut Work, id: RequestId, question: &str) -> Result<(), Error> {
    let (request, agent) = judged(work, id).await?;
    let question = words(question)?;
    if !store::ask(work.tx(), id, &question).await? {
        return Err(Error::NotOpen);
    }
    let entry = Entry::change("document.ask")
        .about(agent.id)
        .because(question.as_str());
    work.audit(entry.with("reference", request.reference())).await?;
    let line = request.named("document-asked").arg("question", question);
    let answer = format!("document.reply:{}", request.number);
    work.tell(agent.id, line.choice(answer, "document-choice-reply").urgent())
        .await?;
    let args: Args = vec![
        ("name".into(), agent.given_name.as_str().into()),
        ("reference".into(), request.reference().into()),
    ];
    work.mail(&agent, "document-asked-mail", &args, None).await?;
    Ok(())
}

/// Answers a question about the actor's own request, which then waits for human resources again.
pub async fn reply(work: &mut Work, number: i64, text: &str) -> Result<Request, Error> {
    let request = of_actor(work, number).await?;
    let text = words(text)?;
    if !store::reply(work.tx(), request.id, &text).await? {
        return Err(Error::NothingAsked);
    }
    let entry = Entry::change("document.reply").about(request.agent);
    work.audit(entry.with("reference", request.reference())).await?;
    Ok(request)
}
