//! What the door refuses, whatever the page.

use super::Walk;

pub async fn walk(walk: &Walk<'_>) {
    for site in ["space", "console"] {
        let visitor = walk.visitor(site, "tamperer").await;
        for path in ["/nowhere", "/agents/nonsense", "/decisions/1", "/%F0%9F%8D%89"] {
            let seen = visitor.go(path).await;
            let (status, key) = match seen.status {
                // Where the path is a page's, nobody is told whether there is such an agent before they sign in.
                200 => (200, "entry-sign-in-title"),
                _ => (404, "door-not-found-title"),
            };
            visitor.sees(&seen, status, key);
        }
        let seen = visitor.go("/language").await;
        visitor.sees(&seen, 405, "door-method-title");
        let long = "x".repeat(20_000);
        for (element, attribute, value, status, key) in [
            ("main input[name=key]", "name", "other", 403, "door-stale-title"),
            ("main input[name=key]", "value", "AAAA", 403, "door-stale-title"),
            ("input[name=username]", "name", "other", 400, "door-garbled-title"),
            ("main form", "enctype", "text/plain", 400, "door-garbled-title"),
            ("input[name=to]", "value", &long, 413, "door-too-large-title"),
        ] {
            visitor.go("/sign-in").await;
            visitor.page.tamper(element, attribute, value).await;
            let fields = [("entry-username", "amina.diallo"), ("entry-password", "x")];
            let seen = visitor.submit("entry-sign-in-button", &fields).await;
            visitor.sees(&seen, status, key);
        }
    }
}
