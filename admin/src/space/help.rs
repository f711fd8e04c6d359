//! Help (BO7): every article, those that some words are about, one in full. Open to everybody, signed in or not.

use askama::Template;
use axum::extract::{Path, Query};
use guichet_core::help::{self, Article};
use pulldown_cmark::{Parser, html};
use serde::Deserialize;

use crate::door::{Answer, Failure, Visit, page};

#[derive(Template)]
#[template(path = "space/help.html")]
struct Page<'a> {
    v: &'a Visit,
    q: &'a str,
    /// Nothing was found: all of them are shown.
    none: bool,
    articles: Vec<Article>,
}

#[derive(Template)]
#[template(path = "space/help_article.html")]
struct Whole<'a> {
    v: &'a Visit,
    article: &'a Article,
    html: &'a str,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    q: String,
}

pub(super) async fn show(v: Visit, Query(asked): Query<Asked>) -> Answer {
    let v = as_whoever(v).await?;
    let settings = &v.site.house.settings;
    let q: String = asked.q.trim().chars().take(100).collect();
    let found = help::search(settings, v.lang, &q);
    let is_empty = found.is_empty();
    let articles = if is_empty {
        help::articles(settings, v.lang)
    } else {
        found
    };
    page(&Page {
        v: &v,
        q: &q,
        none: is_empty && !q.is_empty(),
        articles,
    })
}

pub(super) async fn read(v: Visit, Path(slug): Path<String>) -> Answer {
    let v = as_whoever(v).await?;
    let article = help::article(&v.site.house.settings, v.lang, &slug).ok_or(Failure::NotFound)?;
    // Our own Markdown, with the city's own names in it: nobody else writes here.
    let mut text = String::new();
    html::push_html(&mut text, Parser::new(&article.text));
    page(&Whole {
        v: &v,
        article: &article,
        html: &text,
    })
}

/// With the navigation of who is signed in, and without for anybody else.
async fn as_whoever(v: Visit) -> Result<Visit, Failure> {
    match v.clone().reading().await {
        Ok(me) => Ok(me.v),
        Err(Failure::SignIn) => Ok(v),
        Err(failure) => Err(failure),
    }
}
