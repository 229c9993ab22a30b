"""The clause library: precedents kept whole, clauses derived from them, search, drafts and autosave."""
