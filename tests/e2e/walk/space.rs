//! The agents' space: documents, leave, decisions, security, and what stands in one's way.

use super::{Visitor, Walk, between};
use crate::browser::Seen;
use crate::leave::working_days;
use guichet::demo::PASSWORD;
use guichet_core::kernel::words::Lang;
use std::collections::BTreeSet;

pub async fn walk(walk: &Walk<'_>) {
    let link = in_chat(walk).await;
    let amina = walk.signed_in("space", "amina.diallo").await;
    amina.tour("agent", &link).await;
    let claire = walk.signed_in("space", "claire.moreau").await;
    payslip(walk, &amina, &claire, &link).await;
    leave(walk, &amina).await;
    decisions(walk, &claire).await;
    password(&amina).await;
    profile(walk, &amina).await;
    chat(&amina).await;
    wishes(walk, &amina).await;
    sessions(walk, &amina).await;
    locked_out(walk, &amina).await;
}

/// Three requests for leave, and a link to a payslip, which is returned.
async fn in_chat(walk: &Walk<'_>) -> String {
    let (suite, house) = (walk.suite, walk.house);
    let (amina, room) = house.welcome(suite, "amina.diallo").await;
    for day in working_days().take(3) {
        let day = house.words.date(Lang::Fr, day).replace('\u{a0}', " ");
        let preview = amina
            .exchange(&room, &format!("je voudrais poser un congé annuel le {day}"))
            .await
            .text;
        assert!(preview.contains("pas encore envoyée"), "{preview}");
        amina.exchange(&room, "oui").await;
    }
    let month = house.words.month(Lang::Fr, house.payslip.first());
    let answer = amina
        .exchange(&room, &format!("ma fiche de paie de {month} est là ?"))
        .await
        .text;
    let start = format!("{}/payslip/", house.space);
    let link = answer
        .split_whitespace()
        .find_map(|word| word.strip_prefix(&start));
    link.unwrap_or_else(|| panic!("{answer}")).to_owned()
}

async fn payslip(walk: &Walk<'_>, amina: &Visitor<'_>, claire: &Visitor<'_>, link: &str) {
    let path = format!("/payslip/{link}");
    let stolen = claire.go(&path).await;
    claire.misses(&stolen, &walk.t("space-payslip-download"));
    claire.sees(&stolen, 409, "door-refused-title");
    amina.go(&path).await;
    let pdf = amina.page.download(&walk.t("space-payslip-download")).await;
    assert!(pdf.starts_with(b"%PDF"));
    let used = amina.go(&path).await;
    amina.sees(&used, 409, "door-refused-title");
    let garbled = amina.go("/payslip/nonsense").await;
    amina.sees(&garbled, 409, "door-refused-title");
}

async fn leave(walk: &Walk<'_>, amina: &Visitor<'_>) {
    let own = amina.go("/leave").await;
    let number: i64 = between(&own, "name=\"number\" value=\"", "\"").parse().unwrap();
    let withdraw = walk.t1("space-leave-withdraw", "number", number);
    let done = amina.press(&withdraw, &[]).await;
    amina.sees(&done, 200, "space-leave-withdrawn");
    amina.misses(&done, &withdraw);
    let other: i64 = between(&done, "name=\"number\" value=\"", "\"").parse().unwrap();
    amina
        .page
        .tamper(
            "form[action='/leave/withdraw'] button",
            "value",
            &number.to_string(),
        )
        .await;
    let twice = amina
        .press(&walk.t1("space-leave-withdraw", "number", other), &[])
        .await;
    amina.sees(&twice, 409, "door-refused-title");
    // Whoever decides is reminded once a day.
    amina.go("/leave").await;
    let remind = walk.t1("space-leave-remind", "number", other);
    let reminded = amina.press(&remind, &[]).await;
    amina.sees(&reminded, 200, "space-leave-requests");
    let again = amina.press(&remind, &[]).await;
    amina.sees(&again, 409, "door-refused-title");
}

async fn decisions(walk: &Walk<'_>, claire: &Visitor<'_>) {
    claire.tour("supervisor", "").await;
    let number = |seen: &Seen| -> i64 { between(seen, "name=\"number\" value=\"", "\"").parse().unwrap() };
    let waiting = claire.go("/decisions").await;
    let refuse = walk.t1("space-decisions-refuse", "number", number(&waiting));
    let bare = claire.press(&refuse, &[]).await;
    claire.sees(&bare, 409, "leave-no-reason");
    claire.go("/decisions").await;
    let reason = "Deux collègues sont déjà absents cette semaine-là";
    let left = claire.press(&refuse, &[("space-decisions-reason", reason)]).await;
    claire.misses(&left, &refuse);
    let validate = walk.t1("space-decisions-validate", "number", number(&left));
    let done = claire.press(&validate, &[]).await;
    claire.sees(&done, 200, "leave-waiting-none");
    let undo = walk.t1("space-decisions-undo", "number", number(&left));
    let back = claire.press(&undo, &[]).await;
    claire.misses(&back, &undo);
    let done = claire.press(&validate, &[]).await;
    claire.sees(&done, 200, "leave-waiting-none");
    delegation(walk, claire).await;
}

