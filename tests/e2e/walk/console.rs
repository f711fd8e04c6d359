//! The console: search, queue, an agent's page and what is done there, the log.

use super::{CHOSEN, Visitor, Walk, between, ordinary};
use guichet::demo::PASSWORD;
use guichet_core::account::Circuit;
use guichet_core::policy::Act;

pub async fn walk(walk: &Walk<'_>) {
    let karim = staff(walk, "karim.benali").await;
    search(&karim).await;
    let queue = karim.go("/queue").await;
    let id = between(&queue, "href=\"/agents/", "\"").to_owned();
    karim.tour("support", &id).await;
    agent(walk, &karim, &id).await;
    applications(walk, &karim, &id).await;
    second_factor(walk, &karim, &id).await;
    let log = karim.go("/log").await;
    karim.sees(&log, 403, "door-denied-title");
    let sophie = staff(walk, "sophie.lambert").await;
    sophie.tour("admin", "").await;
    let end = sophie.go("/log?before=1").await;
    sophie.sees(&end, 200, "console-log-lead");
    closings(walk, &sophie).await;
    let julien = staff(walk, "julien.faure").await;
    changes(&julien).await;
    document(walk, &julien).await;
    slip(walk, &julien).await;
    departure(walk, &julien).await;
    // Last: it is said to everybody, who would hear it in the middle of something else.
    announcement(&sophie).await;
    let etienne = staff(walk, "etienne.roussel").await;
    let page = etienne.go(&format!("/agents/{id}")).await;
    etienne.sees(&page, 200, "console-agent-diagnosis");
    etienne.misses(&page, &walk.t("console-reason"));
}

async fn staff<'a>(walk: &'a Walk<'_>, username: &str) -> Visitor<'a> {
    let visitor = walk.visitor("console", username).await;
    visitor.sign_in(username, PASSWORD).await;
    let code = walk.house.code(username);
    let seen = visitor
        .submit("entry-factor-button", &[("entry-code", &code)])
        .await;
    visitor.sees(&seen, 200, "console-search-title");
    visitor
}

async fn search(karim: &Visitor<'_>) {
    for (asked, key) in [("zzz", "console-search-none"), ("ma", "console-search-hint")] {
        karim.go("/").await;
        let seen = karim
            .submit("console-search-button", &[("console-search-label", asked)])
            .await;
        karim.sees(&seen, 200, key);
    }
}

async fn agent(walk: &Walk<'_>, karim: &Visitor<'_>, id: &str) {
    let page = karim.go(&format!("/agents/{id}")).await;
    let act = |verb: &str| {
        walk.t1(
            &format!("console-do-{verb}"),
            "account",
            walk.t("account-circuit-intraparis"),
        )
    };
    let reason = [("console-reason", "Agent rappelé au numéro connu")];
    let blank = karim.press(&act("unlock"), &[("console-reason", " ")]).await;
    karim.sees(&blank, 422, "account-no-reason");
    karim
        .page
        .tamper("button[value=unlock]", "value", "nonsense")
        .await;
    let nonsense = karim.press(&act("unlock"), &reason).await;
    karim.sees(&nonsense, 400, "door-garbled-title");
    karim.go(&format!("/agents/{id}")).await;
    let reference = between(&page, "<li><b class=\"number\">", "<").to_owned();
    let refuse = walk.t1("console-do-refuse", "reference", reference);
    let refused = karim.unfold_and_press(&refuse, &reason).await;
    karim.sees(&refused, 200, "console-done-refused");
    let unlocked = karim.press(&act("unlock"), &reason).await;
    karim.sees(&unlocked, 200, "console-done-unlocked");
    let sent = karim.unfold_and_press(&act("reset"), &reason).await;
    karim.sees(&sent, 200, "console-done-reset");
    let ended = karim
        .unfold_and_press(&walk.t("console-do-sessions"), &reason)
        .await;
    karim.sees(&ended, 200, "console-done-sessions");
    let nobody = karim.go("/agents/00000000-0000-7000-8000-000000000000").await;
    karim.sees(&nobody, 404, "door-not-found-title");
}

