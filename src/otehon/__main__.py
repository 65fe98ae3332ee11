"""Lets `python -m otehon` be the `otehon` command."""

from otehon.cli import main

# The studio's processes import this module again under another name.
if __name__ == "__main__":
    main()
