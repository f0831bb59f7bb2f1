"""Which elements of the page listen to the pointer themselves, asked of the DevTools protocol."""

from __future__ import annotations

from playwright.sync_api import Error as PlaywrightError

from checks.state import Hops, State, script

POINTER = {
    "click",
    "dblclick",
    "mousedown",
    "mouseup",
    "pointerdown",
    "pointerup",
    "contextmenu",
    "touchstart",
    "touchend",
}

MOST = 150
"""Elements with listeners that are looked at."""


def listening(state: State) -> list[Hops]:
    """Paths of elements of the top page with a listener of their own; not those of the document and of its body.

    A listener further up, such as a framework's on its root, makes a control of nothing.
    """
    devtools = state.devtools
    told = devtools.send("Runtime.evaluate", {"expression": "document"})["result"]
    heard = devtools.send("DOMDebugger.getEventListeners", {"objectId": told["objectId"], "depth": -1, "pierce": True})
    nodes = dict.fromkeys(
        one["backendNodeId"] for one in heard["listeners"] if one["type"] in POINTER and "backendNodeId" in one
    )
    asked = f"""function () {{
      if (!(this instanceof Element) || this.ownerDocument !== document) return null;
      return this === document.body || this === document.documentElement ? null : ({script("checks", "path.js")})(this);
    }}"""
    paths = []
    for node in list(nodes)[:MOST]:
        try:
            element = devtools.send("DOM.resolveNode", {"backendNodeId": node, "objectGroup": "listening"})["object"]
            called = devtools.send(
                "Runtime.callFunctionOn",
                {"functionDeclaration": asked, "objectId": element["objectId"], "returnByValue": True},
            )
        except PlaywrightError:
            continue
        if path := called["result"].get("value"):
            paths.append(tuple(path))
    devtools.send("Runtime.releaseObjectGroup", {"objectGroup": "listening"})
    return paths
