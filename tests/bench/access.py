"""The door under attack, on loopback: known devices while strangers guess, parallel guesses on one account over three
processes, what an answer gives away of an account, and the diagnosis.

Requests leave on time whatever becomes of those before. What is counted is what the audit log says was compared."""

import asyncio
import bisect
import random
import re
import sqlite3
import subprocess
import time
from pathlib import Path

import aiohttp
from machine import load, percentile
from place import Guichet, psql, scratch

RIGHT, WRONG = "Bienvenue-2026!", "Une-autre-2026!"
# Personal passwords on both accounts, no second factor: who comes in from inside the city with two passwords.
PLAIN = (
    "SELECT a.username, a.email FROM agents a WHERE a.profile = 'ordinary' AND a.left_at IS NULL"
    " AND (SELECT count(*) FROM passwords p WHERE p.agent_id = a.id AND NOT p.temporary) = 2"
    " AND NOT EXISTS (SELECT 1 FROM totp t WHERE t.agent_id = a.id) ORDER BY a.username"
)
COMPARED = (
    "SELECT count(*) FROM audit WHERE what = 'session.sign_in' AND kind = 'refusal' AND facts LIKE '%\"because\":\"wrong\"%'"
    " AND about_id = (SELECT id FROM agents WHERE username = '{}')"
)


class Browser:
    """Cookies, and the key that forms bring back."""

    def __init__(self, http: aiohttp.ClientSession, device: str | None = None) -> None:
        self.http, self.jar = http, {"space-device": device} if device else {}
        self.key, self.ended = "", ""

    async def ask(self, method: str, path: str, form: dict | None = None) -> tuple[int, str, str]:
        """Status, where it leads, and the page."""
        cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.jar.items())}
        data = form and {"key": self.key, "to": "/"} | form
        async with self.http.request(method, path, data=data, headers=cookie, allow_redirects=False) as answer:
            page = await answer.text()
            self.jar |= {name: cookie.value for name, cookie in answer.cookies.items() if cookie.value}
            if found := re.search(r'name="key" value="([^"]+)"', page):
                self.key = found[1]
            return answer.status, answer.headers.get("location", ""), page

    async def signs_in(self, name: str, password: str = RIGHT) -> bool:
        """Through both passwords; whether it came to the end."""
        await self.ask("GET", "/sign-in")
        status, to, _ = await self.ask("POST", "/sign-in", {"username": name, "password": password})
        if to.startswith("/second"):
            await self.ask("GET", to)
            status, to, _ = await self.ask("POST", "/second", {"password": password})
        self.ended = f"{status} {to}".strip()
        return status == 303 and to == "/"

    async def guesses(self, name: str) -> int:
        """With a key that stays good; the status."""
        return (await self.ask("POST", "/sign-in", {"username": name, "password": WRONG}))[0]


def client(url: str) -> aiohttp.ClientSession:
    return aiohttp.ClientSession(
        url, cookie_jar=aiohttp.DummyCookieJar(), timeout=aiohttp.ClientTimeout(total=120),
        connector=aiohttp.TCPConnector(limit=0),
    )


async def steadily(rate: float, count: int, one) -> list:
    """`one(at, due)` `rate` times a second, each on time."""
    begun, tasks = time.perf_counter(), []
    for at in range(count):
        due = begun + at / rate
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        tasks.append(asyncio.create_task(one(at, due)))
    return await asyncio.gather(*tasks)


async def strangers(http: aiohttp.ClientSession, count: int) -> list[Browser]:
    """Browsers that nobody knows, each with a form before it."""
    found = [Browser(http) for _ in range(count)]
    for browser in found:
        await browser.ask("GET", "/sign-in")
    return found


