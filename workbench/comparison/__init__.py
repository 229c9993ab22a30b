"""What changed between two agreements: alignment of provisions, then words inside a pair, as a `Redline`."""
