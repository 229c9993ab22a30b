"""Word: files read, written, and compared or decided as they came.

`package` opens a file and `reader` gives its text (`words`, `fields`, `numbering`, `styles`). `layout` sets
an agreement out as paragraphs, from which `writer` makes the original and `redline` the revisions;
`comparison_table`, `change_summary` and `concordance` are `reports` (`markup`, `references`, `stylesheet` and
`packaging` serve all of them).

The rooms `comparing` and `revisions` know no agreement: they work on the markup of files as they came.
"""
