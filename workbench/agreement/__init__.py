"""The document model: what an international agreement is made of.

Everything else in the house turns something into an `Agreement` or an `Agreement` into something.
Vocabulary of the tree (kinds of `Provision`, in document order):

    title        TITLE_LINE
    preamble     CROSSHEADING ("Preamble"), PARTIES_CLAUSE, RECITAL > CITATION, AGREEING_FORMULA
    body         PART, TITLE, CHAPTER, SECTION, ARTICLE > PARAGRAPH > SUBPARAGRAPH | POINT,
                 CROSSHEADING (an unnumbered subheading, a leaf between paragraphs), TABLE > ROW > CELL
    closing      TESTIMONIUM, DONE_AT, SIGNATURE_BLOCK > SIGNATORY
    annexes      ANNEX > anything a body may hold

Rooms: `text` (string + stand-off marks), `tree` (the model), `numbering` (numbers are computed),
`edits` (Agreement -> Agreement), `record` (canonical JSON), `source` (what a reader hands over),
`findings`, `fixes` and `severity`, `errors`, `progress`, `states` and `state_names` (names of States in every
case), `declension` (forms of any other name, by rule), `languages`, `lemmas` (word families), `numerals`,
`identity` (ids of what was imported), `patches` (what changed between two roots), `clean` (without the desk).
"""