/// What the agent may open, and the VPN that she asked for.
async fn applications(walk: &Walk<'_>, karim: &Visitor<'_>, id: &str) {
    let reason = [("console-reason", "Agent vu au guichet")];
    // Only extended rights are restricted.
    let lucas = karim.go("/?q=lucas.henry").await;
    karim.sees(&lucas, 200, "console-agent-applications");
    let his = lucas.url.rsplit('/').next().unwrap();
    let decide = async |verb: &str| {
        // The first one; its words are the city's.
        let first = "details:has(input[name=application])";
        karim.page.tamper(first, "open", "").await;
        karim.press(&walk.t(&format!("console-do-{verb}")), &reason).await
    };
    let restricted = decide("restrict").await;
    karim.sees(&restricted, 200, "console-done-restricted");
    let unproven = decide("lift").await;
    karim.sees(&unproven, 422, "console-caller-nav");
    prove(walk, karim, his, "lift_restriction").await;
    let lifted = decide("lift").await;
    karim.sees(&lifted, 200, "console-done-lifted");
    let unproven = karim
        .unfold_and_press(&walk.t("console-do-reset-factor"), &reason)
        .await;
    karim.sees(&unproven, 422, "console-caller-nav");
    karim.go(&format!("/agents/{id}")).await;
    let granted = karim
        .unfold_and_press(&walk.t("console-do-allow_vpn"), &reason)
        .await;
    karim.sees(&granted, 200, "console-done-granted");
    let barred = karim
        .unfold_and_press(&walk.t("console-do-bar_vpn"), &reason)
        .await;
    karim.sees(&barred, 200, "console-done-barred");
}

/// The agent reads out the code that was sent to them.
async fn prove(walk: &Walk<'_>, officer: &Visitor<'_>, id: &str, act: &str) {
    officer.go(&format!("/agents/{id}/caller?act={act}")).await;
    let sent = officer.press_one("button[value=sms]").await;
    officer.sees(&sent, 200, "console-caller-code-title");
    let read_out = async |code: &str| {
        let fields = [("console-caller-code", code)];
        officer.submit("console-caller-confirm", &fields).await
    };
    let wrong = read_out("00000000").await;
    officer.sees(&wrong, 422, "session-caller-wrong-code");
    let proved = read_out(&walk.texted().await).await;
    officer.sees(&proved, 200, "console-done-verified");
}

/// What an agent has declared in the space is looked at, not refused without a reason, and validated.
/// Without a text, looked at, changed, sent.
async fn announcement(sophie: &Visitor<'_>) {
    sophie.go("/announcements").await;
    let text = "Panne de la messagerie jusqu’à midi.";
    let blank = [("console-announce-fr", " ")];
    let seen = sophie.submit("console-announce-preview", &blank).await;
    sophie.sees(&seen, 422, "announcement-no-text");
    let written = [("console-announce-fr", text)];
    let seen = sophie.submit("console-announce-preview", &written).await;
    sophie.sees(&seen, 200, "console-announce-seen");
    sophie.submit("console-announce-change", &[]).await;
    let seen = sophie.submit("console-announce-preview", &[]).await;
    sophie.sees(&seen, 200, "console-announce-seen");
    let seen = sophie.submit("console-announce-send", &[]).await;
    sophie.sees(&seen, 200, "console-announce-done");
    sophie.sees(&seen, 200, "console-announce-without");
}

async fn changes(julien: &Visitor<'_>) {
    let queue = julien.go("/changes").await;
    let id = between(&queue, "href=\"/changes/", "\"").to_owned();
    julien.tour("hr", &id).await;
    julien.go(&format!("/changes/{id}")).await;
    let reason = [("console-change-reason", " ")];
    let refuse = julien.walk.t("console-change-refuse");
    let bare = julien.unfold_and_press(&refuse, &reason).await;
    julien.sees(&bare, 422, "profile-no-reason");
    let done = julien.submit("console-change-validate", &[]).await;
    julien.sees(&done, 200, "console-change-done-validated");
}

/// A certificate that somebody asks for: a question, a file that is no PDF, a PDF; and the link to it from chat.
async fn document(walk: &Walk<'_>, julien: &Visitor<'_>) {
    let name = ordinary(1);
    let agent = walk.signed_in("space", &name).await;
    let (chat, room) = walk.house.welcome(walk.suite, &name).await;
    agent.go("/documents/new?kind=pay_certificate").await;
    let asked = agent.submit("space-requests-send", &[]).await;
    agent.sees(&asked, 200, "space-requests");
    agent.go("/documents/new?kind=pay_certificate").await;
    let twice = agent.submit("space-requests-send", &[]).await;
    agent.sees(&twice, 422, "door-refused-title");
    let queue = julien.go("/documents").await;
    let id = between(&queue, "href=\"/documents/", "\"").to_owned();
    julien.tour("officer", &id).await;
    let question = [("console-documents-text", "Pour quelle période\u{a0}?")];
    let done = julien.submit("console-documents-ask-do", &question).await;
    julien.sees(&done, 200, "console-documents-asked");
    chat.hear(&room).await;
    agent.go("/documents").await;
    let label = walk.t1("space-requests-reply", "reference", "DOC-1");
    let replied = agent
        .page
        .submit(&walk.t("space-requests-reply-send"), &[(&label, Some("2025"))])
        .await;
    agent.sees(&replied, 200, "document-stage-submitted");
    let deliver = async |content: &str| {
        julien.go(&format!("/documents/{id}")).await;
        let file = [("console-documents-file", content)];
        julien.submit("console-documents-deliver-do", &file).await
    };
    let wrong = deliver("<html>").await;
    julien.sees(&wrong, 422, "document-not-pdf");
    let done = deliver("%PDF-1.4\n%%EOF\n").await;
    julien.sees(&done, 200, "console-documents-delivered");
    chat.hear(&room).await;
    let stands = chat.exchange(&room, "où en est mon attestation ?").await;
    assert!(stands.text.contains("DOC-1"), "{}", stands.text);
    let answer = chat.exchange(&room, "1").await.text;
    let start = format!("{}/document/", walk.house.space);
    let link = answer
        .split_whitespace()
        .find_map(|word| word.strip_prefix(&start));
    let link = link.unwrap_or_else(|| panic!("{answer}"));
    agent.tour("receiver", link).await;
    let pdf = agent.page.download(&walk.t("space-payslip-download")).await;
    assert!(pdf.starts_with(b"%PDF"));
}

