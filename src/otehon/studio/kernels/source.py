"""What machine code is made from."""

from collections.abc import Callable
from typing import Any, Literal

Inline = Literal["never", "always"]


class Source:
    """A typed function of arrays, numbers and named tuples of them.

    Args:
        inline: whether its body takes the place of a call from another kernel.
    """

    def __init__(self, function: Callable[..., Any], inline: Inline) -> None:
        self.function = function
        self.inline: Inline = inline
