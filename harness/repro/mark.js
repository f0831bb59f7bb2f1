/* Frames an element for a person to see, in two tones so that one of them stands out on any ground. The frame lies over
 * the page, takes no part in it, follows the element, and is gone when the page is loaded anew. */
(element) => {
  const ID = "esset-a11y-ram";
  element.ownerDocument.getElementById(ID)?.remove();
  const host = document.createElement("div");
  host.id = ID;
  host.setAttribute("aria-hidden", "true");
  const frame = document.createElement("div");
  host.attachShadow({ mode: "closed" }).append(frame);
  // Properties, not a style sheet: a page's policy does not stop them.
  Object.assign(host.style, { position: "fixed", inset: "0", pointerEvents: "none", zIndex: "2147483647", border: "0",
    background: "none", padding: "0", margin: "0", width: "auto", height: "auto", overflow: "visible" });
  Object.assign(frame.style, { position: "fixed", boxSizing: "border-box", border: "4px solid #ffd60a", borderRadius: "4px",
    outline: "3px solid #141414", boxShadow: "inset 0 0 0 2px #141414", pointerEvents: "none" });
  // In the top layer the frame lies over an open dialog too.
  host.popover = "manual";
  document.documentElement.append(host);
  host.showPopover?.();
  const follow = () => {
    if (!host.isConnected) return;
    const box = element.getBoundingClientRect();
    Object.assign(frame.style, { left: `${box.left - 8}px`, top: `${box.top - 8}px`, width: `${box.width + 16}px`,
      height: `${box.height + 16}px`, display: box.width || box.height ? "block" : "none" });
    requestAnimationFrame(follow);
  };
  follow();
}
