"""What the body does in a drill, as data: key poses, timing, contacts. How it is read: `otehon.motion`."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from otehon.drills.anatomy import CentralAngle, Patch, SidedAngle, Site
from otehon.drills.form import FormRule
from otehon.drills.muscles import Muscle
from otehon.drills.staging import Camera, Props
from otehon.drills.text import Text

Degrees = Annotated[float, Field(ge=-180, le=180)]
Seconds = Annotated[float, Field(gt=0, le=30)]
PoseName = Annotated[str, Field(pattern=r"^(mirrored )?[a-z][a-z0-9_]*$")]
Patches = tuple[Patch, ...]


def _known(muscle: str) -> str:
    name = muscle[:-2] if muscle.endswith(("_r", "_l")) else muscle
    if name not in set(Muscle):
        raise ValueError(f"there is no muscle {name!r}; there are {', '.join(Muscle)}")
    return muscle


SidedMuscle = Annotated[str, AfterValidator(_known)]
"""A muscle's name, with _r or _l where it is one side."""


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KeyPose(_Data):
    """Angles in degrees; what is not said is inherited, at last from standing, arms down, thumbs forward."""

    from_: PoseName | None = Field(None, alias="from", description="The pose that this one alters.")
    trunk: Mapping[CentralAngle, Degrees] = Field(default={})
    both: Mapping[SidedAngle, Degrees] = Field(default={})
    right: Mapping[SidedAngle, Degrees] = Field(default={})
    left: Mapping[SidedAngle, Degrees] = Field(default={})


class Phase(_Data):
    """A stretch of time: a move to a key pose, or a hold of the one that was reached."""

    to: PoseName | None = Field(None, description="The pose that is reached at its end.")
    time: Seconds | None = Field(None, description="How long the move takes.")
    hold: Seconds | None = Field(None, description="How long the pose is held.")
    ease: Literal["through", "stop"] = Field(
        "through", description="through: flows on where the next move goes the same way; stop: comes to rest."
    )
    planted: Patches | None = Field(
        None, description="What stands on the floor; null: as in the phase before."
    )
    on_step: Patches | None = Field(None, description="What stands on the step; null: as before.")
    on_wall: Patches | None = Field(None, description="What stays on the wall; null: as before.")
    on_bar: Patches | None = Field(None, description="What holds the bar; null: as before.")
    flight: bool = Field(False, description="The body is in the air, nothing touches.")
    caption: Text | None = Field(None, description="What the viewer reads; null: as before.")

    @model_validator(mode="after")
    def _either_move_or_hold(self) -> Self:
        if (self.hold is None) == (self.to is None) or (self.to is None) != (self.time is None):
            raise ValueError("a phase has either `to` and `time`, or `hold`")
        return self


class Balance(_Data):
    """At this pose the centre of mass lies over what carries it: inside by so much, or over the middle."""

    pose: PoseName
    inside_mm: float | None = Field(
        None, description="How far inside the support; negative: so far outside at most."
    )
    sway: float | None = Field(
        None,
        ge=0,
        le=1,
        description="Over the support's middle fore and aft; sideways this share of the way to it.",
    )
    over: Patches | None = Field(
        None, description="The support; null: all that stands on the floor or step, or holds the bar."
    )

    @model_validator(mode="after")
    def _either_inside_or_middle(self) -> Self:
        if (self.inside_mm is None) == (self.sway is None):
            raise ValueError("a balance has either `inside_mm` or `sway`")
        return self


class Travel(_Data):
    """How far the body gets in one cycle as it is written; of an alternating movement that is half of it, a
    step. The camera goes along, so the ground passes under the body at a steady speed."""

    forward: float = Field(default=0.0, ge=-5, le=5, description="Metres; negative: backwards.")
    right: float = Field(default=0.0, ge=-5, le=5, description="Metres to the runner's right.")
    steady: bool = Field(
        default=False,
        description="The centre of mass goes forward at one speed, as in walking and running; false: as the "
        "poses have it, which may surge and stop.",
    )


class Alone(_Data):
    """How the right side works alone in an alternating drill whose halves run into each other."""

    start: PoseName
    phases: tuple[Phase, ...] = Field(min_length=1)


