"""The catalogue of drills: data, model, loader, search. Pure."""
