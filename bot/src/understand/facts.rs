//! What a sentence says beside its intent: dates, numbers, names.

use chrono::NaiveDate;
use guichet_core::account::Circuit;
use guichet_core::channel::Channel;
use guichet_core::document::Purpose;
use guichet_core::kernel::words::Lang;
use guichet_core::leave::{Half, HalfDay, HalfDays, Period};

/// The facts found in a message, whatever its intent: a dialogue that asked for a date reads them as the answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// The first day named, of something that has happened: the latest of that name that is not to come, whatever the year.
    pub past: Option<NaiveDate>,
    /// First day.
    pub start: Option<NaiveDate>,
    /// Last day.
    pub end: Option<NaiveDate>,
    /// `Pm`: the first day counts from noon. Absent: from the morning.
    pub start_half: Option<Half>,
    /// `Am`: the last day counts until noon. Absent: until the evening.
    pub end_half: Option<Half>,
    /// "Toute la journée": no half, where one was said or asked before.
    pub whole_day: bool,
    /// A second period in the same message ("lundi et jeudi").
    pub second: Option<Period>,
    /// The day of being back at work, when said.
    pub returns_on: Option<NaiveDate>,
    /// Where a request is moved to: "décaler mon congé du 23 au 30" begins on the 23rd, and shall begin on the 30th.
    pub new_start: Option<NaiveDate>,
    /// Until when it is made longer or shorter.
    pub new_end: Option<NaiveDate>,
    /// How long, when said.
    pub duration: Option<Duration>,
    /// Code of the leave type as in the glossary (`annual`, `rtt`, `cet` …). Absent: not said.
    pub leave_type: Option<&'static str>,
    /// Every leave type named ("mon solde de CA et de RTT").
    pub leave_types: Vec<&'static str>,
    /// A month without a day: of a payslip, or of a leave to look for.
    pub month: Option<Month>,
    /// A year without a month.
    pub year: Option<i32>,
    /// Number of a request.
    pub request: Option<i64>,
    /// Code of a kind of document.
    pub document: Option<&'static str>,
    /// What a document is for.
    pub purpose: Option<Purpose>,
    /// Name of another person, as written.
    pub person: Option<String>,
    /// Free text after a refusal.
    pub reason: Option<String>,
    /// A postal address, as written.
    pub address: Option<String>,
    /// What happened in the family, by its name in the corpus.
    pub family: Option<&'static str>,
    /// Which of the two accounts.
    pub circuit: Option<Circuit>,
    /// The access channel, when the words tell it.
    pub channel: Option<Channel>,
    /// Away from the city's premises: at home, on the road.
    pub away: bool,
    /// Something does not work.
    pub fails: bool,
    /// A bare number: the answer to numbered choices.
    pub choice: Option<u32>,
    /// The language asked for.
    pub language: Option<Lang>,
    /// Something did not arrive.
    pub not_received: bool,
    /// "All of them".
    pub all: bool,
    /// "Why?", "explain": the reckoning is wanted, not the result alone.
    pub explain: bool,
    /// What an out-of-scope message is about.
    pub topic: Option<Topic>,
}

impl Facts {
    /// The days asked for, when both ends are known and make a period.
    pub fn period(&self) -> Option<Period> {
        period(self.start?, self.start_half, self.end?, self.end_half)
    }
}

/// The half-days between two days, of which the first may count from noon and the last until noon.
pub(super) fn period(
    start: NaiveDate,
    first: Option<Half>,
    end: NaiveDate,
    last: Option<Half>,
) -> Option<Period> {
    let from = HalfDay {
        date: start,
        half: first.unwrap_or(Half::Am),
    };
    let to = HalfDay {
        date: end,
        half: last.unwrap_or(Half::Pm),
    };
    Period::new(from, to).ok()
}

/// A length of time as people say it. What it costs depends on the agent's working pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Duration {
    /// Days of work.
    Working(HalfDays),
    /// Days of the calendar, weekends included (paternity leave).
    Calendar(u32),
    /// Whole weeks.
    Weeks(u32),
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    /// The year.
    pub year: i32,
    /// From 1 to 12.
    pub month: u32,
}

/// What an out-of-scope message is about, as far as the answer differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// Somebody else's personal matters: refused.
    OtherPerson,
    /// An attempt to give the bot other instructions: refused.
    Injection,
    /// Telework, which is not leave.
    Telework,
    /// A strike, which is not leave.
    Strike,
    /// Anything else.
    Elsewhere,
}

impl Topic {
    /// True where the answer is a refusal, not a pointer.
    pub fn is_refused(self) -> bool {
        matches!(self, Self::OtherPerson | Self::Injection)
    }
}

/// The facts that may be in doubt or missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// First day.
    Start,
    /// Last day.
    End,
    /// Morning or afternoon.
    Half,
    /// The whole: what was said does not fit one request.
    Period,
    /// Which request.
    Request,
    /// The reason of a refusal.
    Reason,
    /// Which account.
    Circuit,
}

/// A fact that must be asked, even where a value was filled in as the likeliest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What is in doubt.
    pub fact: Fact,
    /// The days it may be, likeliest first; empty when there is nothing to choose from.
    pub candidates: Vec<NaiveDate>,
}
