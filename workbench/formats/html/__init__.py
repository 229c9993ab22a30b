"""HTML: pages as official gazettes publish them, read; agreements and redlines, written."""
