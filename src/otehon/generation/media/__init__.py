"""A clip's files while they live: a folder or bucket, its sweep, and the signed links to it."""
