"""How long a clip lasts, in seconds."""

from typing import Final

SHORTEST: Final = 4.0
LONGEST: Final = 12.0
USUAL: Final = 5.0
"""When nobody asks for another length."""
