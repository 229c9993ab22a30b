"""Reading and writing files: one format, one room. A reader knows its file format and nothing of treaties."""

from workbench.formats.reading import SUFFIXES, read

__all__ = ["SUFFIXES", "read"]
