"""The use cases, one per verb of the user, without Qt: what the desktop and the command line both call.

workbench                   what all of them are handed: the library and the choices
reading, importing          any file read; files kept as precedents
acquaintance                what the library knows of a file before it is kept
drafting, gaps, checking    a draft begun, filled and saved; what it lacks, put in; what a reader would query
comparing, answers          two texts or Word files and the redline; a counterpart's file with tracked changes
amending, merging           the protocol between two versions and back; two delegations' work brought together
concordance                 two language versions side by side
exporting, keeping, tour    the clean text; the library looked after; the whole job once
"""
