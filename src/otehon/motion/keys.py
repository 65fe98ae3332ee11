"""Key poses that stand: every pose of the timeline solved against what it touches, and where all contacts
stand."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from otehon.motion.balancing import balanced, rules
from otehon.motion.demands import Centred, Lifted, clearance
from otehon.motion.epochs import Places, epochs
from otehon.motion.kinematics import MIRROR, centre_of_mass, mirrored, points, pose
from otehon.motion.props import Wall
from otehon.motion.setting import Setting
from otehon.motion.skeleton import Array, Indices
from otehon.motion.solver import Demand, solve
from otehon.motion.timeline import Contact, Timeline


@dataclass(frozen=True)
class Keys:
    """The solved keys.

    Args:
        setting: with the wall where the body met it.
        coordinates: (k, nd).
        off: (k,) metres by which contradicting contacts are missed.
        places: for every span, where each of its contacts stands, as the ground lies at the cycle's start.
        velocity: (3,) of the ground under the body, m/s.
        steady: (1, 3) where the centre of mass of a body that goes steadily stays, NaN along free axes; None
            where it need not.
    """

    setting: Setting
    coordinates: Array
    off: Array
    places: tuple[dict[Contact, Array], ...]
    velocity: Array
    steady: Array | None


def solve_keys(setting: Setting, line: Timeline) -> Keys:
    """Solve the timeline's key poses, the one that decides where things stand first."""
    work = _Work(setting, line)
    for key in _order(setting, line):
        work.solve(key)
    work.close()
    return work.result()


def _order(setting: Setting, line: Timeline) -> list[int]:
    """An alternating start must meet its own mirror image, so it goes before the pose that anchors."""
    anchor = setting.movement.anchor or setting.movement.start
    first = [0] if line.closes == "mirrored" else []
    return list(dict.fromkeys([*first, line.names.index(anchor), *range(len(line.names) - 1)]))


