//! The counter itself: from nothing under way to the room that is wanted.

use guichet_core::kernel::line::Line;

use super::{
    Answer, Ask, Heard, Said, Scene, Turn, access, channel, document, factor, help as articles, leave,
    payslip, profile, vpn,
};
use crate::understand::{Intent, Topic, Understood};

/// What was heard when nothing was under way, or when the dialogue under way had no use for it.
pub(super) fn step(heard: Heard, scene: &Scene) -> Turn {
    match heard {
        Heard::Said(said) => match access::open(&said, scene) {
            Some(turn) => turn,
            None if scene.name.is_some() => known(&said, scene),
            None => stranger(&said, scene),
        },
        Heard::Picked(id) => {
            articles::picked(&id, scene).unwrap_or_else(|| Turn::says(Line::public("talk-nothing-offered")))
        }
        Heard::Answered(Answer::LanguageSet) => Turn::says(Line::public("talk-language-set")),
        heard @ Heard::Answered(Answer::Leave(_)) => leave::step(None, heard, scene),
        Heard::Answered(Answer::Payslip(answer)) => payslip::answered(answer, scene),
        Heard::Answered(Answer::Help(answer)) => articles::answered(answer),
        // Rooms hear their own answers before the menu does.
        Heard::Answered(
            Answer::Access(_)
            | Answer::Factor(_)
            | Answer::Channel(_)
            | Answer::Vpn(_)
            | Answer::Profile(_)
            | Answer::Document(_),
        ) => Turn::default(),
        Heard::Answered(Answer::Refused(line)) => Turn::says(line),
    }
}

fn known(said: &Said, scene: &Scene) -> Turn {
    let opens = [factor::open, channel::open, vpn::open];
    let turn = document::open(said)
        .or_else(|| leave::open(said, scene.today))
        .or_else(|| opens.iter().find_map(|open| open(said)));
    if let Some(turn) = turn {
        return turn;
    }
    if let Some(turn) = profile::open(said) {
        return turn;
    }
    let understood = &said.understood;
    match understood.intent {
        Intent::Help => articles::search(said, help(scene), scene),
        Intent::Smalltalk => Turn::says(greeting(scene)),
        Intent::LanguageSet => match understood.facts.language {
            Some(lang) => Turn::asks(super::State::Idle, Ask::SetLanguage(lang)),
            None => Turn::says(Line::public("talk-which-language")),
        },
        Intent::PayslipCheck | Intent::PayslipGet => payslip::begin(&understood.facts),
        Intent::Cancel | Intent::Back | Intent::Deny => Turn::says(Line::public("talk-nothing-to-cancel")),
        Intent::Affirm => Turn::says(Line::public("talk-nothing-to-confirm")),
        Intent::OutOfScope => Turn::says(out_of_scope(understood)),
        Intent::LeaveRules => articles::read("leave", scene),
        Intent::PasswordPolicy => articles::read("password", scene),
        intent if let Some(key) = not_here_yet(intent) => Turn::says(Line::public(key)),
        _ => articles::search(said, not_understood(understood), scene),
    }
}

/// Help is public: it is given to who is not linked as well.
fn stranger(said: &Said, scene: &Scene) -> Turn {
    match said.understood.intent {
        Intent::Smalltalk => Turn::says(Line::public("talk-welcome-stranger")),
        Intent::Help => articles::search(said, Line::public("talk-welcome-stranger"), scene),
        _ => articles::search(said, Line::public("talk-who-are-you"), scene),
    }
}

/// What the bot can do, on one screen.
fn help(scene: &Scene) -> Line {
    [
        "leave-help-balance",
        "leave-help-request",
        "leave-help-status",
        "leave-help-decide",
        "leave-help-team",
        "access-help-diagnose",
        "access-help-unlock",
        "access-help-reset",
        "factor-help",
        "access-help-create",
        "payslip-help",
        "profile-help",
        "document-help",
        "channel-help",
        "vpn-help",
        "vpn-help-request",
        "talk-help-language",
        "help-help",
    ]
    .iter()
    .fold(Line::public("talk-help").arg("name", name(scene)), |line, key| {
        line.item(Line::public(key))
    })
}

fn greeting(scene: &Scene) -> Line {
    Line::public("talk-greeting").arg("name", name(scene))
}

fn name(scene: &Scene) -> String {
    scene.name.clone().unwrap_or_default()
}

fn out_of_scope(understood: &Understood) -> Line {
    Line::public(match understood.facts.topic {
        Some(Topic::OtherPerson) => "talk-other-person",
        Some(Topic::Injection) => "talk-injection",
        Some(Topic::Telework) => "talk-telework",
        Some(Topic::Strike) => "talk-strike",
        _ => "talk-elsewhere",
    })
}

/// What was understood and has no room yet: said so, with who does it meanwhile. Never an act, never silence.
fn not_here_yet(intent: Intent) -> Option<&'static str> {
    Some(match intent {
        Intent::RemindersSettings => "talk-not-yet-reminders",
        Intent::DashboardTasks => "talk-not-yet-tasks",
        Intent::HumanHandover => "talk-not-yet-person",
        _ => return None,
    })
}

/// One line, and the nearest things that could have been meant.
fn not_understood(understood: &Understood) -> Line {
    let near = understood
        .near
        .iter()
        .take(3)
        .filter_map(|intent| example(*intent));
    near.fold(Line::public("talk-not-understood"), |line, key| {
        line.item(Line::public(key))
    })
}

/// How to say what the bot does.
fn example(intent: Intent) -> Option<&'static str> {
    match intent {
        Intent::LeaveBalance => Some("leave-help-balance"),
        Intent::LeaveRequest => Some("leave-help-request"),
        Intent::LeaveStatus | Intent::LeaveCancel | Intent::LeaveModify => Some("leave-help-status"),
        Intent::LeaveApprove | Intent::LeaveRefuse | Intent::LeaveUndo => Some("leave-help-decide"),
        Intent::TeamCalendar => Some("leave-help-team"),
        Intent::AccountDiagnose => Some("access-help-diagnose"),
        Intent::AccountUnlock | Intent::AccountReactivate => Some("access-help-unlock"),
        Intent::PasswordReset => Some("access-help-reset"),
        Intent::FactorHelp | Intent::FactorActivate => Some("factor-help"),
        Intent::AccountCreate => Some("access-help-create"),
        Intent::PayslipCheck | Intent::PayslipGet => Some("payslip-help"),
        Intent::ProfileShow | Intent::ProfileAddress | Intent::ProfileBank | Intent::ProfileFamily => {
            Some("profile-help")
        }
        Intent::DocumentRequest | Intent::DocumentStatus => Some("document-help"),
        Intent::AccessChannels | Intent::AppAccess => Some("channel-help"),
        Intent::VpnHelp => Some("vpn-help"),
        Intent::VpnRequest => Some("vpn-help-request"),
        Intent::LanguageSet => Some("talk-help-language"),
        _ => None,
    }
}
