"""Beginning: a new agreement from a template, and the templates themselves."""
