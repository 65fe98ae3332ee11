"""The words by which advice is read: data, no logic."""
