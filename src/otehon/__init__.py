"""Otehon turns a coach's written advice into a training video."""
