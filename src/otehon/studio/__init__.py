"""Poses in, pixels and MP4 out."""
