//! Who is signed in. A page that needs to know opens its unit of work here: there is no other way to one, so none of
//! them can forget to ask, and a role, a lock or an end of session counts from the very next click.

use axum::{
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Redirect, Response},
};
use guichet_core::{
    kernel::work::Work,
    people::Agent,
    session::{self, Entered, Opened, Session, Step},
};

use super::{Face, Failure, Jar, Visit};

/// A signed-in agent's page: the visit, the session, and a unit of work that acts as them.
pub(crate) struct Signed {
    pub(crate) v: Visit,
    pub(crate) session: Session,
    pub(crate) agent: Agent,
    pub(crate) work: Work,
}

impl Face {
    /// The same, as sessions know it.
    pub(crate) fn of_session(self) -> session::Site {
        match self {
            Self::Space => session::Site::Space,
            Self::Console => session::Site::Console,
        }
    }
}

impl Visit {
    /// For a page that only shows. What must be logged as seen is logged when its work is saved.
    pub(crate) async fn reading(self) -> Result<Signed, Failure> {
        let mut work = Work::read(&self.site.house).await?;
        let entered = self.enter(&mut work).await?;
        session::touch(&self.site.house, &entered.session).await?;
        Ok(self.signed(entered, work))
    }

    /// For a page that changes something.
    pub(crate) async fn writing(self) -> Result<Signed, Failure> {
        // SQLite has one writer: the mark of use is made before this page becomes it.
        let Signed { v, work, .. } = self.reading().await?;
        drop(work);
        let mut work = Work::write(&v.site.house).await?;
        let entered = v.enter(&mut work).await?;
        Ok(v.signed(entered, work))
    }

    async fn enter(&self, work: &mut Work) -> Result<Entered, Failure> {
        let token = self.token.as_ref().ok_or(Failure::SignIn)?;
        Ok(session::enter(work, token, self.site.face.of_session(), self.channel).await?)
    }

    fn signed(self, entered: Entered, work: Work) -> Signed {
        let Entered { session, agent } = entered;
        Signed {
            v: self.of_person(work.actor()),
            session,
            agent,
            work,
        }
    }

    /// The page after a step of signing in, with the cookies that the step gave; `to` is where it leads at last.
    pub(crate) fn opened(&self, opened: &Opened, to: &str) -> Response {
        let next = Self::next(opened, to);
        self.opened_showing(opened, Redirect::to(&next).into_response())
    }

    /// A page shown between two steps, with the cookies that the step gave.
    pub(crate) fn opened_showing(&self, opened: &Opened, mut response: Response) -> Response {
        let headers = response.headers_mut();
        Jar::Session(self.channel).set(&self.site, headers, opened.token.expose());
        if let Some(device) = &opened.device {
            Jar::Device.set(&self.site, headers, device.expose());
        }
        response
    }

    /// Where a step leads.
    pub(crate) fn next(opened: &Opened, to: &str) -> String {
        let next = match opened.step {
            Step::Second => "/second",
            Step::Sms => "/sms",
            Step::Factor => "/factor",
            Step::Enrol => "/enrol",
            Step::NewPassword => "/new-password",
            Step::Complete => return to.to_owned(),
        };
        match to {
            "/" => next.to_owned(),
            // Safe to write as it is: `local` has let plain characters through only.
            to => format!("{next}?to={to}"),
        }
    }

    /// Takes the session from the browser.
    pub(crate) fn forget(&self, headers: &mut HeaderMap) {
        Jar::Session(self.channel).clear(&self.site, headers);
    }
}

/// A page that says what is wrong.
pub(crate) fn wrong(mut response: Response) -> Response {
    *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
    response
}
