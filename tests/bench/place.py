"""What is started for a measurement: Synapse, Guichet with a city, the bare echoes."""

import copy
import hashlib
import hmac
import json
import secrets
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from machine import Process, free_port

REPOSITORY = Path(__file__).resolve().parents[2]
RELEASE = REPOSITORY / "target/release"
BENCH = RELEASE / "guichet-bench"
PASSWORD = "matrix-password"


class Synapse:
    """On loopback, with SQLite and without limits: what is measured is not how it holds people back."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.port, self.secret = free_port(), secrets.token_urlsafe()
        self.url = f"http://127.0.0.1:{self.port}"
        free = {"per_second": 100_000, "burst_count": 100_000}
        log = {
            "version": 1,
            "handlers": {"file": {"class": "logging.FileHandler", "filename": str(folder / "log")}},
            "root": {"level": "WARNING", "handlers": ["file"]},
            "disable_existing_loggers": False,
        }
        (folder / "log.yaml").write_text(json.dumps(log))
        config = {
            "server_name": "localhost",
            "pid_file": str(folder / "pid"),
            "listeners": [{
                "port": self.port, "bind_addresses": ["127.0.0.1"], "type": "http", "tls": False,
                "resources": [{"names": ["client"]}],
            }],
            "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.sqlite")}},
            "log_config": str(folder / "log.yaml"),
            "media_store_path": str(folder / "media"),
            "signing_key_path": str(folder / "signing.key"),
            "registration_shared_secret": self.secret,
            "macaroon_secret_key": secrets.token_urlsafe(),
            "report_stats": False,
            "trusted_key_servers": [],
            "presence": {"enabled": False},
            "bcrypt_rounds": 4,
            "encryption_enabled_by_default_for_room_type": "invite",
            **{f"rc_{name}": free for name in ("message", "registration", "joins_per_room", "room_creation", "key_requests")},
            "rc_login": {name: free for name in ("address", "account", "failed_attempts")},
            "rc_joins": {name: free for name in ("local", "remote")},
            "rc_invites": {name: free for name in ("per_room", "per_user", "per_issuer")},
        }
        file = folder / "homeserver.yaml"
        file.write_text(json.dumps(config))
        command = [sys.executable, "-m", "synapse.app.homeserver", "-c", file]
        subprocess.run([*map(str, command), "--generate-keys"], check=True, capture_output=True)
        self.process = Process("synapse", command, folder)
        deadline = time.monotonic() + 90
        while not self.answers():
            if time.monotonic() > deadline:
                raise RuntimeError(f"Synapse does not answer: see {folder / 'log'}")
            time.sleep(0.1)

    def answers(self) -> bool:
        try:
            return bool(self.request("GET", "/_matrix/client/versions"))
        except (urllib.error.URLError, ConnectionError):
            return False

    def request(self, method: str, path: str, body: dict | None = None, token: str | None = None) -> dict:
        data = None if body is None else json.dumps(body).encode()
        headers = {"Content-Type": "application/json"} | ({"Authorization": f"Bearer {token}"} if token else {})
        asked = urllib.request.Request(self.url + path, data, headers, method=method)
        with urllib.request.urlopen(asked, timeout=60) as answer:
            return json.load(answer)

    def register(self, user: str) -> dict:
        """A new account, signed in."""
        nonce = self.request("GET", "/_synapse/admin/v1/register")["nonce"]
        proof = "\0".join([nonce, user, PASSWORD, "notadmin"]).encode()
        return self.request("POST", "/_synapse/admin/v1/register", {
            "nonce": nonce, "username": user, "password": PASSWORD, "admin": False,
            "mac": hmac.new(self.secret.encode(), proof, hashlib.sha1).hexdigest(),
        })


def psql(sql: str, url: str) -> str:
    asked = ["psql", url, "-v", "ON_ERROR_STOP=1", "-Atc", sql]
    return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()


@contextmanager
def scratch(server: str) -> Iterator[str]:
    """The address of a database of its own on this PostgreSQL, for as long as it is needed."""
    server, name = server.rstrip("/"), f"guichet_bench_{secrets.token_hex(4)}"
    psql(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'", f"{server}/postgres")
    try:
        yield f"{server}/{name}"
    finally:
        psql(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)", f"{server}/postgres")


class Guichet:
    """A binary and its city. With a homeserver it has a bot there; otherwise it serves its pages only."""

    def __init__(self, name: str, folder: Path, agents: int, synapse: Synapse | None = None,
                 binary: Path = RELEASE / "guichet", env: dict[str, str] | None = None,
                 database: str | None = None) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.name, self.folder, self.binary, self.env = name, folder, binary, env or {}
        self.database = database or f"sqlite:{folder / 'guichet.sqlite'}"
        for file in ("matrix.password", "matrix.passphrase"):
            (folder / file).write_text(PASSWORD)
        (folder / "guichet.key").write_text(secrets.token_hex(32))
        self.matrix = ""
        if synapse:
            synapse.register(name)
            self.bot = f"@{name}:localhost"
            self.matrix = f"homeserver = '{synapse.url}'\nuser = '{name}'\n"
        self.configure()
        begun = time.monotonic()
        subprocess.run([self.bench(), "fill", self.config, str(agents)], check=True)
        self.filled_in = time.monotonic() - begun

    def bench(self) -> Path:
        """Built with the binary, or else with the release."""
        beside = self.binary.with_name("guichet-bench")
        return beside if beside.exists() else BENCH

    def configure(self) -> None:
        """Addresses of its own."""
        self.space, self.console = (f"http://127.0.0.1:{free_port()}" for _ in range(2))
        sites = "".join(
            f"[{site}]\npublic_url = '{url}'\nlisten = [{{ address = '{url[7:]}', channel = 'internal' }}]\n"
            for site, url in (("space", self.space), ("console", self.console))
        )
        self.config, self.process = self.folder / f"{self.name}.toml", None
        self.config.write_text(
            f"database = '{self.database}'\n[matrix]\ntrusted_server = 'localhost'\n{self.matrix}{sites}"
            f"[mail]\ntransport = 'folder:{self.folder / 'mails'}'\n[sms]\ntransport = 'folder:{self.folder / 'sms'}'\n"
        )

    def another(self, name: str) -> "Guichet":
        """A second process on the same database, with the same key."""
        other = copy.copy(self)
        other.name = name
        other.configure()
        return other

    def start(self, log: str = "info,guichet_bot=debug") -> "Guichet":
        command = [self.binary, "serve", "--config", self.config, "--log", log]
        self.process = Process(self.name, command, self.folder, self.env)
        self.process.until('"the bot hears"' if hasattr(self, "bot") else '"serving"')
        return self

    def code(self, username: str) -> str:
        """What the authenticator app of one of the city's staff shows now."""
        asked = [self.binary, "code", "--as", username, "--folder", self.folder]
        return subprocess.run(asked, check=True, capture_output=True, text=True).stdout.strip()

    def stop(self) -> None:
        if self.process:
            self.process.stop()


class Echo:
    """A bare bot: `sdk` with matrix-sdk, `nio` with matrix-nio."""

    def __init__(self, kind: str, folder: Path, synapse: Synapse) -> None:
        self.name, self.bot = kind, f"@echo-{kind}:localhost"
        synapse.register(f"echo-{kind}")
        program = [BENCH, "echo"] if kind == "sdk" else [sys.executable, Path(__file__).with_name("nio_echo.py")]
        command = [*program, synapse.url, f"echo-{kind}", PASSWORD, folder / kind]
        self.process = Process(f"echo-{kind}", command, folder)

    def stop(self) -> None:
        self.process.stop()
