"""The `argmap` command: one module per command."""
