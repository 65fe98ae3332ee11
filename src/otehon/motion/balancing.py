"""Where the centre of mass has to be at a key pose, over spots that already stand."""

from collections.abc import Mapping

import numpy as np

from otehon.drills.movement import Balance
from otehon.errors import InvalidDrill
from otehon.motion.demands import Centred
from otehon.motion.kinematics import centre_of_mass, pose
from otehon.motion.setting import Setting
from otehon.motion.skeleton import Array
from otehon.motion.spots import spots_of
from otehon.motion.support import moved_inside, support
from otehon.motion.timeline import Contact


def rules(setting: Setting, name: str) -> list[Balance]:
    """What the movement asks of the balance at a pose; a mirrored pose is asked for the same, sides
    exchanged."""
    asked = setting.movement.balance
    plain = name.removeprefix("mirrored ")
    images = [_image(rule) for rule in asked if rule.pose == plain] if plain != name else []
    return [rule for rule in asked if rule.pose == name] or images


def _image(rule: Balance) -> Balance:
    exchanged = {"right": "left", "left": "right"}
    over = rule.over and tuple(" ".join(exchanged.get(w, w) for w in patch.split()) for patch in rule.over)
    return rule.model_copy(update={"pose": f"mirrored {rule.pose}", "over": over})


def balanced(setting: Setting, q: Array, rule: Balance, standing: Mapping[Contact, Array]) -> Centred:
    """The demand that moves the centre of mass of q (1, nd) over the places (3,) of what carries it, or under
    what it hangs from.

    Raises:
        InvalidDrill: nothing that the rule names stands on floor or step, or holds the bar.
    """
    carrying = [contact for contact in sorted(standing) if contact[1] != "wall" and _counts(contact, rule)]
    if not carrying:
        what = f"The balance of {rule.pose} is over what does not stand there."
        raise InvalidDrill(what, "Name something that is planted before or after that pose.")
    places = np.array([standing[contact] for contact in carrying])
    hangs = any(surface == "bar" for _, surface in carrying)
    if rule.inside_mm is None or hangs:
        x, _, z = places.mean(axis=0) * [1.0, 0.0, rule.sway or 0.0]
    else:
        area = support(places, np.array([setting.radius(contact) for contact in carrying]))
        placed = pose(setting.body.bones, q, setting.body.base)
        mass = centre_of_mass(setting.body.bones, placed)[0, [0, 2]]
        x, z = moved_inside(mass, area, rule.inside_mm / 1000)
    return Centred(np.array([[x, np.nan, z]]))


def _counts(contact: Contact, rule: Balance) -> bool:
    return rule.over is None or contact[0] in spots_of(rule.over)
