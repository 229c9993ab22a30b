"""Defined terms that live: found in every form, written anew everywhere in the form they stand in.

phrases     a term as a phrase: what of it declines together, and every form that is certain
english, latvian, ukrainian
            how a term of each language is taken apart
glossary    the terms of a draft, found in its wording whether marked or not
living      marks that follow what is typed: a new definition, a use of a term
renaming    one term under another name: every place with what it would become, applied as one step
standing    where the term stands, and what speaks against touching it
wordings    the new wording of a place, in its case, number and capitals (`manner`)
fitting     what has to change around it: articles, determiners, what agrees
short_forms the abbreviation that goes along
places      the answer: a place, and the doubt that keeps it
"""
