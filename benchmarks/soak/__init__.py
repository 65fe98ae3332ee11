"""An hour of random requests, kills, restarts of PostgreSQL and full disks: `python -m benchmarks.soak`."""
