"""An Esset to test when there is none: a web application in two builds, with an answer key.

It imports nothing of the suite and asks nothing of the network. `clean` is built as well as we can;
`delivered` is the same pages with faults as suppliers deliver them, each of them one switch.
"""

from demo.app import create_app
from demo.faults import Fault, answer_key, build
from demo.server import Served, serve

__all__ = ["Fault", "Served", "answer_key", "build", "create_app", "serve"]
