"""The compare face: any two texts side by side or one in the other, change by change.

`rows` turns the redline of the comparison room into entries of a sheet, `changes` is the list at the left,
`change_map` the strip along the scroll bar, `sources` chooses the two texts, `compare_face` holds them
together.
"""
