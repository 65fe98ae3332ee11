"""Machine code for typed functions: compiled once with numba, kept on disk, loaded without numba."""
