"""Fills the caches: compiled kernels, solved movements."""

from collections.abc import Iterator
from typing import get_args

from otehon.drills.catalogue import catalogue
from otehon.motion.flesh import HandShape
from otehon.motion.perform import Side
from otehon.studio.figure.asset import asset
from otehon.studio.figure.capsules import primitives
from otehon.studio.kernels import code_cache
from otehon.studio.painter.warm import warm_kernels
from otehon.studio.rehearsal import rehearsed


def steps() -> Iterator[str]:
    """Do one thing after the other; yields the name of each when it is done."""
    hands: tuple[HandShape, ...] = get_args(HandShape)
    yield from warm_kernels(asset(hands[0]).mesh, primitives(hands[0]))
    code_cache.mark_filled()
    sides: tuple[Side, ...] = get_args(Side)
    for drill in catalogue():
        if drill.movement is not None:
            for side in sides:
                rehearsed(drill.movement, side)
            yield drill.id
