"""Writing a new agreement: templates, assembly from precedents, adaptation to the parties, placeholders."""
