"""The use case: a request becomes a video."""
