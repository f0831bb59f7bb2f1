"""Checks of what the keyboard can and can't do, all of them on one shared walk of the state (`walk.tab_walk`).

The walk is made with trusted key presses, in the state's twin where there is one and else on the page itself, which it
then leaves as it found it. Each check is a module of its own, so that any of them can be left out.
"""
