//! Commands that must never be in doubt.

use guichet_core::account::Circuit;
use guichet_core::kernel::words::Lang;

use super::{day, hear};
use crate::understand::{Intent, Month, understand};

#[test]
fn usual_commands_are_certain_with_any_prefix() {
    for (text, intent) in [
        ("solde", Intent::LeaveBalance),
        ("balance", Intent::LeaveBalance),
        ("mes congés", Intent::LeaveBalance),
        ("my leave", Intent::LeaveBalance),
        ("mes demandes", Intent::LeaveStatus),
        ("my requests", Intent::LeaveStatus),
        ("aide", Intent::Help),
        ("help", Intent::Help),
        ("menu", Intent::Help),
        ("mes demandes à valider", Intent::LeaveApprove),
        ("mes demandes à traiter", Intent::LeaveApprove),
        ("my requests to approve", Intent::LeaveApprove),
        ("mes demandes de congés à valider", Intent::LeaveApprove),
        ("my leave requests to approve", Intent::LeaveApprove),
        ("mon compte est bloqué", Intent::AccountUnlock),
        ("mon compte est bloqué ?", Intent::AccountDiagnose),
        ("est-ce que mon compte est bloqué", Intent::AccountDiagnose),
        ("is my account locked?", Intent::AccountDiagnose),
        ("pouvez-vous débloquer mon compte ?", Intent::AccountUnlock),
        ("can you unlock my account?", Intent::AccountUnlock),
        ("valider 142", Intent::LeaveApprove),
        ("approve 142", Intent::LeaveApprove),
        ("refuser 142 effectif insuffisant", Intent::LeaveRefuse),
        ("annuler ma demande 142", Intent::LeaveCancel),
        ("annuler ma décision", Intent::LeaveUndo),
        ("annuler la décision 142", Intent::LeaveUndo),
        ("annule le refus de la demande 142", Intent::LeaveUndo),
        ("undo", Intent::LeaveUndo),
        ("cancel my decision 142", Intent::LeaveUndo),
        ("oui", Intent::Affirm),
        ("yes", Intent::Affirm),
        ("non", Intent::Deny),
        ("no", Intent::Deny),
        ("annuler", Intent::Cancel),
        ("cancel", Intent::Cancel),
        ("stop", Intent::Cancel),
        ("retour", Intent::Back),
        ("back", Intent::Back),
        ("pourquoi je ne peux pas me connecter", Intent::AccountDiagnose),
        ("why can't I sign in?", Intent::AccountDiagnose),
        ("débloquer mon compte", Intent::AccountUnlock),
        ("unlock my account", Intent::AccountUnlock),
        ("réactiver mon compte", Intent::AccountReactivate),
        ("mot de passe oublié", Intent::PasswordReset),
        ("forgot password", Intent::PasswordReset),
        ("ma fiche de paie d'octobre est là ?", Intent::PayslipCheck),
        ("is my October payslip there?", Intent::PayslipCheck),
        ("english please", Intent::LanguageSet),
        ("en français", Intent::LanguageSet),
        ("parler à quelqu'un", Intent::HumanHandover),
        ("bonjour", Intent::Smalltalk),
        ("hello", Intent::Smalltalk),
    ] {
        for prefix in ["", "!", "/", "! ", "  "] {
            for written in [text.to_owned(), text.to_uppercase()] {
                let said = format!("{prefix}{written}");
                let heard = hear(&said);
                assert_eq!((heard.intent, heard.near), (intent, vec![]), "{said}");
            }
        }
    }
}

#[test]
fn a_bare_number_is_a_choice() {
    for (text, choice) in [
        ("1", 1),
        ("2.", 2),
        ("3)", 3),
        ("n° 2", 2),
        ("option 4", 4),
        ("le 2", 2),
        ("12", 12),
        ("#3", 3),
    ] {
        assert_eq!(hear(text).facts.choice, Some(choice), "{text}");
    }
    for text in ["oui", "du 1 au 3", "valider 142", "1000", ""] {
        assert_eq!(hear(text).facts.choice, None, "{text}");
    }
}

#[test]
fn facts_come_with_the_commands() {
    let refused = hear("refuser 142 effectif insuffisant").facts;
    assert_eq!(
        (refused.request, refused.reason.as_deref()),
        (Some(142), Some("effectif insuffisant"))
    );
    assert_eq!(hear("/valider 142").facts.request, Some(142));
    assert_eq!(
        hear("ma fiche de paie d'octobre est là ?").facts.month,
        Some(Month {
            year: 2025,
            month: 10
        })
    );
    assert_eq!(hear("english please").facts.language, Some(Lang::En));
    assert_eq!(
        hear("mot de passe oublié intraparis").facts.circuit,
        Some(Circuit::IntraParis)
    );
}

#[test]
fn the_language_of_the_text_is_told() {
    for (text, lang) in [
        ("je voudrais poser demain", Some(Lang::Fr)),
        ("mon solde", Some(Lang::Fr)),
        ("I would like tomorrow off", Some(Lang::En)),
        ("how many days do I have left?", Some(Lang::En)),
        ("RTT", None),
        ("12", None),
        ("ich möchte Urlaub nehmen", None),
    ] {
        assert_eq!(hear(text).language, lang, "{text}");
    }
}

#[test]
fn a_day_said_with_its_year_is_never_in_doubt() {
    let ranges = [
        (
            "2027-09-30",
            "2027-09-30",
            "congé annuel le jeudi 30 septembre 2027",
        ),
        ("2027-09-30", "2027-09-30", "je pose le 30 septembre 2027"),
        (
            "2027-09-30",
            "2027-09-30",
            "annual leave on Thursday 30 September 2027",
        ),
        ("2027-09-30", "2027-09-30", "congé le 30/09/2027"),
        ("2027-09-20", "2027-09-30", "congé du 20 au 30 septembre 2027"),
        (
            "2027-10-28",
            "2027-11-03",
            "leave from 28 October to 3 November 2027",
        ),
        // 30 September 2026 was a Wednesday: the weekday tells the year.
        ("2027-09-30", "2027-09-30", "congé annuel le jeudi 30 septembre"),
    ];
    for (start, end, text) in ranges {
        let heard = understand(text, day("2026-11-27"), Lang::Fr);
        let facts = (heard.facts.start, heard.facts.end);
        assert_eq!(facts, (Some(day(start)), Some(day(end))), "{text}");
        assert_eq!(heard.ambiguous, [], "{text}");
    }
}

#[test]
fn a_day_that_is_just_past_and_said_without_its_year_is_asked() {
    for text in [
        "congé annuel le 30 septembre",
        "je pose du 16 au 20 novembre",
        "leave on 2 November",
    ] {
        let heard = understand(text, day("2026-11-27"), Lang::Fr);
        assert_eq!(heard.facts.start, None, "{text}");
        assert_eq!(heard.ambiguous.len(), 1, "{text}");
    }
}
