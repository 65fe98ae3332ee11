"""What arrives from an engine is looked at before it is shown."""
