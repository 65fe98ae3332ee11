"""Advice text in, prescribed drills out. Pure."""

from otehon.advice.prescription import UNKNOWN, Prescription
from otehon.advice.reader import Reading, read_advice, read_prescriptions
from otehon.advice.section import extract_drill_section

__all__ = [
    "UNKNOWN",
    "Prescription",
    "Reading",
    "extract_drill_section",
    "read_advice",
    "read_prescriptions",
]
