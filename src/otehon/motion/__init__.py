"""The body and how it moves: movement + t -> pose. Pure."""
