"""What an engine has delivered: looked at, labelled, and with what must be told of it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any

from otehon.engines.base import Engine, Footage, Order, Refused
from otehon.generation.checks.form import FormCheck
from otehon.generation.checks.inspection import Inspector
from otehon.generation.checks.judge import fault_of
from otehon.generation.specimens import has_movement


@dataclass(frozen=True, slots=True)
class Arrived:
    """Footage that may be shown.

    Args:
        origin: what must be told of it: `ai`, `checked` against a movement, `credit`.
        seconds: its length as decoded.
    """

    footage: Footage
    origin: Mapping[str, Any]
    seconds: float


@dataclass(frozen=True)
class Arrival:
    """Examines what arrives.

    Args:
        inspector: decodes it elsewhere.
        form_check: compares the movement, where there is one.
    """

    inspector: Inspector
    form_check: FormCheck | None = None

    async def examine(self, engine: Engine, order: Order, footage: Footage) -> Arrived:
        """The footage, labelled. Raises an `EngineError` where it must not be shown."""
        inspected = await self.inspector.inspect(footage.video, label_of(engine, footage))
        fault = fault_of(inspected.report, order.ask)
        if fault is not None:
            raise fault
        checked = await self._checked(order, footage)
        footage = replace(footage, video=inspected.video)
        return Arrived(footage, origin_of(order, footage, checked), inspected.report.seconds)

    async def _checked(self, order: Order, footage: Footage) -> bool:
        if self.form_check is None or order.drill is None or not has_movement(order.drill):
            return False
        wrong = await self.form_check(footage.video, order.drill, order.dose)
        if wrong is not None:
            raise Refused("wrong_form", wrong, spent=True)
        return True


def label_of(engine: Engine, footage: Footage) -> str:
    """What the file says of itself."""
    if footage.credit is not None:
        return f"{footage.credit.title} ({footage.credit.licence})"
    return (
        f"AI-generated video, made by {engine.name}. 生成AIによる動画です。"
        " Digital source type: http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    )


def origin_of(order: Order, footage: Footage, checked: bool) -> dict[str, Any]:
    """What must be told of a clip that the studio has not drawn."""
    return {
        "ai": footage.credit is None,
        "checked": checked,
        "movement": has_movement(order.drill),
        "credit": None if footage.credit is None else asdict(footage.credit),
    }
