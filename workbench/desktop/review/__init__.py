"""The import review: a file beside what was recognised in it, before anything enters the library."""
