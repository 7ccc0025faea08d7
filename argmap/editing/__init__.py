"""Edits of maps, and of the pages that speak of them, that leave every other byte as it was."""
