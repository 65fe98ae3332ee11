"""HTTP: parse, call, map. Thin."""
