"""Reading and writing files: one format, one room. A reader knows its file format and nothing of treaties.

`reading` chooses the reader, `office` converts old files first, `container` opens zips safely, `files` brings
bytes in and out. `lines` and `changes` are what writers share: an agreement and a redline as they are shown.
"""

from workbench.formats.reading import SUFFIXES, read

__all__ = ["SUFFIXES", "read"]
