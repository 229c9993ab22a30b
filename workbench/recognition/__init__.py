"""Recognition: what a reader hands over, taken apart into an agreement.

    lines -> residue -> heads -> preamble | paragraphs | closing -> parties, dates, marks -> clause types

`recognise(source)` is the whole way. It never refuses: what it is unsure of is a finding with a locator, and
the user decides in the import review.
"""

from workbench.recognition.recogniser import recognise

__all__ = ["recognise"]
