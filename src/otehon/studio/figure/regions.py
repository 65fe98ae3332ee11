"""Which parts of the skin show a muscle of the catalogue."""

from typing import Final

REGIONS: Final[dict[str, tuple[str, ...]]] = {
    "gastrocnemius": ("calf",),
    "soleus": ("calf",),
    "transversus_abdominis": ("rectus_abdominis", "obliques"),
    "multifidus": ("erector_spinae",),
    "quadratus_lumborum": ("erector_spinae",),
    "hip_external_rotators": ("gluteus_medius",),
    "foot_intrinsics": ("foot",),
    "tibialis_posterior": ("calf",),
}
"""Muscles that lie too deep or too close together to have a region of their own."""


def regions_of(muscle: str) -> tuple[str, ...]:
    """The tints, with their sides, of a muscle; both sides where it names none. `soleus_r` -> `calf_r`."""
    sides = (muscle[-2:],) if muscle.endswith(("_r", "_l")) else ("_r", "_l")
    name = muscle.removesuffix("_r").removesuffix("_l")
    return tuple(f"{region}{side}" for region in REGIONS.get(name, (name,)) for side in sides)
