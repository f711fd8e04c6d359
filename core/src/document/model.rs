//! What a request for a document and a document are; when one is due.

use std::str::FromStr;

use chrono::{DateTime, Datelike, NaiveDate, Utc, Weekday};
use serde::{Deserialize, Serialize};

use super::reference;
use crate::kernel::words::{Both, Lang};
use crate::leave::{Holiday, Region};
use crate::people::AgentId;

id!(
    /// A request for a document.
    RequestId
);
id!(
    /// A document.
    DocumentId
);

/// Where a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It waits for human resources.
    Submitted,
    /// Human resources have asked the agent something.
    Asked,
    /// The document is there.
    Delivered,
    /// It was refused.
    Refused,
    /// The agent has taken it back.
    Withdrawn,
}

impl Stage {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Submitted,
        Self::Asked,
        Self::Delivered,
        Self::Refused,
        Self::Withdrawn,
    ];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Submitted => "submitted",
            Self::Asked => "asked",
            Self::Delivered => "delivered",
            Self::Refused => "refused",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Submitted => "document-stage-submitted",
            Self::Asked => "document-stage-asked",
            Self::Delivered => "document-stage-delivered",
            Self::Refused => "document-stage-refused",
            Self::Withdrawn => "document-stage-withdrawn",
        }
    }

    /// True while somebody still has to do something.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Submitted | Self::Asked)
    }
}

impl FromStr for Stage {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|stage| stage.as_str() == text)
            .ok_or(())
    }
}

/// What a certificate is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// A flat, a landlord.
    Housing,
    /// A bank, a loan.
    Bank,
    /// A place in a nursery or at school.
    Childcare,
    /// A visa, another country.
    Visa,
    /// The pension.
    Retirement,
    /// Anything else.
    Other,
}

impl Purpose {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 6] = [
        Self::Housing,
        Self::Bank,
        Self::Childcare,
        Self::Visa,
        Self::Retirement,
        Self::Other,
    ];

    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Housing => "housing",
            Self::Bank => "bank",
            Self::Childcare => "childcare",
            Self::Visa => "visa",
            Self::Retirement => "retirement",
            Self::Other => "other",
        }
    }

    /// The word key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Housing => "document-purpose-housing",
            Self::Bank => "document-purpose-bank",
            Self::Childcare => "document-purpose-childcare",
            Self::Visa => "document-purpose-visa",
            Self::Retirement => "document-purpose-retirement",
            Self::Other => "document-purpose-other",
        }
    }
}

impl FromStr for Purpose {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|purpose| purpose.as_str() == text)
            .ok_or(())
    }
}

/// A request for a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// Its id.
    pub id: RequestId,
    /// 12 of `DOC-12`.
    pub number: i64,
    /// Who asks.
    pub agent: AgentId,
    /// The code of its kind.
    pub kind: String,
    /// What its kind was called when it was asked for.
    pub name: Both,
    /// What it is for.
    pub purpose: Option<Purpose>,
    /// The language it is to be written in.
    pub lang: Option<Lang>,
    /// The day it is about.
    pub about_on: Option<NaiveDate>,
    /// Where it stands.
    pub stage: Stage,
    /// When it was asked for.
    pub opened_at: DateTime<Utc>,
    /// The day that was promised.
    pub due_on: NaiveDate,
    /// What human resources asked last.
    pub question: Option<String>,
    /// What the agent answered.
    pub reply: Option<String>,
    /// When it was answered or taken back.
    pub closed_at: Option<DateTime<Utc>>,
    /// By whom.
    pub closed_by: Option<AgentId>,
    /// Why it was refused.
    pub reason: Option<String>,
}

impl Request {
    /// What people call it: `DOC-12`.
    pub fn reference(&self) -> String {
        reference(self.number)
    }

    /// True when the promised day is over and it still waits.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.stage.is_open() && self.due_on < today
    }
}

/// A document in "My documents".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// Whose it is.
    pub agent: AgentId,
    /// The code of its kind.
    pub kind: String,
    /// What its kind was called when it came.
    pub name: Both,
    /// What it is called beside that, where it came with a title.
    pub title: Option<String>,
    /// The day it is of.
    pub dated_on: NaiveDate,
    /// Bytes of the PDF.
    pub size: i64,
    /// When it arrived.
    pub arrived_at: DateTime<Utc>,
    /// The request that it answers.
    pub request: Option<RequestId>,
}

/// The day so many working days after this one: Monday to Friday, holidays of the region left out.
pub(super) fn after_working_days(from: NaiveDate, days: i64, region: Region) -> NaiveDate {
    let works = |day: &NaiveDate| {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && Holiday::on(*day, region).is_none()
    };
    let after = from.iter_days().skip(1).filter(works);
    let at = usize::try_from(days - 1).unwrap_or(0);
    after.into_iter().nth(at).unwrap_or(from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekends_and_holidays_are_no_working_days() {
        let due =
            |from: &str, days| after_working_days(from.parse().unwrap(), days, Region::Metropole).to_string();
        assert_eq!(due("2026-03-11", 1), "2026-03-12");
        assert_eq!(due("2026-03-11", 3), "2026-03-16", "Wednesday to Monday");
        assert_eq!(due("2026-04-03", 1), "2026-04-07", "Easter Monday is the 6th");
        assert_eq!(due("2026-03-14", 1), "2026-03-16", "asked for on a Saturday");
    }

    #[test]
    fn stored_forms_are_read_back() {
        for stage in Stage::ALL {
            assert_eq!(stage.as_str().parse(), Ok(stage));
        }
        for purpose in Purpose::ALL {
            assert_eq!(purpose.as_str().parse(), Ok(purpose));
        }
        assert_eq!("lost".parse::<Stage>(), Err(()));
        assert_eq!("lost".parse::<Purpose>(), Err(()));
    }
}
