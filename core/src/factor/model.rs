//! Which second factors a sign-in calls for (MF1 to MF3), and which numbers get codes: pure. The table of
//! `truth_table.txt` prints every case.

use crate::channel::Channel;
use crate::people::Agent;

/// A second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Factor {
    /// A code sent by SMS to the professional mobile.
    Sms,
    /// The code of an authenticator app, or one of its recovery codes.
    App,
    /// Enrolling an app, for somebody who must have one and has none: only where the city's network vouches for them.
    Enrol,
}

/// What a sign-in is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    /// The profile is a sensitive one.
    pub sensitive: bool,
    /// A second factor on every channel was granted on the agent's wish.
    pub voluntary: bool,
    /// By which way they come.
    pub channel: Channel,
    /// To the console.
    pub console: bool,
    /// There is a number that codes can be sent to.
    pub number: bool,
    /// There is a working app.
    pub app: bool,
}

/// What an agent has not got, and must have here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A number or an app: either would do.
    Either,
    /// A number.
    Number,
    /// An app, which can be enrolled on another channel.
    App,
}

impl Lack {
    /// The word key of what is missing, and what to do.
    pub fn key(self) -> &'static str {
        match self {
            Self::Either => "session-lacks-either",
            Self::Number => "session-lacks-number",
            Self::App => "session-lacks-app",
        }
    }
}

/// The factors asked, in order. What is lacking closes the door: nothing is ever let through instead.
pub fn plan(case: Case) -> Result<&'static [Factor], Lack> {
    use Factor::{App, Enrol, Sms};
    let may_enrol = case.channel != Channel::MobilePortal;
    if case.sensitive {
        return match (case.number, case.app) {
            (true, true) => Ok(&[Sms, App]),
            (true, false) if may_enrol => Ok(&[Sms, Enrol]),
            (true, false) => Err(Lack::App),
            (false, _) => Err(Lack::Number),
        };
    }
    let asked = case.console || case.voluntary || case.channel == Channel::MobilePortal;
    match (case.number, case.app) {
        (_, true) => Ok(&[App]),
        (_, false) if !asked => Ok(&[]),
        // The console wants an app; before one is enrolled the telephone shows that it is they who enrol it.
        (true, false) if case.console => Ok(&[Sms, Enrol]),
        (true, false) => Ok(&[Sms]),
        (false, false) if may_enrol => Ok(&[Enrol]),
        (false, false) => Err(Lack::Either),
    }
}

/// The case of an agent.
pub fn case(agent: &Agent, prefixes: &[String], channel: Channel, console: bool, app: bool) -> Case {
    Case {
        sensitive: agent.profile.is_sensitive(),
        voluntary: agent.second_factor_at.is_some(),
        channel,
        console,
        number: number(agent, prefixes).is_some(),
        app,
    }
}

/// Where an agent's codes go.
pub fn number(agent: &Agent, prefixes: &[String]) -> Option<String> {
    dialled(agent.mobile.as_deref()?, prefixes)
}

/// Calling codes of France and its overseas departments: nine digits follow.
const CODES: [&str; 5] = ["33", "262", "590", "594", "596"];

/// How overseas mobiles are written at home.
const AT_HOME: [(&str, &str); 8] = [
    // The numbers that the regulator keeps for fiction look like those of Mayotte.
    ("063998", "33"),
    ("0639", "262"),
    ("0692", "262"),
    ("0693", "262"),
    ("0690", "590"),
    ("0691", "590"),
    ("0694", "594"),
    ("069", "596"),
];

/// A mobile number in its international form, `+33639980017`, if it begins like one of `prefixes`. Nothing else is
/// ever written to: numbers that cost are not.
pub fn dialled(text: &str, prefixes: &[String]) -> Option<String> {
    let text: String = text
        .trim()
        .chars()
        .filter(|c| !c.is_whitespace() && !['.', '-', '(', ')'].contains(c))
        .collect();
    let (abroad, digits) = match (text.strip_prefix('+'), text.strip_prefix("00")) {
        (Some(digits), _) | (_, Some(digits)) => (true, digits.to_owned()),
        _ => (false, text.clone()),
    };
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let full = if abroad {
        digits
    } else {
        let code = AT_HOME
            .iter()
            .find(|(begins, _)| digits.starts_with(begins))
            .map_or("33", |(_, code)| code);
        format!("{code}{}", digits.strip_prefix('0')?)
    };
    let whole = CODES
        .iter()
        .any(|code| full.strip_prefix(code).is_some_and(|rest| rest.len() == 9));
    let full = format!("+{full}");
    (whole && prefixes.iter().any(|prefix| full.starts_with(prefix.as_str()))).then_some(full)
}

/// A number as it is shown: its owner knows it again, nobody else learns it.
pub fn masked(number: &str) -> String {
    let digits: Vec<char> = number.chars().filter(char::is_ascii_digit).collect();
    let last: String = digits.iter().skip(digits.len().saturating_sub(2)).collect();
    format!("** ** ** ** {last}")
}

#[cfg(test)]
#[path = "model_tests.rs"]
mod tests;
