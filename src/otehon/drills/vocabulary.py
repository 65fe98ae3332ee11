"""The fixed words by which drills are sorted, and what they are called."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from otehon.drills.text import Text


class Kind(StrEnum):
    """How a drill can be shown: the file's `class`."""

    HOLD = "hold"
    IN_PLACE = "in_place"
    TRAVEL = "travel"
    TOOL = "tool"
    RUN = "run"
    GENERIC = "generic"


class Category(StrEnum):
    """What a drill is for."""

    STRENGTH = "strength"
    CORE = "core"
    TECHNIQUE = "technique"
    PLYOMETRIC = "plyometric"
    MOBILITY = "mobility"
    RUN = "run"


class Position(StrEnum):
    """How the body is placed at the start."""

    STANDING = "standing"
    SUPINE = "supine"
    PRONE = "prone"
    SIDE = "side"
    QUADRUPED = "quadruped"
    KNEELING = "kneeling"
    SEATED = "seated"
    HANGING = "hanging"


class Equipment(StrEnum):
    """A thing or a place that the drill needs."""

    MAT = "mat"
    WALL = "wall"
    STEP = "step"
    STAIRS = "stairs"
    BOX = "box"
    BENCH = "bench"
    CHAIR = "chair"
    ROPE = "rope"
    BAND = "band"
    LADDER = "ladder"
    HURDLE = "hurdle"
    BAR = "bar"
    TOWEL = "towel"
    MARBLES = "marbles"
    METRONOME = "metronome"
    SLOPE = "slope"
    GRASS = "grass"


KIND_NAMES: Mapping[Kind, Text] = MappingProxyType(
    {
        Kind.HOLD: Text(ja="静止", en="hold"),
        Kind.IN_PLACE: Text(ja="その場", en="on the spot"),
        Kind.TRAVEL: Text(ja="移動", en="travelling"),
        Kind.TOOL: Text(ja="道具", en="with equipment"),
        Kind.RUN: Text(ja="走る", en="running"),
        Kind.GENERIC: Text(ja="種目の総称", en="a family of drills"),
    }
)

CATEGORY_NAMES: Mapping[Category, Text] = MappingProxyType(
    {
        Category.STRENGTH: Text(ja="筋力", en="strength"),
        Category.CORE: Text(ja="体幹", en="core"),
        Category.TECHNIQUE: Text(ja="動きづくり", en="technique"),
        Category.PLYOMETRIC: Text(ja="ジャンプ", en="plyometric"),
        Category.MOBILITY: Text(ja="柔軟性", en="mobility"),
        Category.RUN: Text(ja="ランニング", en="running"),
    }
)

POSITION_NAMES: Mapping[Position, Text] = MappingProxyType(
    {
        Position.STANDING: Text(ja="立位", en="standing"),
        Position.SUPINE: Text(ja="仰向け", en="on the back"),
        Position.PRONE: Text(ja="うつ伏せ", en="face down"),
        Position.SIDE: Text(ja="横向き", en="on the side"),
        Position.QUADRUPED: Text(ja="四つ這い", en="on hands and knees"),
        Position.KNEELING: Text(ja="膝立ち", en="kneeling"),
        Position.SEATED: Text(ja="座位", en="seated"),
        Position.HANGING: Text(ja="ぶら下がり", en="hanging"),
    }
)

EQUIPMENT_NAMES: Mapping[Equipment, Text] = MappingProxyType(
    {
        Equipment.MAT: Text(ja="マット", en="mat"),
        Equipment.WALL: Text(ja="壁", en="wall"),
        Equipment.STEP: Text(ja="段差", en="step"),
        Equipment.STAIRS: Text(ja="階段", en="stairs"),
        Equipment.BOX: Text(ja="ボックス", en="box"),
        Equipment.BENCH: Text(ja="ベンチ", en="bench"),
        Equipment.CHAIR: Text(ja="椅子", en="chair"),
        Equipment.ROPE: Text(ja="縄", en="rope"),
        Equipment.BAND: Text(ja="チューブ", en="band"),
        Equipment.LADDER: Text(ja="ラダー", en="agility ladder"),
        Equipment.HURDLE: Text(ja="ハードル", en="hurdles"),
        Equipment.BAR: Text(ja="鉄棒", en="pull-up bar"),
        Equipment.TOWEL: Text(ja="タオル", en="towel"),
        Equipment.MARBLES: Text(ja="ビー玉", en="marbles"),
        Equipment.METRONOME: Text(ja="メトロノーム", en="metronome"),
        Equipment.SLOPE: Text(ja="坂道", en="slope"),
        Equipment.GRASS: Text(ja="芝生", en="grass"),
    }
)
