//! The way in: signing in, the first password, a forgotten one, the console's second factor.

use super::{CHOSEN, Visitor, Walk};
use guichet::demo::PASSWORD;

const NEW: &str = "Un-mot-de-passe-neuf-7";

pub async fn walk(walk: &Walk<'_>) {
    let visitor = walk.translated("space", "visitor").await;
    visitor.tour("nobody", "").await;
    sign_in_is_refused(&visitor).await;
    forgotten(walk, &visitor).await;
    creation(walk, &visitor).await;
    newcomer(walk).await;
    staff(walk).await;
}

async fn sign_in_is_refused(visitor: &Visitor<'_>) {
    visitor.go("/sign-in").await;
    visitor.without_checks("form[action='/sign-in']").await;
    let empty = visitor.submit("entry-sign-in-button", &[]).await;
    visitor.sees(&empty, 422, "entry-username-missing");
    visitor.sees(&empty, 422, "entry-password-missing");
    let known = visitor.sign_in("lucas.henry", "pas-le-bon-1A!").await;
    visitor.sees(&known, 422, "entry-refused-title");
    let unknown = visitor.sign_in("personne.inconnue", "pas-le-bon-1A!").await;
    assert_eq!(known.html, unknown.html, "it shows who has an account");
}

async fn forgotten(walk: &Walk<'_>, visitor: &Visitor<'_>) {
    visitor.go("/forgotten").await;
    visitor.without_checks("form[action='/forgotten']").await;
    let empty = visitor.submit("space-forgotten-button", &[]).await;
    for key in ["which", "name", "email"] {
        visitor.sees(&empty, 422, &format!("space-forgotten-{key}-missing"));
    }
    for (circuit, username) in [
        ("intraparis", "thomas.petit"),
        ("moncompteparisien", "nathalie.girard"),
    ] {
        visitor.go("/forgotten").await;
        let which = format!("space-forgotten-{circuit}");
        let fields = [
            (which.as_str(), CHOSEN),
            ("space-forgotten-who", username),
            ("space-forgotten-email", &format!("{username}@paris.example")),
        ];
        let asked = visitor.submit("space-forgotten-button", &fields).await;
        visitor.sees(&asked, 200, "space-forgotten-done-title");
        let link = walk.mailed("/reset/").await;
        visitor.tour("mailed", &link).await;
        let account = walk.t(&format!("account-circuit-{circuit}"));
        visitor.without_checks("main form").await;
        let weak = [
            ("entry-new-password", "court"),
            ("entry-repeat-password", "autre"),
        ];
        let differs = visitor.submit("entry-new-button", &weak).await;
        visitor.sees(&differs, 422, "entry-password-differs");
        let fields = [
            ("entry-new-password", "court"),
            ("entry-repeat-password", "court"),
        ];
        visitor.without_checks("main form").await;
        let broken = visitor.submit("entry-new-button", &fields).await;
        for rule in ["too-short", "no-upper", "no-digit", "no-special"] {
            visitor.sees(&broken, 422, &format!("password-rule-{rule}"));
        }
        let mut fields = vec![("entry-new-password", NEW), ("entry-repeat-password", NEW)];
        let code = walk.house.code(username);
        if broken.text.contains(&walk.t("entry-code")) {
            let wrong = [&fields[..], &[("entry-code", "000000")]].concat();
            let refused = visitor.submit("entry-new-button", &wrong).await;
            visitor.sees(&refused, 422, "session-wrong-code");
            fields.push(("entry-code", &code));
        }
        let done = visitor.submit("entry-new-button", &fields).await;
        visitor.reads(&done, 200, &walk.t1("space-reset-done-title", "account", account));
        let used = visitor.go(&format!("/reset/{link}")).await;
        visitor.sees(&used, 422, "space-reset-dead-title");
    }
    let garbled = visitor.go("/reset/nonsense").await;
    visitor.sees(&garbled, 422, "space-reset-dead-title");
}

/// Somebody whose second account is missing is told so, and creates it.
async fn creation(walk: &Walk<'_>, visitor: &Visitor<'_>) {
    let file = super::half_way();
    let second = walk.t("account-circuit-moncompteparisien");
    let missing = visitor.sign_in(&file.username, PASSWORD).await;
    visitor.reads(
        &missing,
        422,
        &walk.t1("session-missing", "circuit", second.as_str()),
    );
    visitor.go("/create").await;
    visitor.without_checks("form[action='/create']").await;
    let empty = visitor.submit("space-create-button", &[]).await;
    for key in [
        "space-create-which-missing",
        "space-forgotten-name-missing",
        "space-forgotten-email-missing",
    ] {
        visitor.sees(&empty, 422, key);
    }
    visitor.go("/create").await;
    let fields = [
        ("space-forgotten-moncompteparisien", CHOSEN),
        ("space-create-who", &file.number),
        ("space-forgotten-email", &file.email),
    ];
    let asked = visitor.submit("space-create-button", &fields).await;
    visitor.sees(&asked, 200, "space-forgotten-done-title");
    let link = walk.mailed("/create/").await;
    visitor.tour("invited", &link).await;
    visitor.without_checks("main form").await;
    let differs = [("entry-new-password", NEW), ("entry-repeat-password", "autre")];
    let refused = visitor.submit("entry-new-button", &differs).await;
    visitor.sees(&refused, 422, "entry-password-differs");
    let code = walk.house.code(&file.username);
    let fields = [
        ("entry-new-password", NEW),
        ("entry-repeat-password", NEW),
        ("entry-code", &code),
    ];
    let created = visitor.submit("entry-new-button", &fields).await;
    visitor.reads(
        &created,
        200,
        &walk.t1("space-created-done-title", "account", second),
    );
    let used = visitor.go(&format!("/create/{link}")).await;
    visitor.sees(&used, 422, "space-reset-dead-title");
}