async def attack(guichet: Guichet, people: list) -> list[tuple]:
    """100 known devices come at 5 a second while 500 guesses a second hit 1,000 accounts, theirs among them."""
    known, hit = people[:100], people[:1000]
    async with client(guichet.space) as http:
        devices = {}

        async def first(at: int, _due: float) -> None:
            name, browser = known[at][0], Browser(http)
            if not await browser.signs_in(name):
                raise RuntimeError(f"{name} does not come in: {browser.ended}")
            devices[name] = browser.jar["space-device"]

        await steadily(2, len(known), first)
        guessing = await strangers(http, 50)
        statuses: list[int] = []
        refused: list[str] = []
        stop = asyncio.Event()

        async def guess(at: int, _due: float) -> None:
            if not stop.is_set():
                statuses.append(await guessing[at % len(guessing)].guesses(random.choice(hit)[0]))

        async def comes(at: int, due: float) -> float | None:
            name = known[at % len(known)][0]
            browser = Browser(http, devices[name])
            if await browser.signs_in(name):
                return time.perf_counter() - due
            refused.append(browser.ended)
            return None

        seconds = len(known) / 5
        begun = time.perf_counter()
        guesses = asyncio.create_task(steadily(500, int(500 * (seconds + 5)), guess))
        await asyncio.sleep(3)
        took = await steadily(5, len(known), comes)
        at = load()
        stop.set()
        await guesses
        rate = len(statuses) / (time.perf_counter() - begun)
    came = [seconds for seconds in took if seconds is not None]
    tail = f"p99 {percentile(came, .99):.2f} s, p50 {percentile(came, .5):.2f} s" if came else "none came in"
    busy = sum(status == 503 for status in statuses)
    if refused:
        tail += f" (the others ended with {', '.join(sorted(set(refused)))})"
    figure = f"{len(came)} of {len(took)} came in; {tail}; {rate:.0f} guesses/s answered, {busy} of {len(statuses)} with 503"
    return [("known devices under 500 guesses/s on 1,000 accounts", "all, p99 ≤ 2 s", figure, len(took), at)]


async def parallel(folder: Path, binary: Path, url: str, count: int) -> list[tuple]:
    """Guesses on one account from everywhere, over three processes; then honest sign-ins of one account at once."""
    houses: list[Guichet] = []
    try:
        houses = [Guichet("guichet", folder / "parallel", 400, binary=binary, database=url)]
        houses += [houses[0].another(f"guichet{at}") for at in (2, 3)]
        for house in houses:
            house.start("info")
        people = [row.split("|") for row in psql(PLAIN, url).splitlines()]
        victim, free = people[0][0], people[1][0]
        doors = [client(house.space) for house in houses]
        devices = []
        for at in range(3):
            browser = Browser(doors[at])
            await browser.signs_in(victim)
            devices.append(browser.jar["space-device"])
        # Seven of ten from devices that nobody knows, one of ten from each known one.
        browsers = []
        for http in doors:
            browsers += await strangers(http, 7)
            for device in devices:
                browser = Browser(http, device)
                await browser.ask("GET", "/sign-in")
                browsers.append(browser)
        lines = asyncio.Semaphore(300)

        async def guess(at: int) -> int:
            async with lines:
                return await browsers[at % len(browsers)].guesses(victim)

        begun = time.perf_counter()
        statuses = await asyncio.gather(*(guess(at) for at in range(count)))
        took, at = time.perf_counter() - begun, load()
        compared = int(psql(COMPARED.format(victim), url))
        busy = sum(status == 503 for status in statuses)
        figure = f"{compared} compared of {count} in {took:.0f} s ({busy} answered 503)"
        rows = [("parallel guesses on one account, 3 known devices, 3 processes", "≤ 3 + 3 × 3", figure, count, at)]
        came = await asyncio.gather(*(Browser(doors[at % 3]).signs_in(free) for at in range(50)))
        rows.append(("parallel right sign-ins of one free account", "all", f"{sum(came)} of 50", 50, load()))
        for http in doors:
            await http.close()
        return rows
    finally:
        for house in houses:
            house.stop()


def told_apart(ones: list[float], others: list[float]) -> float:
    """How well times tell two classes apart: the area under the curve of the best threshold classifier, ½ is not at all."""
    ordered = sorted(others)
    below = sum((bisect.bisect_left(ordered, one) + bisect.bisect_right(ordered, one)) / 2 for one in ones)
    area = below / (len(ones) * len(ordered))
    return max(area, 1 - area)


