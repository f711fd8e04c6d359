//! Help is for everybody: found by words, in either language, whole, and without a way into the page for what is typed.

use axum::http::StatusCode;
use guichet_core::testing::both;

use super::browser;

#[tokio::test]
async fn who_is_not_signed_in_finds_an_article_by_words_and_reads_all_of_it() {
    both(async |house| {
        let mut visitor = browser(house);
        let all = visitor.get("/help").await.body;
        assert!(all.matches("href=\"/help/").count() >= 10, "{all}");
        let found = visitor.get("/help?q=code+sms").await.body;
        assert!(found.contains("/help/code-not-received"), "{found}");
        let article = visitor.get("/help/vpn").await.body;
        assert!(
            article.contains("<h2>Demander l’accès</h2>") && article.contains("5.2"),
            "{article}"
        );
        let none = visitor.get("/help/nothing").await;
        assert_eq!(none.status, StatusCode::NOT_FOUND);
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_into_the_search_stays_text() {
    both(async |house| {
        let mut visitor = browser(house);
        let page = visitor.get("/help?q=%3Cscript%3Ealert(1)%3C/script%3E").await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!page.body.contains("<script>alert"), "{}", page.body);
        assert!(page.body.contains("Aucun article ne parle de"), "{}", page.body);
    })
    .await;
}
