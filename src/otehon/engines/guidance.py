"""What guides a cloud engine: the prompt, and the studio's own frames."""

import asyncio
from collections import OrderedDict

from openai import AsyncOpenAI

from otehon.drills.catalogue import catalogue
from otehon.drills.dose import Dose
from otehon.engines.base import Ask, Order, TryAgain
from otehon.engines.choice import pixels
from otehon.engines.frames import first_and_last, has_movement
from otehon.engines.pool import ProcessPool, WorkerDied, WorkFailed
from otehon.prompts.brief import ShotBrief
from otehon.prompts.template import brief_of
from otehon.prompts.wording import Wording, prompt_of
from otehon.prompts.writer import written
from otehon.settings import PromptsSettings, Settings

KEPT = 64
"""Pairs of frames that are kept: a run's drills return."""


class Guide:
    """Makes prompts and frames.

    Args:
        settings: the prompt model, if any.
        client: where that model is.
    """

    def __init__(self, settings: PromptsSettings, client: AsyncOpenAI | None) -> None:
        self._model = settings.model
        self._client = client
        self._pool = ProcessPool(1)
        self._frames: OrderedDict[tuple[object, ...], tuple[bytes, bytes]] = OrderedDict()

    @classmethod
    def of(cls, settings: Settings) -> "Guide":
        """The guide that the settings describe."""
        own = settings.prompts
        key = own.api_key or (None if own.base_url else settings.openai_api_key)
        if own.model is None or (key is None and own.base_url is None):
            return cls(own, None)
        secret = key.get_secret_value() if key else "none"
        return cls(own, AsyncOpenAI(api_key=secret, base_url=own.base_url, max_retries=1))

    def can_guide(self, order: Order) -> bool:
        """Whether there is a movement for the drill."""
        return has_movement(order.drill)

    async def brief(self, order: Order, seconds: float) -> ShotBrief:
        """The brief of an order."""
        drill = catalogue().get(order.drill) if order.drill in catalogue() and order.drill else None
        brief = brief_of(drill, order.title, Dose.model_validate(dict(order.dose)), seconds)
        if self._client is None or self._model is None:
            return brief
        return await written(brief, order.title, order.words, self._client, self._model)

    async def prompt(self, order: Order, seconds: float, wording: Wording, frames: int) -> str:
        """The whole prompt of an order."""
        return prompt_of(await self.brief(order, seconds), wording, frames)

    async def frames(self, order: Order, ask: Ask) -> tuple[bytes, bytes]:
        """First and last frame as PNG, of exactly the size that is asked for.

        Raises:
            TryAgain: they could not be drawn.
        """
        dose = Dose.model_validate(dict(order.dose))
        key = (order.drill, dose.model_dump_json(), ask.seconds, ask.size)
        if key not in self._frames:
            arguments = (order.drill, dose, ask.seconds, pixels(ask.size))
            try:
                drawn = await self._pool.run(first_and_last, *arguments, progress=lambda _: None)
            except (WorkerDied, WorkFailed, OSError) as error:
                raise TryAgain("renderer_died", str(error)) from error
            self._frames[key] = drawn
            while len(self._frames) > KEPT:
                self._frames.popitem(last=False)
        return self._frames[key]

    async def close(self) -> None:
        """Let go of the process and of connections."""
        await asyncio.to_thread(self._pool.close)
        if self._client is not None:
            await self._client.close()
