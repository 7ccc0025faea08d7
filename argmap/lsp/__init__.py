"""What an editor asks of a map or a page: from a text and a position in it to an answer.

Only `server` knows the protocol, and pygls; all the rest are plain functions of texts.
"""
