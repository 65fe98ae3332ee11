"""The use case: a request becomes a video of clips, step by step, with nothing lost and nothing kept."""
