"""The library on the screen: searching clauses in the drawer and on the page, reading precedents."""
