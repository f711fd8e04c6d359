//! The truth table of second factors, printed whole, and the numbers that get codes.

use super::*;
use crate::kernel::config::Settings;

const TABLE: &str = include_str!("truth_table.txt");

fn every_case() -> Vec<Case> {
    let mut cases = vec![];
    for (sensitive, voluntary) in [(false, false), (false, true), (true, false)] {
        for console in [false, true] {
            for channel in Channel::ALL {
                for (number, app) in [(false, false), (true, false), (false, true), (true, true)] {
                    if !console || channel.opens_the_console() {
                        cases.push(Case {
                            sensitive,
                            voluntary,
                            channel,
                            console,
                            number,
                            app,
                        });
                    }
                }
            }
        }
    }
    cases
}

fn printed() -> String {
    let mut table = String::from(
        "profile    site     channel        has          asked, in order\n\
         ---------  -------  -------------  -----------  ---------------\n",
    );
    for case in every_case() {
        let profile = match (case.sensitive, case.voluntary) {
            (true, _) => "sensitive",
            (false, true) => "voluntary",
            (false, false) => "ordinary",
        };
        let has = match (case.number, case.app) {
            (false, false) => "nothing",
            (true, false) => "number",
            (false, true) => "app",
            (true, true) => "number, app",
        };
        let asked = match plan(case) {
            Ok([]) => "nothing".to_owned(),
            Ok(factors) => factors
                .iter()
                .map(|factor| format!("{factor:?}").to_lowercase())
                .collect::<Vec<_>>()
                .join(", "),
            Err(lack) => format!("refused: lacks {}", format!("{lack:?}").to_lowercase()),
        };
        let site = if case.console { "console" } else { "space" };
        let channel = case.channel.as_str();
        table += &format!("{profile:9}  {site:7}  {channel:13}  {has:11}  {asked}\n");
    }
    table
}

#[test]
fn the_truth_table_is_the_one_on_file() {
    let printed = printed();
    assert!(
        TABLE == printed,
        "core/src/factor/truth_table.txt should read:\n{printed}"
    );
}

#[test]
fn on_the_mobile_portal_nobody_comes_in_with_a_password_alone() {
    for case in every_case()
        .into_iter()
        .filter(|case| !case.channel.opens_the_console())
    {
        let plan = plan(case);
        assert!(
            plan.is_err() || plan.is_ok_and(|asked| !asked.is_empty()),
            "{case:?}"
        );
        assert!(
            !plan.is_ok_and(|asked| asked.contains(&Factor::Enrol)),
            "an app is not enrolled from outside: {case:?}"
        );
    }
}

#[test]
fn a_sensitive_profile_is_asked_for_both_everywhere_or_refused() {
    for case in every_case().into_iter().filter(|case| case.sensitive) {
        if let Ok(asked) = plan(case) {
            assert_eq!(asked.first(), Some(&Factor::Sms), "{case:?}");
            assert_eq!(asked.len(), 2, "{case:?}");
        }
    }
}

#[test]
fn the_console_always_ends_in_an_app() {
    for case in every_case().into_iter().filter(|case| case.console) {
        if let Ok(asked) = plan(case) {
            assert!(
                matches!(asked.last(), Some(Factor::App | Factor::Enrol)),
                "{case:?}"
            );
        }
    }
}

#[test]
fn having_more_never_makes_a_sign_in_weaker() {
    for case in every_case() {
        let richer = Case {
            number: true,
            app: true,
            ..case
        };
        let (poor, rich) = (plan(case), plan(richer));
        assert!(rich.is_ok(), "{case:?}");
        if let (Ok(poor), Ok(rich)) = (poor, rich) {
            assert!(rich.is_empty() == poor.is_empty() || poor.is_empty(), "{case:?}");
        }
    }
}

#[test]
fn codes_go_to_french_mobiles_however_they_are_written() {
    let prefixes = Settings::shipped().unwrap().sms.prefixes;
    for (written, dialled_as) in [
        ("+33639980017", "+33639980017"),
        ("06 39 98 00 17", "+33639980017"),
        ("0033 7 12 34 56 78", "+33712345678"),
        ("07.12.34.56.78", "+33712345678"),
        ("+262 692 12 34 56", "+262692123456"),
        ("0692 12 34 56", "+262692123456"),
        ("0639 12 34 56", "+262639123456"),
        ("0690 12 34 56", "+590690123456"),
        ("0694 12 34 56", "+594694123456"),
        ("0696 12 34 56", "+596696123456"),
    ] {
        assert_eq!(
            dialled(written, &prefixes).as_deref(),
            Some(dialled_as),
            "{written}"
        );
    }
}

#[test]
fn attack_12_no_code_goes_to_a_number_that_costs_or_is_none() {
    let prefixes = Settings::shipped().unwrap().sms.prefixes;
    for written in [
        "01 42 76 40 40",      // a desk telephone
        "0899 12 34 56",       // a premium number
        "3200",                // a short one
        "+44 7911 123456",     // another country
        "+1 900 123 4567",     // a premium one there
        "+33 8 99 12 34 56",   // premium, written internationally
        "+336 39 98 00 17 00", // too long
        "+336 39 98",          // too short
        "06 39 98 00 17,0899123456",
        "0639980017;+447911123456",
        "tel:0639980017",
        "０６３９９８００１７",
        "+",
        "",
    ] {
        assert_eq!(dialled(written, &prefixes), None, "{written}");
    }
    assert!(dialled("0639980017", &prefixes).is_some(), "an honest one");
}

#[test]
fn a_number_is_shown_by_its_last_two_digits() {
    assert_eq!(masked("+33639980017"), "** ** ** ** 17");
}
