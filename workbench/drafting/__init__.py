"""Drafting: from templates and precedents to a new agreement.

templates     agreements to start from, shipped or the user's own
assembly      `new_draft`: a template, the parties in every case, values, choices
insertion     `insert`: clauses of a precedent, adapted, with provenance, in their place
adaptation    the wording of a precedent for other parties
placeholders  one value everywhere, in the form each place wants
references    cross-references that follow their targets
gaps          what a precedent, a template or the usual set has and the draft has not, put in
offers        dates and sums of a precedent, offered as placeholders
amending      the protocol between two versions, and a protocol carried out
templates, template_rules    where templates lie; what their provisions need and exclude
placing, final_provisions, party_names, wording_of_values, counting    what these are made of
"""
