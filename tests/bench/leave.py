"""Leave: 64 people at once on the leave of a few, on both databases, and the count of a year."""

import json
import subprocess
from pathlib import Path

from machine import load, percentile
from place import Guichet, scratch


def crowd(guichet: Guichet, operations: int, clients: int) -> tuple:
    """What was done, and what of it can't be true."""
    asked = [guichet.bench(), "crowd", guichet.config, str(operations), str(clients)]
    told = json.loads(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
    refused = sum(told["refused"].values())
    figure = f"{len(told['wrong'])} ({told['acknowledged']} acknowledged, {refused} refused, {operations / told['seconds']:.0f}/s)"
    for line in told["wrong"][:20]:
        print("wrong:", line)
    which = "SQLite" if guichet.database.startswith("sqlite") else "PostgreSQL"
    what = f"{clients} people at once, {operations} operations, {which}: booked twice, overdrawn, lost or not logged"
    return what, "0", figure, operations, load()


def measure(folder: Path, binary: Path, server: str | None, operations: int) -> list[tuple]:
    guichet = Guichet("sqlite", folder / "sqlite", 61, binary=binary)
    found = [crowd(guichet, operations, 64)]
    if server:
        with scratch(server) as url:
            found.append(crowd(Guichet("postgres", folder / "postgres", 61, binary=binary, database=url), operations, 64))
    asked = [guichet.bench(), "count", guichet.config]
    took = sorted(int(line) / 1e3 for line in subprocess.run(asked, check=True, capture_output=True, text=True).stdout.split())
    figure = f"{percentile(took, .5):.0f} µs (p99 {percentile(took, .99):.0f} µs)"
    return [*found, ("count of the days of a year", "≤ 100 µs", figure, len(took), load())]
