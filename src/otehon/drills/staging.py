"""What stands around a movement, and where it is seen from."""

from math import atan, degrees
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

WallSide = Literal["front", "back", "right", "left"]
"""Where a wall stands, as the runner sees it."""


class Wall(BaseModel):
    """An upright plane beside the body, square to the x axis, or to the z axis at the right or left."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    side: WallSide = Field("front", description="On which side of the runner it stands.")
    at: float | None = Field(
        None, description="Its x, or z, in metres; null: where the first pose that is solved meets it."
    )
    slides: bool = Field(
        default=False, description="Whether what leans on it may slide up and down it, as a back does."
    )


class Step(BaseModel):
    """A box on the floor, or a bench. Metres: x ahead of where the first solved pose has its ankles, z to the
    right."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    x: tuple[float, float]
    z: tuple[float, float]
    height: float = Field(gt=0, le=0.6)
    thickness: float | None = Field(
        None, gt=0, le=0.3, description="Of a bench, which has room under it; null: a box down to the floor."
    )
    stairs: int = Field(
        0, ge=0, le=5, description="How many further steps rise behind it, each as deep and as high."
    )


class Bar(BaseModel):
    """A bar to hang from, across the body at x = 0, between two posts. Metres."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    height: float = Field(gt=0.5, le=3, description="Of its middle above the floor.")
    width: float = Field(1.2, gt=0.6, le=2, description="From post to post.")


class Aside(BaseModel):
    """How a rope swings in a figure of eight: a turn on the right side of the body, then one on the left."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    lean: float = Field(gt=0, le=1, description="Metres outwards for each metre down, where it hangs lowest.")
    reach: float = Field(gt=0.2, le=1.2, description="Metres from between the hands to its farthest point.")


class Rope(BaseModel):
    """A rope that both hands turn forwards: under the feet, or beside the body."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    under: float = Field(ge=0, description="Seconds into the cycle at which it is lowest.")
    turns: int = Field(1, ge=1, le=2, description="Turns in a cycle as written.")
    aside: Aside | None = Field(
        None,
        description="A figure of eight, on the right side at `under`; null: a skipping rope, which passes "
        "under the feet. In an alternating movement one turn is half of the eight.",
    )


class Hurdles(BaseModel):
    """A row of low hurdles on the ground, which pass under a body that travels. Metres."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    height: float = Field(gt=0, le=1)
    every: float = Field(gt=0.2, le=3, description="From one to the next, along x.")
    first: float = Field(description="Where one stands at the cycle's start: x ahead of the origin.")
    width: float = Field(0.5, gt=0.2, le=1.2)


class Ladder(BaseModel):
    """An agility ladder on the ground, along x. Metres."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    every: float = Field(gt=0.2, le=1, description="From one rung to the next.")
    first: float = Field(description="Where a rung lies at the cycle's start: x ahead of the origin.")
    width: float = Field(0.5, gt=0.2, le=1.2)


class Rings(BaseModel):
    """Hoops that lie on the ground, a pattern of them again and again along x. Metres."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    places: tuple[tuple[float, float], ...] = Field(
        min_length=1,
        description="x ahead of the origin at the cycle's start, and z to the right, of each middle.",
    )
    every: float = Field(gt=0.2, le=3, description="From one pattern to the next, along x.")
    width: float = Field(0.4, gt=0.2, le=0.8, description="Across a ring.")


class Metronome(BaseModel):
    """A metronome beside the way, as large as it needs to be to be seen, which stays beside the body."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    x: float = Field(description="Metres ahead of the origin.")
    z: float = Field(description="Metres to the right.")
    beat: float = Field(ge=0, description="Seconds into the cycle at which its arm is farthest ahead.")
    beats: int = Field(
        1, ge=1, le=8, description="In a cycle as written: of an alternating movement, in half of it."
    )


class PaceBoard(BaseModel):
    """A board beside the way that says how fast the training is run: one bar for each stretch of it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    x: float = Field(description="Metres ahead of the origin.")
    z: float = Field(description="Metres to the right.")
    bars: tuple[Annotated[float, Field(gt=0, le=1)], ...] = Field(
        min_length=3, max_length=12, description="How fast each stretch is: 1 all out, 0.3 an easy jog."
    )


class Towel(BaseModel):
    """A towel on the floor. Metres."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    x: tuple[float, float]
    z: tuple[float, float]


class Held(BaseModel):
    """The first of the marbles goes with the toes for a while. It must end where it began."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    toes: Literal["right", "left"] = Field(description="Whose toes hold it, as the movement is written.")
    since: str = Field(description="The pose at whose arrival they take hold.")
    until: str = Field(description="The pose at whose arrival, after that, they let go.")


class Terrain(BaseModel):
    """The ground that a travelling body runs on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    slope: float = Field(
        default=0.0,
        ge=-20,
        le=20,
        description="Per cent by which it rises ahead. Angles and heights are told as the ground lies: on "
        "6 % an upright body leans forward by 3.4 degrees.",
    )
    cover: Literal["plain", "grass"] = "plain"

    @property
    def degrees(self) -> float:
        """The slope as an angle."""
        return degrees(atan(self.slope / 100))


class Props(BaseModel):
    """The things that a movement needs."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    wall: Wall | None = None
    mat: bool = Field(default=False, description="Whether a mat lies under the whole movement.")
    step: Step | None = None
    bar: Bar | None = None
    rope: Rope | None = None
    hurdles: Hurdles | None = None
    ladder: Ladder | None = None
    rings: Rings | None = None
    metronome: Metronome | None = None
    pace_board: PaceBoard | None = None
    band: Literal["knees", "ankles", "feet"] | None = Field(
        default=None, description="A rubber band round both legs, and where."
    )
    towel: Towel | None = None
    marbles: tuple[tuple[float, float], ...] = Field(
        default=(), description="x and z of marbles on the floor, metres."
    )
    held: Held | None = Field(default=None, description="How the first marble is picked up; null: it lies.")
    terrain: Terrain = Terrain()
    barefoot: bool = Field(default=False, description="Whether the drill is done without shoes.")


class Camera(BaseModel):
    """Where the movement is seen from. The studio fits the distance to all that is drawn."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    azimuth: float = Field(
        description="Degrees about the vertical: 0 looks from the runner's right, 90 from the front."
    )
    elevation: float = Field(ge=0, le=60, description="Degrees above the horizontal.")
    portrait: float | None = Field(
        None, description="Azimuth for pictures that are taller than wide; null: the same."
    )
    fills: Literal["all", "lower legs"] = Field(
        "all",
        description="What fills the picture: all that is drawn, or the legs below the knees, where nothing "
        "else moves.",
    )
