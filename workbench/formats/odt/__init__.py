"""OpenDocument text, by its own XML."""
