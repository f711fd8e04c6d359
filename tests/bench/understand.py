"""How long the bot takes to understand a message: `guichet-bench understand`, which also fails on a panic or a slow input."""

import os
import subprocess
from pathlib import Path

FIGURES = [
    ("a message understood, median of the corpus", "≤ 300 µs", "median"),
    ("the worst of 4 KiB, hostile messages", "≤ 2 ms", "worst"),
    ("reading the lexicon, once", "≤ 20 ms", "load"),
    ("strange messages: none panics, none takes above 50 ms", "10 million", "fuzz"),
]


def measure(binary: Path, inputs: int) -> list[tuple[str, str, str, int, float]]:
    """The rows of the table. The program fails on a panic and on an input that takes long."""
    load = os.getloadavg()[0]
    said = subprocess.run([binary, "understand", str(inputs)], check=True, text=True, stdout=subprocess.PIPE).stdout
    print(said)
    figures = {}
    for name, micros, of in (line.split()[:3] for line in said.splitlines()):
        figures[name] = ("none does" if name == "fuzz" else f"{micros} µs", int(of))
    return [(what, goal, *figures[name], load) for what, goal, name in FIGURES]
