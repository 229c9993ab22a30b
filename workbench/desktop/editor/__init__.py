"""The structured editor: a draft as a page one writes on.

A key press becomes an edit of the tree (`keystrokes`), the edit one step on the draft's undo stack
(`session`), and the page (`document`, `page`) re-renders only the lines that came out different
(`lines`). The document on the screen is therefore always a function of the tree, and never the truth.
"""
