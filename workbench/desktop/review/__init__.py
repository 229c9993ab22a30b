"""The import review: what a file says beside what was recognised in it, before anything enters the library."""
