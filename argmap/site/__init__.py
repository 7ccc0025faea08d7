"""The MkDocs plugin and its options."""
