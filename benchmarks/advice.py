"""How long 200 kB of advice take, and how that grows: python -m benchmarks.advice."""

import time
from importlib.resources import files

from benchmarks.processes import verdict
from otehon.advice import read_advice

HEADING = "【💪 おすすめの補強ドリル】"
TWICE = 2.3
"""How many times the time twice the text may take: "about twice"."""

SHAPES = ("many advices", "one section", "section, then prose")


def milliseconds(text: str) -> float:
    """The best of five readings."""
    times: list[float] = []
    for _ in range(5):
        start = time.perf_counter()
        read_advice(text)
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def shaped(shape: str, size: int) -> str:
    """The shipped sample repeated to `size` bytes of UTF-8, in one of `SHAPES`."""
    advice = (files("otehon.samples") / "bouncing.ja.txt").read_text("utf-8")
    section = advice[advice.index(HEADING) + len(HEADING) : advice.index("【💡")]
    prose = "腰を高く保ち、リズムよく走りましょう。\n"
    head, unit = {
        "many advices": ("", advice),
        "one section": (HEADING, section),
        "section, then prose": (HEADING + section + "【💡 ワンポイントアドバイス】\n", prose),
    }[shape]
    return head + unit * (size // len(unit.encode()))


def main() -> None:
    """Print the time for 200 kB in each shape, and how many times that for 100 kB it is."""
    read_advice(shaped("many advices", 10_000))
    met: list[bool] = []
    for shape in SHAPES:
        small, large = (milliseconds(shaped(shape, size)) for size in (100_000, 200_000))
        met.append(verdict(f"{shape}: 200 kB, ms", large, 100))
        met.append(verdict(f"{shape}: times 100 kB", large / small, TWICE))
    raise SystemExit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
