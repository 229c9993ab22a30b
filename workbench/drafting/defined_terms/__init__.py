"""Defined terms that live: found in every form, written anew everywhere in the form they stand in.

phrases     a term as a phrase: its head, what agrees with it, what never changes, all forms known
english, latvian, ukrainian
            how a term of each language is taken apart
glossary    what a draft defines, and where each term is used, whether marked or not
living      marks that follow what is typed: a new definition, a use of a term
renaming    one term under another name: every place with its redline, chosen piece by piece
fitting     what has to change around a place: articles, determiners, what agrees
"""
