"""The compare face and the merge face: texts laid side by side or one in the other, change by change.

`rows` turns the redline of the comparison room into entries of a sheet and `setting` sets them on paper,
`redline_views` shows them, `changes` is the list at the left, `change_map` the strip along the scroll bar,
`sources` chooses a text, `walking` goes from change to change. `compare_face` holds together what compares
`two_texts`, with `deciding` and `memory`, and `writing` what comes of it; `merge_face` what merges
`three_texts`, with `settlements` and `voices`.
"""
