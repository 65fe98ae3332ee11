"""What we claim, as commands: `python -m benchmarks.<name>`."""
