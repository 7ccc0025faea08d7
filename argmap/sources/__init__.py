"""The article: its text and sentences, where each quote stands in it, what nobody quotes."""
