"""The empty room round the figure: floor, mat, wall, step."""
