"""Video providers that cost nothing: both protocols over real HTTP, with every fault on demand."""
