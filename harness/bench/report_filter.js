/* Sets one field of the report's filter, and gives the milliseconds until what it did is painted. */
(act) => new Promise((done) => {
  const form = document.getElementById("filter");
  const [[name, value]] = Object.entries(act);
  const start = performance.now();
  if (name === "reset") form.reset();
  else if (name === "level") { const box = form.querySelector(`[name=level][value=${value}]`); box.checked = !box.checked; }
  else form.elements[name].value = value;
  form.dispatchEvent(new Event("input", { bubbles: true }));
  requestAnimationFrame(() => {
    // A task of its own after the frame: layout and paint are done.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done(performance.now() - start);
    port2.postMessage(null);
  });
})
