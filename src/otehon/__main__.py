"""Lets `python -m otehon` be the `otehon` command."""

from otehon.cli import main

main()