class _Work:
    """The keys while they are being solved."""

    def __init__(self, setting: Setting, line: Timeline) -> None:
        self.setting, self.line = setting, line
        travel = setting.movement.travel
        self.stride = np.array([travel.forward, 0.0, travel.right])
        self.velocity = -self.stride / line.times[-1]
        self.places = Places(epochs(line), MIRROR[setting.movement.base], self.stride, {})
        self.solved: dict[int, Array] = {}
        self.off: dict[int, float] = {}
        self.seen: dict[tuple[str, Contact], Array] = {}

    def solve(self, key: int) -> None:
        if key in self.solved or self._keeps(key):
            return
        name = self.line.names[key]
        contacts = self.line.before(key) | self.line.after(key)
        wanted = self.setting.poses[name][None]
        start = self._start(key)
        self._find_wall(key, wanted, start, contacts)
        standing = {contact: self._place(key, contact) for contact in sorted(contacts)}
        q, off = self._settle(wanted, start, standing)
        stands = self._decided(key, q, standing)
        if self._bound(q, standing, stands):
            q, off = self._settle(wanted, q, stands)
        asked, steady = rules(self.setting, name), self._steady()
        for rule in asked:
            q, off = self._settle(wanted, q, stands, balanced(self.setting, q, rule, stands))
        if steady is not None and stands and not asked:
            q, off = self._settle(wanted, q, stands, Centred(steady))
        self.solved[key], self.off[key] = q[0], off

    def close(self) -> None:
        """The last key is the first one, or its mirror image."""
        last, base = len(self.line.names) - 1, self.setting.movement.base
        first = self.solved[0]
        image = mirrored(self.setting.body.bones, first, base) if self.line.closes == "mirrored" else first
        self.solved[last], self.off[last] = image, self.off[0]

    def result(self) -> Keys:
        keys = range(len(self.line.names))
        places = [
            {c: place for c in span.contacts if (place := self.places.get(k, c)) is not None}
            for k, span in enumerate(self.line.spans)
        ]
        coordinates = np.array([self.solved[key] for key in keys])
        off = np.array([self.off[key] for key in keys])
        return Keys(self.setting, coordinates, off, tuple(places), self.velocity, self._steady())

    def _steady(self) -> Array | None:
        """(1, 3) the ground passes under the body, so a steady one stays where its first pose has it."""
        if not self.setting.movement.travel.steady or not self.solved:
            return None
        body, first = self.setting.body, next(iter(self.solved.values()))
        mass = centre_of_mass(body.bones, pose(body.bones, first[None], body.base))
        return mass * [1.0, np.nan, np.nan]

    def _keeps(self, key: int) -> bool:
        """A hold that asks for no new contact ends as it began."""
        if not key or key - 1 not in self.solved or self.line.spans[key - 1].kind != "hold":
            return False
        before = self.line.before(key - 1) | self.line.after(key - 1)
        if not self.line.before(key) | self.line.after(key) <= before:
            return False
        self.solved[key], self.off[key] = self.solved[key - 1].copy(), self.off[key - 1]
        self.solved[key][:3] += self._passed(key) - self._passed(key - 1)
        return True

    def _passed(self, key: int) -> Array:
        """(3,) metres by which the ground has moved at a key."""
        return self.velocity * self.line.times[key]

    def _start(self, key: int) -> Array:
        wanted = self.setting.poses[self.line.names[key]].copy()
        near = next((self.solved[k] for k in (key - 1, 0, *self.solved) if k in self.solved), None)
        wanted[:3] = self._at_origin(wanted) if near is None else near[:3]
        return wanted[None]

    def _at_origin(self, wanted: Array) -> Array:
        """Where the pelvis is when the pose's lowest spot meets the floor and its ankles are at x = 0."""
        spots, body = self.setting.spots, self.setting.body
        placed = pose(body.bones, np.nan_to_num(wanted), body.base)
        lowest = clearance(spots, np.arange(len(spots.names)), placed).min()
        ankles = [body.bones.body("calcn_r"), body.bones.body("calcn_l")]
        return np.array([-float(placed.origin[0, ankles, 0].mean()), -float(lowest), 0.0])

    def _find_wall(self, key: int, wanted: Array, start: Array, contacts: frozenset[Contact]) -> None:
        asked, on_wall = self.setting.movement.props.wall, [c for c in contacts if c[1] == "wall"]
        if self.setting.wall is not None or asked is None or not on_wall:
            return
        floor = {c: self._place(key, c) for c in contacts if c[1] != "wall"}
        q, _ = self._settle(wanted, start, floor)
        into = -self.setting.normal(on_wall[0])
        farthest = max(float(self._touching(q, contact) @ into) for contact in on_wall)
        wall = Wall(farthest * float(into.sum()), asked.side, asked.slides)
        self.setting = replace(self.setting, wall=wall)

    def _settle(
        self, wanted: Array, start: Array, standing: Mapping[Contact, Array | None], *more: Demand
    ) -> tuple[Array, float]:
        """Solve, and again with every other spot lifted that would sink into the floor."""
        setting = self.setting
        demands: list[Demand] = [setting.standing(standing), *setting.resting(), *more]
        free = _free(setting, standing) if standing else np.array([], dtype=np.intp)
        sunk = np.zeros(len(free), dtype=np.bool_)
        while True:
            heights = np.where(sunk, 0.0, np.nan)[None]
            solution = solve(setting.body, wanted, start, [*demands, Lifted(setting.spots, free, heights)])
            placed = pose(setting.body.bones, solution.coordinates, setting.body.base)
            low = clearance(setting.spots, free, placed)[0] < -1e-4
            if not (low & ~sunk).any():
                return solution.coordinates, float(solution.off[0])
            sunk |= low

    def _place(self, key: int, contact: Contact) -> Array | None:
        for span, there, flip, ahead in self._parts(key, contact):
            place = self.places.get(span, there)
            if place is not None:
                return place * flip - ahead + self._passed(key)
        return None if self.stride.any() else self.seen.get((self.line.names[key], contact))

    def _decide(self, key: int, contact: Contact, place: Array) -> None:
        for span, there, flip, ahead in self._parts(key, contact):
            self.places.decide(span, there, (place - self._passed(key) + ahead) * flip)
        self.seen.setdefault((self.line.names[key], contact), place)

    def _parts(self, key: int, contact: Contact) -> list[tuple[int, Contact, Array, Array]]:
        """The spans beside a key that a contact is in, its name there, (3,) what that does to its place, and
        (3,) how far ahead of it this cycle started."""
        same, here, last = np.ones(3), np.zeros(3), len(self.line.spans) - 1
        flip = self.places.flip if self.line.closes == "mirrored" else same
        seam = (last, self.line.across_seam(contact), flip, self.stride)
        beside = [(key - 1, contact, same, here) if key else seam, (key, contact, same, here)]
        return [part for part in beside if part[:2] in self.places.stays]

    def _decided(self, key: int, q: Array, standing: Mapping[Contact, Array | None]) -> dict[Contact, Array]:
        """Where the contacts stand: what no key has decided stands where it now touches."""
        stands: dict[Contact, Array] = {}
        for contact in standing:
            place = self._place(key, contact)
            stands[contact] = self._touching(q, contact) if place is None else place
            self._decide(key, contact, stands[contact])
        return stands

    def _bound(
        self, q: Array, standing: Mapping[Contact, Array | None], stands: Mapping[Contact, Array]
    ) -> bool:
        """Whether deciding on one contact has decided on another: a step ahead, where the body travels."""
        fresh = [contact for contact, place in standing.items() if place is None]
        return any(np.abs(stands[contact] - self._touching(q, contact)).max() > 1e-9 for contact in fresh)

    def _touching(self, q: Array, contact: Contact) -> Array:
        """(3,) where a spot's ball now touches its surface, or would if it lay on it."""
        setting = self.setting
        spot = setting.spots.index([contact[0]])
        placed = pose(setting.body.bones, q, setting.body.base)
        centre = points(placed, setting.spots.bodies[spot], setting.spots.centres[spot])[0, 0]
        return centre - setting.normal(contact) * setting.radius(contact)


def _free(setting: Setting, standing: Mapping[Contact, Array | None]) -> Indices:
    """Spots that no planted body or its neighbour holds, and a heel behind a planted ball."""
    bones, spots = setting.body.bones, setting.spots
    planted = {int(spots.bodies[spots.names.index(spot)]) for spot, _ in standing}
    near = planted | {int(bones.parents[b]) for b in planted}
    near |= {b for b in range(len(bones.bodies)) if int(bones.parents[b]) in planted}
    names = {spot for spot, _ in standing}
    heels = [f"heel_{s}" for s in "rl" if f"ball_in_{s}" in names and f"heel_{s}" not in names]
    free = [name for name, body in zip(spots.names, spots.bodies, strict=True) if int(body) not in near]
    return spots.index([*free, *heels])