/// Somebody else decides while she is away: nobody unknown, and until she takes it back.
async fn delegation(walk: &Walk<'_>, claire: &Visitor<'_>) {
    let hand_over = async |whom: &str| {
        let fields = [
            ("space-decisions-delegate-who", whom),
            ("space-decisions-delegate-first", "2030-01-07"),
            ("space-decisions-delegate-last", "2030-01-11"),
        ];
        claire
            .press(&walk.t("space-decisions-delegate-do"), &fields)
            .await
    };
    let nobody = hand_over("personne.inconnue").await;
    claire.sees(&nobody, 409, "door-refused-title");
    claire.go("/decisions").await;
    hand_over("karim.benali").await;
    let ended = claire
        .press_one("form[action='/decisions/delegate/end'] button")
        .await;
    claire.sees(&ended, 200, "space-decisions-delegate");
    assert!(!ended.html.contains("/decisions/delegate/end"), "{}", ended.html);
}

async fn password(amina: &Visitor<'_>) {
    amina.go("/password/intraparis").await;
    amina.without_checks("form[action='/password/intraparis']").await;
    let empty = amina.submit("entry-new-button", &[]).await;
    amina.sees(&empty, 422, "entry-password-missing");
    let new = "Un-mot-de-passe-neuf-7";
    let fields = [
        ("space-password-old", "pas-le-bon-1A!"),
        ("entry-new-password", new),
        ("entry-repeat-password", new),
    ];
    let wrong = amina.submit("entry-new-button", &fields).await;
    amina.sees(&wrong, 422, "space-password-old-wrong");
}

/// An address, refused and then sent; it cannot be sent twice.
async fn profile(walk: &Walk<'_>, amina: &Visitor<'_>) {
    amina.go("/profile/address").await;
    amina.without_checks("main form").await;
    let empty = amina.submit("space-profile-send", &[]).await;
    amina.sees(&empty, 422, "profile-bad-street");
    let fields = [
        ("space-profile-street", "12 rue des Lilas"),
        ("space-profile-postcode", "75019"),
        ("space-profile-town", "Paris"),
    ];
    let sent = amina.submit("space-profile-send", &fields).await;
    amina.sees(&sent, 200, "space-profile-done");
    amina.go("/profile/address").await;
    let twice = amina.submit("space-profile-send", &fields).await;
    amina.sees(&twice, 409, "door-refused-title");
    amina.go("/profile").await;
    let kind = walk.t("profile-kind-address");
    let withdrawn = amina
        .press(&walk.t1("space-profile-withdraw", "kind", kind), &[])
        .await;
    amina.sees(&withdrawn, 200, "profile-stage-withdrawn");
    amina.go("/profile/address").await;
    amina.submit("space-profile-send", &fields).await;
}

async fn sessions(walk: &Walk<'_>, amina: &Visitor<'_>) {
    let sessions = |seen: &Seen| -> BTreeSet<String> {
        let others = seen.html.split("name=\"session\" value=\"").skip(1);
        others
            .map(|rest| rest.split('"').next().unwrap().to_owned())
            .collect()
    };
    let before = sessions(&amina.go("/security").await);
    let elsewhere = walk.signed_in("space", "amina.diallo").await;
    let after = sessions(&amina.go("/security").await);
    let new = after.difference(&before).next().unwrap();
    let closed = amina.press_one(&format!("button[value='{new}']")).await;
    amina.misses(&closed, new);
    let over = elsewhere.go("/leave").await;
    elsewhere.sees(&over, 200, "entry-sign-in-title");
}

/// Strangers lock the account; the session that is open shows it and asks for help.
async fn locked_out(walk: &Walk<'_>, amina: &Visitor<'_>) {
    let stranger = walk.visitor("space", "stranger").await;
    for _ in 0..3 {
        stranger.sign_in("amina.diallo", "pas-le-bon-1A!").await;
    }
    let right = stranger.sign_in("amina.diallo", PASSWORD).await;
    stranger.sees(&right, 422, "entry-refused-title");
    let home = amina.go("/").await;
    amina.sees(&home, 200, "account-state-locked-unknown-devices");
    let asked = amina.submit("space-home-ask", &[]).await;
    amina.sees(&asked, 200, "space-home-tickets");
    amina.misses(&asked, &walk.t("space-home-no-tickets"));
}

/// A chat address: refused; the end of the link; and the same address, asked for again.
async fn chat(amina: &Visitor<'_>) {
    amina.go("/security/chat").await;
    amina.without_checks("form[action='/security/chat/start']").await;
    let empty = amina.submit("space-chat-start-button", &[]).await;
    amina.sees(&empty, 422, "space-chat-address-missing");
    let fields = |address, password| [("space-chat-address", address), ("space-password-old", password)];
    for (address, password, key) in [
        ("amina", PASSWORD, "session-link-malformed"),
        (
            "@amina.diallo:localhost",
            "pas-le-bon-1A!",
            "space-password-old-wrong",
        ),
    ] {
        let refused = amina
            .submit("space-chat-start-button", &fields(address, password))
            .await;
        amina.sees(&refused, 422, key);
    }
    let ended = amina.submit("space-chat-end", &[]).await;
    amina.sees(&ended, 200, "space-security-chat-none");
    let asked = amina
        .submit(
            "space-chat-start-button",
            &fields("@amina.diallo:localhost", PASSWORD),
        )
        .await;
    amina.sees(&asked, 200, "space-chat-code-title");
    let wrong = amina
        .submit("space-chat-code-button", &[("space-chat-code", "00000000")])
        .await;
    amina.sees(&wrong, 422, "session-link-wrong-code");
}

/// The VPN and two-factor sign-in are asked for.
async fn wishes(walk: &Walk<'_>, amina: &Visitor<'_>) {
    amina.go("/applications").await;
    let asked = amina.submit("channel-choice-vpn", &[]).await;
    amina.misses(&asked, &walk.t("channel-choice-vpn"));
    amina.go("/security").await;
    let asked = amina.submit("space-security-activate", &[]).await;
    amina.sees(&asked, 200, "space-home-tickets");
}
