"""What a careful lawyer would query: one small rule per check, each with a code."""
