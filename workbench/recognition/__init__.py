"""SourceDocument -> Agreement and findings: structure, parties, dates, definitions, clause types."""
