"""The start screen: recent drafts, a new one, the import, and how the library stands."""
