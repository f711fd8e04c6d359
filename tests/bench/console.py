"""The console over a city of 55,000 on SQLite: agent pages and searches at a steady rate, as one IT support session.

Requests leave on time whatever becomes of the ones before, and are timed from when they were due: a page that is slow
makes those behind it late as well, as it would for people."""

import asyncio
import random
import re
import sqlite3
import time
from pathlib import Path
from urllib.parse import quote_plus

import aiohttp
from machine import load, percentile
from place import Guichet

SUPPORT = "karim.benali"
PASSWORD = "Bienvenue-2026!"


async def sign_in(http: aiohttp.ClientSession, guichet: Guichet) -> None:
    def key(page: str) -> str:
        return re.search(r'name="key" value="([^"]+)"', page)[1]

    async with http.get("/sign-in") as answer:
        form = {"key": key(await answer.text()), "to": "/", "username": SUPPORT, "password": PASSWORD}
    path = "/sign-in"
    while path != "/":
        async with http.post(path, data=form) as answer:
            page, came_to = await answer.text(), answer.url.path
        if came_to == path:
            raise RuntimeError(f"{path} refused")
        path = came_to
        # The second account's password, a code: each step is asked once.
        form = {"key": key(page), "to": "/", "password": PASSWORD} if path == "/second" else {}
        if path == "/factor":
            form = {"key": key(page), "code": guichet.code(SUPPORT)}


def searches(agent: tuple) -> str:
    """What support types: a whole name, the beginning of one, a number, an address, a telephone."""
    _, number, username, given, family, mobile = agent
    typed = [f"{given} {family}", family, f"{family[:4]} {given[:2]}", given[:3], number, username, mobile or family]
    return random.choice(typed)


async def measure(folder: Path, agents: int, rate: int, seconds: int) -> dict:
    guichet = Guichet("guichet", folder / "guichet", agents)
    print(f"{agents} agents loaded in {guichet.filled_in:.0f} s", flush=True)
    with sqlite3.connect(guichet.folder / "guichet.sqlite") as db:
        people = db.execute(
            "SELECT lower(substr(hex(id), 1, 8) || '-' || substr(hex(id), 9, 4) || '-' || substr(hex(id), 13, 4) || '-' ||"
            " substr(hex(id), 17, 4) || '-' || substr(hex(id), 21)), number, username, given_name, family_name, mobile"
            " FROM agents"
        ).fetchall()
    guichet.start("info")
    took: dict[str, list[float]] = {"page": [], "search": []}
    failed: list[str] = []
    try:
        jar = aiohttp.CookieJar(unsafe=True)
        timeout = aiohttp.ClientTimeout(total=30)
        async with aiohttp.ClientSession(guichet.console, cookie_jar=jar, timeout=timeout) as http:
            await sign_in(http, guichet)

            async def one(kind: str, path: str, due: float) -> None:
                async with http.get(path, allow_redirects=False) as answer:
                    await answer.read()
                    is_right = answer.status == 200 or (answer.status == 303 and "/agents/" in answer.headers["location"])
                    if not is_right:
                        failed.append(f"{path}: {answer.status} {answer.headers.get('location', '')}")
                if due >= begun:
                    took[kind].append(time.perf_counter() - due)

            # The first seconds fill caches, and do not count.
            begun = time.perf_counter() + 5
            cpu, tasks = 0.0, []
            for tick in range(rate * (seconds + 5)):
                due = begun - 5 + tick / rate
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                if tick == rate * 5:
                    cpu = guichet.process.cpu()
                agent = random.choice(people)
                if tick % 2:
                    tasks.append(asyncio.create_task(one("page", f"/agents/{agent[0]}", due)))
                else:
                    tasks.append(asyncio.create_task(one("search", f"/?q={quote_plus(searches(agent))}", due)))
            await asyncio.gather(*tasks)
            cpu = guichet.process.cpu() - cpu
    finally:
        guichet.stop()
    if failed:
        raise RuntimeError(f"{len(failed)} requests failed, the first: {failed[0]}")
    for kind, values in took.items():
        shown = "  ".join(f"p{share * 100:g} {percentile(values, share) * 1e3:.1f} ms" for share in (0.5, 0.95, 0.99, 1))
        print(f"{kind:6} n {len(values)}  {shown}", flush=True)
    requests = sum(map(len, took.values()))
    print(f"CPU {cpu / requests * 1e3:.1f} ms/request  load {load():.2f}", flush=True)
    return {"took": took, "cpu": cpu / requests, "load": load(), "filled_in": guichet.filled_in}
