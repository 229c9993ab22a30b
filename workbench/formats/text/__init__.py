"""Plain text: how it is read (`reader`) and written (`writer`)."""
