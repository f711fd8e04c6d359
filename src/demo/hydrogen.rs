//! Hydrogen, a Matrix client for the browser, that is not ours: built from npm into the demo's folder, served on loopback.
//! Where it can't be built, the demo goes on without: there is a client in the terminal.

use axum::{
    Router,
    extract::{self, State},
    http::{StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::get,
};
use guichet_core::kernel::fault::Fault;
use serde_json::json;
use std::fs::{self, File};
use std::path::{Component, Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::process::Command;

use super::folder::{private_dir, wrong};

/// What is written into its folder before npm is asked; the versions are pinned there.
const SOURCES: [(&str, &str); 4] = [
    ("package.json", include_str!("hydrogen/package.json")),
    ("package-lock.json", include_str!("hydrogen/package-lock.json")),
    ("main.js", include_str!("hydrogen/main.js")),
    ("public/index.html", include_str!("hydrogen/index.html")),
];
/// From where to where, besides what is bundled.
const COPIES: [(&str, &str); 3] = [
    (
        "node_modules/hydrogen-view-sdk/asset-build/assets",
        "public/assets",
    ),
    ("node_modules/hydrogen-view-sdk/lib-build/sw.js", "public/sw.js"),
    ("node_modules/@matrix-org/olm", "public/olm"),
];
/// One file out of the package; Node's modules that Olm names are never reached in a browser.
const BUNDLE: [&str; 9] = [
    "node_modules/esbuild/bin/esbuild",
    "main.js",
    "--bundle",
    "--format=esm",
    "--log-level=warning",
    "--external:fs",
    "--external:path",
    "--external:crypto",
    "--outfile=public/client.js",
];

/// Where it is served: so many ports after the first of the space.
const OFFSET: u16 = 20;

/// Takes its port, and says its address.
pub async fn door(port: u16, remedy: &str) -> Result<(TcpListener, String), Fault> {
    let port = port.saturating_add(OFFSET);
    let address = format!("127.0.0.1:{port}");
    let listener = TcpListener::bind(&address)
        .await
        .map_err(|e| Fault::config("--port", address, format!("{e}: {remedy}")))?;
    Ok((listener, format!("http://localhost:{port}")))
}

/// The client in its folder.
pub struct Hydrogen {
    root: PathBuf,
}

impl Hydrogen {
    /// The one at `root`, built or not.
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }

    /// What is served.
    pub fn public(&self) -> PathBuf {
        self.root.join("public")
    }

    fn mark(&self) -> PathBuf {
        self.root.join("built")
    }

    /// True when it was built from exactly these sources: the mark is written last.
    pub fn is_built(&self) -> bool {
        fs::read_to_string(self.mark()).is_ok_and(|of| of == sources())
    }

    /// Builds it anew; what npm says goes to the file `log`.
    pub async fn build(&self, log: &Path) -> Result<(), Fault> {
        build(&self.root, log).await?;
        fs::write(self.mark(), sources()).map_err(|e| wrong(&self.root, e))
    }
}

fn sources() -> String {
    SOURCES.iter().map(|(_, text)| *text).collect()
}

async fn build(root: &Path, log: &Path) -> Result<(), Fault> {
    let _ = fs::remove_dir_all(root);
    private_dir(&root.join("public"))?;
    for (name, text) in SOURCES {
        let path = root.join(name);
        fs::write(&path, text).map_err(|e| wrong(&path, e))?;
    }
    // Nothing of a package runs while it is installed.
    let install = ["ci", "--ignore-scripts", "--no-audit", "--no-fund"];
    for (program, args) in [("npm", &install[..]), ("node", &BUNDLE[..])] {
        let out = File::options()
            .create(true)
            .append(true)
            .open(log)
            .map_err(|e| wrong(log, e))?;
        let err = out.try_clone().map_err(|e| wrong(log, e))?;
        let status = Command::new(program)
            .args(args)
            .current_dir(root)
            .stdin(Stdio::null())
            .stdout(out)
            .stderr(err)
            .kill_on_drop(true)
            .status()
            .await;
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => {
                return Err(Fault::outside(
                    program,
                    format!("{status}, see {}", log.display()),
                ));
            }
            Err(e) => return Err(Fault::outside(program, e)),
        }
    }
    for (from, to) in COPIES {
        copy(&root.join(from), &root.join(to)).map_err(|e| wrong(&root.join(to), e))?;
    }
    Ok(())
}

/// A file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> std::io::Result<()> {
    if !from.is_dir() {
        return fs::copy(from, to).map(drop);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}

/// What is served: the pages, and where their homeserver is.
struct Client {
    public: PathBuf,
    homeserver: String,
}

/// Serves the client until it is dropped.
pub async fn serve(listener: TcpListener, public: PathBuf, homeserver: String) -> std::io::Result<()> {
    let client = Arc::new(Client { public, homeserver });
    let pages = Router::new()
        .route(
            "/",
            get(async |State(client): State<Arc<Client>>| file(&client, "index.html").await),
        )
        .route("/config.json", get(config))
        .route("/{*path}", get(any))
        .with_state(client);
    axum::serve(listener, pages).await
}

async fn config(State(client): State<Arc<Client>>) -> Response {
    axum::Json(json!({ "defaultHomeServer": client.homeserver })).into_response()
}

async fn any(State(client): State<Arc<Client>>, extract::Path(path): extract::Path<String>) -> Response {
    file(&client, &path).await
}

/// A file of the pages, and of nothing beside them.
async fn file(client: &Client, path: &str) -> Response {
    let path = Path::new(path);
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    let kind = match path.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("wasm") => "application/wasm",
        Some("woff" | "woff2") => "font/woff2",
        _ => "application/octet-stream",
    };
    if !inside {
        return StatusCode::NOT_FOUND.into_response();
    }
    match tokio::fs::read(client.public.join(path)).await {
        Ok(bytes) => ([(CONTENT_TYPE, kind)], bytes).into_response(),
        Err(_) => StatusCode::NOT_FOUND.into_response(),
    }
}
