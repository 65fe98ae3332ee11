"""What is written on the picture, and where."""
