"""The coach: flesh as arrays, skin as a mesh made offline, materials and muscle tints."""
