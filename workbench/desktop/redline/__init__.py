"""The compare face and the merge face: texts laid side by side or one in the other, change by change.

`rows` turns the redline of the comparison room into entries of a sheet and `setting` sets them on paper,
`redline_views` shows them, `changes` is the list at the left, `change_map` the strip along the scroll bar,
`sources` chooses the texts, `walking` goes from change to change. `compare_face` holds together what compares
two texts, with `deciding`; `merge_face` what merges three, with `settlements` and `voices`.
"""
