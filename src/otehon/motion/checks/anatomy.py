"""What bodies and spots are called in a sentence: `femur_l` -> left thigh."""

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
    "ball_in": "inner ball of the foot",
    "ball_out": "outer ball of the foot",
    "toe": "toe tip",
    "edge_heel": "outer edge of the heel",
    "edge_ball": "outer edge of the foot",
    "inner_heel": "inner edge of the heel",
    "inner_ball": "inner edge of the foot",
    "fist": "little-finger side of the hand",
    "knuckle_in": "knuckle of the forefinger",
    "knuckle_out": "knuckle of the little finger",
    "grip_thumb": "grip by the thumb",
    "grip_little": "grip by the little finger",
    "shoulder_back": "back of the shoulder",
}


def spoken(name: str) -> str:
    """A body's or spot's name in words, its side in front: `ball_in_r` -> right inner ball of the foot."""
    stem, side = (name[:-2], name[-1]) if name[-2:] in ("_r", "_l") else (name, "")
    words = _WORDS.get(stem, stem.replace("_", " "))
    return f"{ {'r': 'right ', 'l': 'left '}.get(side, '') }{words}"
