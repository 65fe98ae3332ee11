"""From the posted advice to a studio clip that plays, in one warm process.

    python -m benchmarks.first_clip [rounds]

Beside it what drawing alone takes, in turns, so that a busy machine shows in both.
"""

import sys
import tempfile
import time
from pathlib import Path

import httpx2

from benchmarks.processes import free_port, percentile, site, verdict, wait_ready
from otehon.drills.dose import Dose
from otehon.engines.drawing import Sheet, draw

DRILLS = (("squat", "スクワット"), ("plank", "プランク"), ("high_knees", "もも上げ"))


def alone(drill: str, seconds: int) -> float:
    """Seconds to draw a clip in this process."""
    sheet = Sheet(drill, "", "", Dose(reps=seconds), 5, "ja", False, "960x720", "none", mistake=False)
    with tempfile.TemporaryDirectory() as folder:
        begin = time.perf_counter()
        draw(sheet, str(Path(folder)), lambda fraction: None)
        return time.perf_counter() - begin


def asked(client: httpx2.Client, name: str, reps: int) -> float:
    """Seconds from the request to the clip's bytes."""
    begin = time.perf_counter()
    made = client.post("/runs", json={"advice": f"【💪 おすすめの補強ドリル】\n{name} {reps}回"}).json()
    while True:
        status = client.get(f"/status/{made['run_id']}").json()
        if status["video_url"]:
            client.get(status["video_url"]).raise_for_status()
            return time.perf_counter() - begin
        time.sleep(0.01)


def main() -> None:
    """Run it."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 6
    port = free_port()
    with site(OTEHON_ENGINES="studio") as place:
        place.start("serve", "--port", str(port))
        with httpx2.Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            wait_ready(client)
            for drill, name in DRILLS:
                alone(drill, 9)
                asked(client, name, 9)
            drawn: list[float] = []
            waited: list[float] = []
            for turn in range(rounds):
                for drill, name in DRILLS:
                    drawn.append(alone(drill, 20 + turn))
                    waited.append(asked(client, name, 20 + turn))
    print(f"drawing alone: median {percentile(drawn, 0.5):.2f} s, worst {max(drawn):.2f} s")
    print(f"asked for    : median {percentile(waited, 0.5):.2f} s, worst {max(waited):.2f} s")
    raise SystemExit(0 if verdict("advice posted to clip, s (median)", percentile(waited, 0.5), 1.5) else 1)


if __name__ == "__main__":
    main()
