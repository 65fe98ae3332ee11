"""Requests and answers, as docs/api.md has them. The web's client is generated from these."""
