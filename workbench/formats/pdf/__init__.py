"""PDF: read by geometry (`reader`, `page`, `furniture`), written by typesetting (`writer`)."""
