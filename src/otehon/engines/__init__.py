"""What makes clips: the contract, the registry and our own engines."""
