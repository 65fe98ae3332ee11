"""A drill, its dose and its movement as words for engines that make videos from words."""
