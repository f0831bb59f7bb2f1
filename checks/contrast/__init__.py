"""Contrast and colour: measured in the picture of the page, explained in colours, mended by a suggestion.

`collect.js` finds the text, `pixels` takes the pictures, `measure` holds one against the other, `observe` does it once
a state. Each check has a module of its own.
"""
