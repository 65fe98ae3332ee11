"""Tables, repository (all SQL), migrations and the embedded PostgreSQL."""