async def given_away(guichet: Guichet, classes: dict[str, list], samples: int) -> list[tuple]:
    """Known, unknown, locked and deactivated: the same bytes, and times that do not tell, at each attempt from 1 to 5."""
    pages = {
        "/sign-in": (15, lambda name, _: {"username": name, "password": WRONG}),
        "/forgotten": (60, lambda name, email: {"circuit": "intraparis", "name": name, "email": email}),
        "/create": (60, lambda name, email: {"circuit": "intraparis", "name": name, "email": email}),
    }
    rows = []
    async with client(guichet.space) as http:
        browsers = await strangers(http, 50)
        for path, (rate, form) in pages.items():
            worst, seen, failed = (0.0, ""), {}, 0
            for attempt in range(1, 6):
                asked = [(kind, *person) for kind, people in classes.items() for person in people[:samples]]
                random.shuffle(asked)
                times: dict[str, list[float]] = {kind: [] for kind in classes}

                async def one(at: int, _due: float) -> None:
                    nonlocal failed
                    kind, name, email = asked[at]
                    browser = browsers[at % len(browsers)]
                    begun = time.perf_counter()
                    status, _, page = await browser.ask("POST", path, form(name, email))
                    times[kind].append(time.perf_counter() - begun)
                    failed += status == 503
                    # The key of the form is the visit's; what was typed is the asker's own.
                    bare = re.sub(r'name="key" value="[^"]+"', "", page).replace(name, "NAME").replace(email, "EMAIL")
                    if status != 503:
                        seen.setdefault((status, bare), set()).add(kind)

                await steadily(rate, len(asked), one)
                for kind in classes:
                    if kind != "unknown":
                        worst = max(worst, (told_apart(times[kind], times["unknown"]), f"{kind}, attempt {attempt}"))
            answers = f"{len(seen)} different answer{'s' * (len(seen) > 1)}"
            figure = f"AUC {worst[0]:.3f} ({worst[1]}); {answers}" + (f"; {failed} answered 503" if failed else "")
            rows.append((f"what {path} gives away, 4 classes, attempts 1–5", "AUC ≤ 0.55, one answer", figure, samples, load()))
            print(*rows[-1], sep=" | ", flush=True)
    return rows


def prepared(folder: Path, people: list, samples: int) -> dict[str, list]:
    """A thousand of each class: locked by their owners, deactivated, as they are, and nobody."""
    samples = min(samples, len(people) // 3)
    known, locked, closed = (people[at * samples:(at + 1) * samples] for at in range(3))
    with sqlite3.connect(folder / "guichet.sqlite") as db:
        for column, value, chosen in (("locked", "everywhere_agent", locked), ("closed", "inactivity", closed)):
            db.executemany(
                f"UPDATE accounts SET {column} = '{value}' WHERE agent_id = (SELECT id FROM agents WHERE username = ?)",
                [(name,) for name, _ in chosen],
            )
    unknown = [(f"nul.inconnu{at}", f"nul.inconnu{at}@paris.example") for at in range(samples)]
    return {"known": known, "unknown": unknown, "locked": locked, "deactivated": closed}


def diagnoses(guichet: Guichet, people: list, agents: int) -> list[tuple]:
    """The use case alone, as its owner asks for it."""
    names = "\n".join(random.choice(people)[0] for _ in range(3000))
    asked = [guichet.bench(), "diagnose", guichet.config]
    told = subprocess.run(asked, input=names, check=True, capture_output=True, text=True, cwd=guichet.folder).stdout
    # The first ones fill caches.
    took = [int(line) / 1e6 for line in told.splitlines()][500:]
    figure = f"{percentile(took, .99) * 1e3:.2f} ms (p50 {percentile(took, .5) * 1e3:.2f} ms)"
    return [(f"diagnosis, {agents} agents, p99", "≤ 5 ms", figure, len(took), load())]


def plain(folder: Path) -> list:
    with sqlite3.connect(folder / "guichet.sqlite") as db:
        return db.execute(PLAIN).fetchall()


def measure(folder: Path, binary: Path, agents: int, server: str | None, guesses: int, samples: int) -> list[tuple]:
    rows: list[tuple] = []

    def told(more: list[tuple]) -> None:
        for row in more:
            print(*row, sep=" | ", flush=True)
        rows.extend(more)

    guichet = Guichet("guichet", folder / "city", agents, binary=binary)
    people = plain(guichet.folder)
    told(diagnoses(guichet, people, agents))
    guichet.start("info")
    try:
        told(asyncio.run(attack(guichet, people)))
    finally:
        guichet.stop()
    # Classes of people whom nobody has guessed at yet.
    classes = prepared(guichet.folder, people[1000:], samples)
    guichet.start("info")
    try:
        rows += asyncio.run(given_away(guichet, classes, samples))
    finally:
        guichet.stop()
    if server:
        with scratch(server) as url:
            told(asyncio.run(parallel(folder, binary, url, guesses)))
    else:
        print("parallel guesses over three processes: not measured, since no PostgreSQL is named (--postgres)", flush=True)
    return rows
