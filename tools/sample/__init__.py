"""The sample catalogue of a fictitious province, composed from a vocabulary.

`words/` holds all that is Vietnamese and can be read and mended without knowing the code; the modules only
compose. Same arguments, same bytes: every choice hangs on the name of the thing chosen for, so that an edit of the
vocabulary changes what it names and little else.
"""
