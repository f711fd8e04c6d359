//! "Where is my certificate?": where the requests stand, on one screen, with what can be done about each.

use guichet_core::document::{Document, Request, Stage, request_line};
use guichet_core::kernel::line::Line;

use crate::talk::{Scene, Turn};

/// Requests shown at most.
const MOST: usize = 5;

/// The requests asked about: one by its number, those of a kind where there are any, or the newest.
pub(super) fn said(
    requests: &[Request],
    documents: &[Document],
    (number, kind): (Option<i64>, Option<String>),
    scene: &Scene,
) -> Turn {
    let of_kind = |request: &&Request| kind.as_ref() == Some(&request.kind);
    let any_of_kind = requests.iter().any(|request| of_kind(&request));
    let meant = |request: &&Request| match number {
        Some(number) => request.number == number,
        None => !any_of_kind || of_kind(request),
    };
    // What is still open comes first.
    let mut shown: Vec<&Request> = requests.iter().filter(meant).collect();
    shown.sort_by_key(|request| !request.stage.is_open());
    shown.truncate(MOST);
    if shown.is_empty() {
        return Turn::says(match number {
            Some(_) => Line::personal("document-not-open"),
            None => Line::personal("document-list-none").choice("document.new", "document-choice-new"),
        });
    }
    let mut line = Line::personal("document-list");
    for request in &shown {
        line = line.item(request_line(request));
        if request.is_overdue(scene.today) {
            line = line.item(Line::personal("document-late"));
        }
    }
    Turn::says(
        shown
            .into_iter()
            .fold(line, |line, request| offer(line, request, documents)),
    )
}

fn offer(line: Line, request: &Request, documents: &[Document]) -> Line {
    let args = vec![("reference".to_owned(), request.reference().into())];
    let number = request.number;
    let line = match request.stage {
        Stage::Asked => line.choice_with(
            format!("document.reply:{number}"),
            "document-choice-reply-to",
            args.clone(),
        ),
        Stage::Delivered => {
            let document = documents.iter().find(|one| one.request == Some(request.id));
            return match document {
                Some(one) => line.choice_with(
                    format!("document.open:{}", one.id),
                    "document-choice-open-of",
                    args,
                ),
                None => line,
            };
        }
        _ => line,
    };
    if request.stage.is_open() {
        line.choice_with(
            format!("document.withdraw:{number}"),
            "document-choice-withdraw",
            args,
        )
    } else {
        line
    }
}
