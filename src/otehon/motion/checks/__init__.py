"""What a coach or a test wants to know about a solved movement, measured on the drawn figure."""
