"""Measures and prints the table of README.md. See `--help`."""

import argparse
import asyncio
import os
import platform
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import access  # noqa: E402
import chat  # noqa: E402
import console  # noqa: E402
import leave  # noqa: E402
import memory  # noqa: E402
import understand  # noqa: E402
from machine import percentile  # noqa: E402
from place import RELEASE  # noqa: E402


def other(text: str) -> tuple[str, Path | None, dict[str, str]]:
    """NAME:BINARY:VARIABLE=VALUE,…; both may be empty."""
    name, binary, variables = (text.split(":", 2) + ["", ""])[:3]
    env = dict(pair.split("=", 1) for pair in variables.split(",") if pair)
    return name, Path(binary) if binary else None, env


def row(what: str, goal: str, figure: str, n: object, loads: str) -> None:
    rows.append(f"| {what} | {goal} | {figure} | {n} | {loads} |")


def ms(seconds: float) -> str:
    return f"{seconds * 1e3:.1f} ms"


def told_chat(figures: dict) -> None:
    own, sdk, nio = (figures[name] for name in ("guichet", "sdk", "nio"))
    loads = [load for bot in figures.values() for load in bot["loads"]]
    loads = f"{min(loads):.1f}–{max(loads):.1f}"
    half = {name: percentile(bot["trips"], .5) for name, bot in figures.items()}
    cpu = {name: sum(bot["cpu"]) / len(bot["cpu"]) for name, bot in figures.items()}
    n = len(own["trips"])
    tail = f"(p95 {ms(percentile(own['trips'], .95))})"
    row("“solde” to answer, encrypted, p50", f"≤ {ms(half['sdk'] + .015)}", f"{ms(half['guichet'])} {tail}", n, loads)
    row("– bare matrix-sdk echo, p50", "", f"{ms(half['sdk'])} (p95 {ms(percentile(sdk['trips'], .95))})", n, loads)
    row("– bare matrix-nio echo, p50", "", f"{ms(half['nio'])} (p95 {ms(percentile(nio['trips'], .95))})", n, loads)
    times = own["inside"]
    figure = f"{ms(percentile(times, .5))}, {ms(percentile(times, .99))}"
    row("time inside the process, p50, p99", "≤ 5 ms, ≤ 20 ms", figure, len(times), loads)
    goal = f"≤ {ms(cpu['sdk'] + .004)} (10 ms)"
    row("CPU of the process per encrypted command", goal, ms(cpu["guichet"]), n, loads)
    row("– bare matrix-sdk echo", "", ms(cpu["sdk"]), n, loads)
    row("– bare matrix-nio echo", "", ms(cpu["nio"]), n, loads)
    for name in set(figures) - {"guichet", "sdk", "nio"}:
        times = figures[name]["inside"]
        figure = f"{ms(half[name])}, inside {ms(percentile(times, .5))}, {ms(percentile(times, .99))}, CPU {ms(cpu[name])}"
        row(f"– variant {name}", "", figure, len(times), loads)


def told_memory(figures: dict, rooms: int, size: float) -> None:
    load = f"{figures['load']:.1f}"
    row("resident memory, idle", "≤ 80 MiB", f"{figures['idle']:.0f} MiB", 1, load)
    both = f"{figures['rooms']:.0f} MiB (started again: {figures['again']:.0f} MiB)"
    row(f"resident memory, {rooms} direct rooms just opened", "≤ 150 MiB", both, 1, load)
    row("stripped binary", "≤ 80 MiB", f"{size:.1f} MiB", 1, "")


def told_console(figures: dict, agents: int, rate: int) -> None:
    load = f"{figures['load']:.1f}"
    for kind, name in (("page", "agent page"), ("search", "search")):
        values = figures["took"][kind]
        figure = f"{ms(percentile(values, .99))} (p50 {ms(percentile(values, .5))}, p95 {ms(percentile(values, .95))})"
        row(f"console {name}, {agents} agents, {rate} requests/s, p99", "≤ 20 ms", figure, len(values), load)


def told(figures: list[tuple]) -> None:
    for what, goal, figure, n, at in figures:
        row(what, goal, figure, n, f"{at:.1f}")


asked = argparse.ArgumentParser(description="Measures the release build in target/release.")
asked.add_argument("parts", nargs="*", metavar="PART", help="chat, memory, console, access, leave, understand (all)")
asked.add_argument("--rounds", type=int, default=3)
asked.add_argument("--messages", type=int, default=40, help="in each round, to each bot")
asked.add_argument("--rooms", type=int, default=500)
asked.add_argument("--agents", type=int, default=55_000)
asked.add_argument("--rate", type=int, default=50, help="requests a second")
asked.add_argument("--seconds", type=int, default=60)
asked.add_argument("--binary", type=Path, default=RELEASE / "guichet", help="access, leave: another build, to try the measurement")
asked.add_argument("--postgres", default=os.environ.get("GUICHET_TEST_PG"), help="access, leave: a server where databases may be made")
asked.add_argument("--guesses", type=int, default=10_000, help="access: parallel guesses on one account")
asked.add_argument("--operations", type=int, default=100_000, help="leave: of 64 people at once")
asked.add_argument("--samples", type=int, default=1_000, help="access: answers timed of each class and attempt")
asked.add_argument("--inputs", type=int, default=10_000_000, help="understand: strange messages heard")
asked.add_argument("--variant", type=other, action="append", default=[], help=other.__doc__)
asked.add_argument("--keep", action="store_true", help="do not remove the folder with logs and databases")
args = asked.parse_args()
parts, rows = args.parts or ["chat", "memory", "console", "access", "leave", "understand"], []
folder = Path(tempfile.mkdtemp(prefix="guichet-bench-"))
begun = time.strftime("%Y-%m-%d %H:%M")
try:
    if "chat" in parts:
        told_chat(asyncio.run(chat.measure(folder / "chat", args.rounds, args.messages, args.variant)))
    if "memory" in parts:
        size = memory.binary(folder / "memory")
        told_memory(asyncio.run(memory.measure(folder / "memory", args.rooms)), args.rooms, size)
    if "console" in parts:
        told_console(
            asyncio.run(console.measure(folder / "console", args.agents, args.rate, args.seconds)), args.agents, args.rate
        )
    if "access" in parts:
        told(access.measure(
            folder / "access", args.binary.resolve(), args.agents, args.postgres, args.guesses, args.samples
        ))
    if "leave" in parts:
        told(leave.measure(folder / "leave", args.binary.resolve(), args.postgres, args.operations))
    if "understand" in parts:
        told(understand.measure(args.binary.with_name("guichet-bench").resolve(), args.inputs))
finally:
    if args.keep:
        print(f"kept: {folder}")
    else:
        shutil.rmtree(folder, ignore_errors=True)
model = next(line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name"))
print(f"\n{begun}, {os.cpu_count()} cores ({model}), {platform.system()} {platform.release()}, {args.rounds} rounds in turn\n")
print("| figure | goal | measured | n | load |\n| --- | --- | --- | --- | --- |")
print("\n".join(rows))