/// A newcomer without access to the mailbox is given a temporary password for the account that is missing.
async fn slip(walk: &Walk<'_>, julien: &Visitor<'_>) {
    let second = walk.t("account-circuit-moncompteparisien");
    let button = walk.t1("console-do-temporary", "account", second);
    let reason = ("console-reason", "Carte d’agent vue");
    julien.go("/?q=salome.brun").await;
    let unseen = julien.unfold_and_press(&button, &[reason]).await;
    let act = Act::Temporary(Circuit::MonCompteParisien).value();
    julien.reads(&unseen, 422, &walk.t1("people-unproven", "act", act));
    julien.go("/?q=salome.brun").await;
    let seen = [("console-do-temporary-seen", CHOSEN), reason];
    let slip = julien.unfold_and_press(&button, &seen).await;
    julien.sees(&slip, 200, "console-slip-title");
}

/// What an administrator ends and begins again.
async fn closings(walk: &Walk<'_>, sophie: &Visitor<'_>) {
    let reason = ("console-reason", "Demande écrite de la direction");
    let first = walk.t("account-circuit-intraparis");
    let act = |verb: &str| walk.t1(&format!("console-do-{verb}"), "account", first.as_str());
    sophie.go("/?q=claire.moreau").await;
    for (verb, done) in [("force", "forced"), ("deactivate", "deactivated")] {
        let seen = sophie.unfold_and_press(&act(verb), &[reason]).await;
        sophie.sees(&seen, 200, &format!("console-done-{done}"));
    }
    let seen = sophie.press(&act("reactivate"), &[reason]).await;
    sophie.sees(&seen, 200, "console-done-reactivated");
    let number = [("console-number-new", "12"), reason];
    let refused = sophie
        .unfold_and_press(&walk.t("console-do-number"), &number)
        .await;
    sophie.sees(&refused, 422, "door-refused-title");
}

/// A departure is final: it asks for the agent's number.
async fn departure(walk: &Walk<'_>, julien: &Visitor<'_>) {
    let page = julien.go("/?q=salome.brun").await;
    let own = between(&page, "<dd class=\"number\">", "<").to_owned();
    for (number, status, key) in [
        ("12", 422, "door-refused-title"),
        (own.as_str(), 200, "console-done-departed"),
    ] {
        let fields = [
            ("console-depart-number", number),
            ("console-reason", "Mutation dans une autre ville"),
        ];
        let seen = julien
            .unfold_and_press(&walk.t("console-do-depart"), &fields)
            .await;
        julien.sees(&seen, status, key);
    }
}

/// Two-factor sign-in is granted: the agent is asked for a code, and enrols an app in the space.
async fn second_factor(walk: &Walk<'_>, karim: &Visitor<'_>, id: &str) {
    karim.go(&format!("/agents/{id}")).await;
    let reason = [("console-reason", "Agent vu au guichet")];
    let done = karim
        .unfold_and_press(&walk.t("console-do-second-factor"), &reason)
        .await;
    karim.sees(&done, 200, "console-done-second-factor");
    let amina = walk.signed_in("space", "amina.diallo").await;
    let home = amina.copy_sms().await;
    amina.sees(&home, 200, "space-home-accounts");
    amina.go("/security/app").await;
    // As signing in here asks for a code by SMS, so does proving it again.
    let sent = amina.press(&walk.t("space-prove-sms-send"), &[]).await;
    amina.sees(&sent, 200, "space-prove-title");
    let code = walk.texted().await;
    let proof = [("entry-password", PASSWORD), ("entry-sms-code", &code)];
    let app = amina.submit("entry-factor-button", &proof).await;
    amina.sees(&app, 200, "entry-enrol-title");
    amina.enrol(&app).await;
    let security = amina.go("/security").await;
    amina.sees(&security, 200, "space-security-recovery");
}