class Movement(_Data):
    """One cycle of a drill."""

    base: Literal["upright", "prone", "supine", "side_right", "side_left"] = Field(
        "upright", description="How the body lies when every angle is 0."
    )
    repeat: Literal["loop", "alternate", "hold"] = Field(
        "loop",
        description="loop: the cycle is one repetition; alternate: a second half mirrors the first, each "
        "half is one; hold: the pose is kept and only breathes.",
    )
    acts: Literal["right", "both"] = Field(
        "both", description="The side that does the work in the cycle's first half."
    )
    hands: Literal["flat", "fist", "grip"] = "fist"
    poses: Mapping[PoseName, KeyPose]
    start: PoseName
    anchor: PoseName | None = Field(
        None, description="The pose that decides where feet and hands stand; null: the start."
    )
    phases: tuple[Phase, ...] = Field(min_length=1)
    alone: Alone | None = Field(
        None,
        description="For an alternating drill that starts in an uneven pose: its cycle where one side is "
        "asked for; null: both sides are shown then too.",
    )
    travel: Travel = Field(default=Travel(), description="How far the body gets in a cycle; null: it stays.")
    balance: tuple[Balance, ...] = ()
    on_body: Mapping[Literal["hands", "right hand", "left hand"], Site] = Field(default={})
    stiff: Mapping[CentralAngle | SidedAngle, Annotated[float, Field(gt=0)]] = Field(
        default={}, description="How dearly an angle is kept where contacts pull at it; usual: 1."
    )
    props: Props = Field(default=Props(mat=False))
    camera: Camera
    muscles: tuple[SidedMuscle, ...] = Field(
        default=(),
        description="What works, with _r or _l where it is one side; exchanged in a mirrored half.",
    )
    form: tuple[FormRule, ...] = ()
    notes: str | None = Field(None, description="Where the angles come from and what is unconfirmed.")

    @model_validator(mode="after")
    def _poses_exist(self) -> Self:
        named = [self.start, self.anchor, *(p.to for p in self.phases), *(b.pose for b in self.balance)]
        named += [name for rule in self.form for name in (rule.pose, rule.during)]
        if self.alone is not None:
            named += [self.alone.start, *(p.to for p in self.alone.phases)]
        named += [pose.from_ for pose in self.poses.values()]
        for name in named:
            if name is not None and name.removeprefix("mirrored ") not in self.poses:
                raise ValueError(f"there is no pose {name!r}; there are {', '.join(self.poses)}")
        return self

    @model_validator(mode="after")
    def _passes_its_anchor(self) -> Self:
        passed = [self.start, *(phase.to for phase in self.phases if phase.to)]
        if self.anchor not in (None, *passed):
            raise ValueError(f"no phase goes to {self.anchor!r}, the `anchor`; there are {', '.join(passed)}")
        return self

    @model_validator(mode="after")
    def _can_hang(self) -> Self:
        hangs = any(phase.on_bar for phase in self.phases)
        if hangs and (self.props.bar is None or self.hands != "grip"):
            raise ValueError("whoever is `on_bar` needs `props: {bar: ...}` and `hands: grip`")
        return self

    @model_validator(mode="after")
    def _picks_up_a_marble(self) -> Self:
        held = self.props.held
        if held is None:
            return self
        reached = [phase.to for phase in self.phases]
        after = reached[reached.index(held.since) + 1 :] if held.since in reached else []
        if not self.props.marbles or held.until not in after:
            raise ValueError("`held` needs `marbles`, and phases to `since` and after that to `until`")
        return self

    @model_validator(mode="after")
    def _can_travel(self) -> Self:
        if self.travel == Travel():
            return self
        if self.repeat == "hold" or self.props.wall is not None:
            raise ValueError("a hold, or whoever stands at a wall, does not travel")
        if self.repeat == "alternate" and self.travel.right:
            raise ValueError("whoever travels to the right all the time does not take turns: use `loop`")
        return self

    @model_validator(mode="after")
    def _runs_on_a_slope(self) -> Self:
        if self.props.terrain.slope and self.travel == Travel():
            raise ValueError("a slope is for a body that travels: give `travel`")
        return self

    @model_validator(mode="after")
    def _beats_without_a_seam(self) -> Self:
        ticks = self.props.metronome
        if ticks is not None and ticks.beats % 2 != (self.repeat == "alternate"):
            raise ValueError(
                "a metronome swings to and fro: in an alternating movement `beats` is odd, else even"
            )
        return self

    @model_validator(mode="after")
    def _can_take_turns(self) -> Self:
        if self.repeat != "alternate":
            return self
        if self.base.startswith("side"):
            raise ValueError("whoever lies on one side does not take turns: use `loop` and `acts: right`")
        if self.props.wall is not None and self.props.wall.side in ("right", "left"):
            raise ValueError("whoever has a wall on one side does not take turns: use `loop`, `acts: right`")
        return self

    @model_validator(mode="after")
    def _rules_look_at_one_stretch(self) -> Self:
        if any(rule.pose and rule.during for rule in self.form):
            raise ValueError("a form rule has `pose` or `during`, not both")
        return self
