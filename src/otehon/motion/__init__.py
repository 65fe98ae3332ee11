"""The body and how it moves: movement + t -> pose. Pure.

`perform.perform(movement)` solves a drill file's movement block into a `performance.Performance`: the cycle's
coordinates, what touches what and when, phases with captions, props. `skeleton` and `joints` say what the
coordinates mean, `kinematics` where they put the body, `flesh` what is drawn on it, `spots` where it can
touch.
"""
