"""How patterns are put together from words."""


def any_of(*alternatives: str) -> str:
    """A pattern for one of several; what stands first is tried first."""
    return f"(?:{'|'.join(alternatives)})"


def maybe(*alternatives: str) -> str:
    """A pattern for one of several or nothing."""
    return f"(?:{'|'.join(alternatives)})?"
