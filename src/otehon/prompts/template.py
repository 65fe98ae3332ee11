"""The brief of a drill without asking anybody. Of an advice, only numbers and a cleaned name get in."""

from otehon.drills.dose import Dose
from otehon.drills.model import Drill
from otehon.drills.movement import Movement
from otehon.drills.vocabulary import EQUIPMENT_NAMES, POSITION_NAMES
from otehon.prompts.beats import beats_of
from otehon.prompts.brief import Beat, ShotBrief
from otehon.prompts.foreign import quoted_name

SUBJECT = "One adult running coach in plain sports clothes, face calm, whole body in the picture all the time"
SETTING = "A bright, empty gym with a plain light wall and a matt floor, soft even daylight"
STILL = "The camera stands still, the whole body in frame from head to feet"

RULES = (
    "Single continuous shot, no scene cuts, no camera move",
    "Feet and hands that stand on the floor do not slide or sink in",
    "Every joint moves only as far as a human joint can, both sides move as described",
    "The rhythm stays even, and the last moment looks like the first so that the clip can loop",
)
NEVER = (
    "No text, captions, logos or numbers in the picture",
    "No second person, no trainer's hands, no music video effects",
    "No extra limbs, no melting or jumping body parts",
)


def brief_of(drill: Drill | None, title: str, dose: Dose, seconds: float) -> ShotBrief:
    """The brief of a drill of the catalogue, or of one that only has a name."""
    if drill is None:
        return _of_a_name(title, seconds)
    return ShotBrief(
        title=f"{drill.names.en} (in Japanese {drill.names.ja})"[:240],
        subject=SUBJECT + _side(dose),
        setting=SETTING + _equipment(drill),
        camera=_camera(drill.movement),
        beats=_beats(drill, seconds),
        rules=(*RULES, *drill.cues.en),
        never=(*NEVER, *(f"This mistake: {mistake.en}"[:240] for mistake in drill.mistakes)),
        guided=drill.movement is not None,
    )


def _of_a_name(title: str, seconds: float) -> ShotBrief:
    action = f"performs the exercise that a Japanese running coach calls {quoted_name(title)}, slowly"
    return ShotBrief(
        title=f"Exercise demonstration: {quoted_name(title)}",
        subject=SUBJECT,
        setting=SETTING,
        camera=f"Side view at hip height. {STILL}",
        beats=(Beat(start=0, end=seconds, action=action),),
        rules=RULES,
        never=NEVER,
        guided=False,
    )


def _beats(drill: Drill, seconds: float) -> tuple[Beat, ...]:
    if drill.movement is not None:
        return beats_of(drill.movement, seconds)
    start = f"{POSITION_NAMES[drill.position].en}, " if drill.position else ""
    action = f"{start}performs the {drill.names.en}: {'; '.join(drill.cues.en)}. {drill.tempo.en}"
    return (Beat(start=0, end=seconds, action=action[:240]),)


def _side(dose: Dose) -> str:
    return f", working with the {dose.side} side" if dose.side in ("left", "right") else ""


def _equipment(drill: Drill) -> str:
    things = ", ".join(EQUIPMENT_NAMES[thing].en for thing in drill.equipment)
    return f", with {things}" if things else ""


def _camera(movement: Movement | None) -> str:
    azimuth = 0.0 if movement is None else movement.camera.azimuth
    return f"{_view(azimuth)} at hip height. {STILL}"


def _view(azimuth: float) -> str:
    """Azimuth in degrees: 0 looks from the person's right, 90 from the front."""
    if azimuth < -20:
        return "Seen from the right and behind"
    if azimuth < 20:
        return "Seen from the person's right side"
    return "Three-quarter view from the front right" if azimuth < 70 else "Front view"
