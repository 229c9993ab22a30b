"""Drafting: from templates and precedents to a new agreement.

templates     agreements to start from, shipped or the user's own
assembly      `new_draft`: a template, the parties in every case, values, choices
insertion     `insert`: clauses of a precedent, adapted, with provenance, in their place
adaptation    the wording of a precedent for other parties
placeholders  one value everywhere, in the form each place wants
references    cross-references that follow their targets
placing, final_provisions, party_names, wording_of_values    what these are made of
"""
