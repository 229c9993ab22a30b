"""The treaty drafting workbench: read, recognise, keep, draft, negotiate, write."""

__version__ = "0.1.0"
