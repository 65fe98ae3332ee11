"""What bodies and capsules are called in a sentence: `femur_l` -> left thigh."""

from typing import Final

_WORDS: Final = {
    "femur": "thigh",
    "tibia": "shin",
    "calcn": "foot",
    "toes": "toes",
    "clavicle": "shoulder",
    "humerus": "upper arm",
    "ulna": "elbow",
    "radius": "forearm",
    "lumbar": "waist",
    "thorax": "chest",
    "mtp": "toe",
    "pro_sup": "forearm turn",
    "add": "abduction",
}


def spoken(name: str) -> str:
    """A body's, capsule's or coordinate's name in words, side first: `toe_sole_r` -> right toe sole."""
    stem, side = (name[:-2], name[-1]) if name[-2:] in ("_r", "_l") else (name, "")
    words = _WORDS.get(stem, stem.replace("_", " "))
    return f"{ {'r': 'right ', 'l': 'left '}.get(side, '') }{words}"
