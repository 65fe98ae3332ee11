"""Advice text in, prescribed drills out. Pure."""
