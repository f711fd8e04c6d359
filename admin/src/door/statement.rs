//! The accessibility statement that law asks of every site of a public body, intranets included. It says what is true of
//! the shipped product: not audited yet, hence not compliant. The city replaces these words when it is audited.

use askama::Template;

use super::{Answer, Visit, page};

#[derive(Template)]
#[template(path = "door/accessibility.html")]
struct Page<'a> {
    v: &'a Visit,
}

pub(super) async fn show(v: Visit) -> Answer {
    page(&Page { v: &v })
}
