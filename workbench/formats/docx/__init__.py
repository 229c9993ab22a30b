"""Word: `package` opens the file, `reader` gives its text, the writers make originals and redlines."""
