"""Resident memory of `guichet serve`: idle, with 500 direct rooms of 500 people, and started again with them."""

import asyncio
import sqlite3
import subprocess
import time
from pathlib import Path

import aiohttp
from chat import MEGOLM
from machine import load
from place import RELEASE, Guichet, Synapse

AT_ONCE = 4
IDLE = 30


async def open_rooms(synapse: Synapse, bot: str, names: list[str]) -> None:
    """Each of them opens an encrypted direct room with the bot, as a client would."""
    free = asyncio.Semaphore(AT_ONCE)
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=300)) as http:
        async def one(name: str) -> None:
            async with free:
                token = (await asyncio.to_thread(synapse.register, name))["access_token"]
                body = {"invite": [bot], "is_direct": True, "preset": "trusted_private_chat", "initial_state": [MEGOLM]}
                headers = {"Authorization": f"Bearer {token}"}
                async with http.post(f"{synapse.url}/_matrix/client/v3/createRoom", json=body, headers=headers) as answer:
                    answer.raise_for_status()

        await asyncio.gather(*(one(name) for name in names))


def welcomed(guichet: Guichet) -> int:
    with sqlite3.connect(f"file:{guichet.folder / 'guichet.sqlite'}?mode=ro", uri=True) as db:
        return db.execute("SELECT count(*) FROM notices WHERE stage = 'sent'").fetchone()[0]


async def measure(folder: Path, rooms: int) -> dict:
    synapse = Synapse(folder / "synapse")
    guichet = Guichet("guichet", folder / "guichet", rooms + 100, synapse).start("info")
    try:
        time.sleep(IDLE)
        figures = {"idle": guichet.process.resident()}
        print(f"idle: {figures['idle']:.1f} MiB", flush=True)
        with sqlite3.connect(guichet.folder / "guichet.sqlite") as db:
            names = [name for (name,) in db.execute("SELECT username FROM agents ORDER BY username LIMIT ?", (rooms,))]
        begun = time.monotonic()
        await open_rooms(synapse, guichet.bot, names)
        while welcomed(guichet) < rooms:
            if time.monotonic() - begun > 900:
                raise RuntimeError(f"only {welcomed(guichet)} of {rooms} people were welcomed")
            await asyncio.sleep(1)
        figures["opened_in"] = time.monotonic() - begun
        time.sleep(IDLE)
        figures["rooms"] = guichet.process.resident()
        print(f"{rooms} rooms: {figures['rooms']:.1f} MiB", flush=True)
        guichet.stop()
        guichet.start("info")
        time.sleep(IDLE)
        figures["again"] = guichet.process.resident()
        print(f"started again: {figures['again']:.1f} MiB", flush=True)
        figures["load"] = load()
    finally:
        guichet.stop()
        synapse.process.stop()
    return figures


def binary(folder: Path) -> float:
    """MiB of the binary without symbols."""
    folder.mkdir(parents=True, exist_ok=True)
    stripped = folder / "guichet.stripped"
    subprocess.run(["strip", "-o", str(stripped), str(RELEASE / "guichet")], check=True)
    return stripped.stat().st_size / 1024 / 1024