async fn newcomer(walk: &Walk<'_>) {
    let salome = walk.signed_in("space", "salome.brun").await;
    salome.tour("newcomer", "").await;
    let closed = salome.go("/leave").await;
    salome.sees(&closed, 200, "entry-sign-in-title");
    salome.go("/new-password").await;
    let own = [
        ("entry-new-password", "salome.Brun"),
        ("entry-repeat-password", "salome.Brun"),
    ];
    let broken = salome.submit("entry-new-button", &own).await;
    for rule in ["too-short", "no-digit", "holds-name"] {
        salome.sees(&broken, 422, &format!("password-rule-{rule}"));
    }
    let fields = [("entry-new-password", NEW), ("entry-repeat-password", NEW)];
    // Her second account is not created yet: the first one alone opens nothing.
    let refused = salome.submit("entry-new-button", &fields).await;
    let second = walk.t("account-circuit-moncompteparisien");
    salome.reads(&refused, 422, &walk.t1("session-missing", "circuit", second));
    let closed = salome.go("/documents").await;
    assert!(closed.url.ends_with("/sign-in?to=/documents"), "{closed:?}");
}

async fn staff(walk: &Walk<'_>) {
    let visitor = walk.visitor("console", "visitor").await;
    visitor.tour("nobody", "").await;
    let outside = visitor.page.go(&walk.house.outside).await;
    visitor.sees(&outside, 403, "door-elsewhere-title");
    let refused = visitor.sign_in("amina.diallo", PASSWORD).await;
    visitor.sees(&refused, 422, "session-not-staff");
    enrolment(walk).await;
    let julie = walk.visitor("console", "julie.fournier").await;
    let fields = [("entry-username", "julie.fournier"), ("entry-password", PASSWORD)];
    julie.go("/sign-in").await;
    julie.submit("entry-sign-in-button", &fields).await;
    let wrong = julie.second("pas-le-bon-1A!").await;
    julie.sees(&wrong, 422, "session-wrong-second");
    julie.second(PASSWORD).await;
    julie.tour("half", "").await;
    let wrong = julie
        .submit("entry-factor-button", &[("entry-code", "000000")])
        .await;
    julie.sees(&wrong, 422, "session-wrong-code");
}

/// Somebody who has been given a role enrols an app at the console; then the space asks for it as well.
async fn enrolment(walk: &Walk<'_>) {
    let name = walk.appointed.as_str();
    let staff = walk.signed_in("console", name).await;
    let wrong = staff
        .submit("entry-factor-button", &[("entry-sms-code", "00000000")])
        .await;
    staff.sees(&wrong, 422, "session-wrong-sms");
    let enrol = staff.copy_sms().await;
    staff.sees(&enrol, 200, "entry-enrol-title");
    let wrong = staff
        .submit("entry-enrol-button", &[("entry-code", "000000")])
        .await;
    staff.sees(&wrong, 422, "session-wrong-code");
    let codes = staff.enrol(&wrong).await;
    let agent = walk.signed_in("space", name).await;
    agent.page.unfold(&walk.t("entry-factor-without")).await;
    let home = agent
        .submit("entry-recovery-button", &[("entry-recovery", &codes[0])])
        .await;
    agent.sees(&home, 200, "space-home-accounts");
    let prove = agent.go("/security/recovery").await;
    agent.sees(&prove, 200, "space-prove-title");
    let mut proof = [("entry-password", PASSWORD), ("space-prove-code", "000000")];
    let wrong = agent.submit("entry-factor-button", &proof).await;
    agent.sees(&wrong, 422, "session-wrong-code");
    proof[1].1 = &codes[1];
    let proved = agent.submit("entry-factor-button", &proof).await;
    agent.sees(&proved, 200, "space-recovery-title");
    let fresh = agent.submit("space-recovery-button", &[]).await;
    agent.sees(&fresh, 200, "entry-recovery-title");
    agent.misses(&fresh, &codes[2]);
    let out = agent.submit("door-sign-out", &[]).await;
    agent.sees(&out, 200, "entry-sign-in-title");
}
