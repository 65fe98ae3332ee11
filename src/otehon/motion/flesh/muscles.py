"""Which muscles show where on the skin."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from otehon.drills.muscles import Muscle
from otehon.motion.flesh.capsule import Region

SHOWN: Final[Mapping[Muscle, tuple[Region, ...]]] = MappingProxyType(
    {
        Muscle.RECTUS_ABDOMINIS: ("rectus_abdominis",),
        Muscle.TRANSVERSUS_ABDOMINIS: ("rectus_abdominis", "obliques"),
        Muscle.OBLIQUES: ("obliques",),
        Muscle.ERECTOR_SPINAE: ("erector_spinae",),
        Muscle.MULTIFIDUS: ("erector_spinae",),
        Muscle.QUADRATUS_LUMBORUM: ("erector_spinae",),
        Muscle.ILIOPSOAS: ("iliopsoas",),
        Muscle.GLUTEUS_MAXIMUS: ("gluteus_maximus",),
        Muscle.GLUTEUS_MEDIUS: ("gluteus_medius",),
        Muscle.HIP_EXTERNAL_ROTATORS: ("gluteus_maximus",),
        Muscle.ADDUCTORS: ("adductors",),
        Muscle.QUADRICEPS: ("quadriceps",),
        Muscle.HAMSTRINGS: ("hamstrings",),
        Muscle.GASTROCNEMIUS: ("calf",),
        Muscle.SOLEUS: ("calf",),
        Muscle.TIBIALIS_ANTERIOR: ("tibialis_anterior",),
        Muscle.TIBIALIS_POSTERIOR: ("calf",),
        Muscle.PERONEALS: ("calf",),
        Muscle.FOOT_INTRINSICS: ("foot",),
        Muscle.DELTOID: ("deltoid",),
        Muscle.LATISSIMUS_DORSI: ("latissimus_dorsi",),
        Muscle.PECTORALIS: ("pectoralis",),
        Muscle.TRICEPS: ("triceps",),
    }
)
"""A deep muscle shows on the skin above it; what is not here (trapezius, biceps...) has no shape of its own
yet."""


def regions(muscles: Iterable[str]) -> frozenset[str]:
    """The flesh's regions of muscles such as `gastrocnemius_l`; a side is kept: `calf_l`."""
    return frozenset(
        f"{region}{side}" for name, side in map(_split, muscles) for region in SHOWN.get(name, ())
    )


def _split(muscle: str) -> tuple[Muscle, str]:
    sided = muscle.endswith(("_r", "_l"))
    return (Muscle(muscle[:-2]), muscle[-2:]) if sided else (Muscle(muscle), "")
