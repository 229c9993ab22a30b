"""The use cases, one per verb of the user, without Qt: what the desktop and the command line both call."""
