//! Every page is walked by a browser: the routes of both sites, and the list that the walk reads.

use std::path::Path;

/// The files below a folder, with the folder's part of `admin/src` that they stand in.
fn routes(folder: &Path, site: &str, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if name.starts_with("test") {
            continue;
        }
        if path.is_dir() {
            routes(&path, if site.is_empty() { &name } else { site }, found);
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for route in text.split(".route(").skip(1) {
            let Some((address, handlers)) = route
                .trim_start()
                .strip_prefix('"')
                .and_then(|rest| rest.split_once('"'))
            else {
                continue;
            };
            let ends = ["\n        .", "\n    }"].map(|end| handlers.find(end).unwrap_or(handlers.len()));
            if handlers[..ends[0].min(ends[1])].contains("get(") {
                found.push((site.to_owned(), address.to_owned()));
            }
        }
    }
}

#[test]
fn every_page_is_in_the_list_that_the_browser_walks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = vec![];
    routes(&root.join("admin/src"), "", &mut found);
    assert!(
        found.len() > 15,
        "the routes are written in another way: {found:?}"
    );
    let listed: Vec<(&str, &str)> = include_str!("../e2e/pages.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            (words[0], words[2])
        })
        .collect();
    for (site, address) in &found {
        // The way in and the door's own pages are the same on both sites: one of them is enough.
        let is_listed = |&(on, path): &(&str, &str)| {
            path == address && (on == site || !["space", "console"].contains(&&**site))
        };
        assert!(
            listed.iter().any(is_listed),
            "{site} {address} is not walked: add it to tests/e2e/pages.txt"
        );
    }
    for (_, path) in &listed {
        assert!(
            found.iter().any(|(_, address)| address == path),
            "{path} is no page any more"
        );
    }
}
