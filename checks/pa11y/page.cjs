/* A page for pa11y: one that a scenario has already opened, seen over the DevTools protocol.
 *
 * pa11y asks of a page that it evaluates scripts, and that it takes a viewport and listeners. Here it
 * evaluates in a world of its own within one frame (the page's own scripts can't disturb it, and nothing
 * of it is left there), and the viewport and the page's address stay as the scenario left them.
 */
"use strict";

const WORLD = "esset-a11y-pa11y";

/** The DevTools connection to one target, found by its id: two tabs may show the same address. */
class Target {
  static async open(endpoint, id) {
    const socket = new WebSocket(`${endpoint}/devtools/page/${id}`);
    await new Promise((done, fail) => {
      socket.onopen = done;
      socket.onerror = () => fail(new Error(`no target ${id} at ${endpoint}`));
    });
    return new Target(socket);
  }

  constructor(socket) {
    this.socket = socket;
    this.calls = new Map();
    this.last = 0;
    this.attached = []; // Frames in processes of their own: [session of the parent, own session, frame].
    socket.onmessage = ({ data }) => this.hear(JSON.parse(data));
    socket.onclose = () => { for (const { fail } of this.calls.values()) fail(new Error("the page went away")); };
  }

  hear({ id, method, params, result, error, sessionId }) {
    if (method === "Target.attachedToTarget") this.attached.push([sessionId, params.sessionId, params.targetInfo]);
    const call = this.calls.get(id);
    if (!call) return;
    this.calls.delete(id);
    if (error) call.fail(new Error(error.message)); else call.done(result);
  }

  send(method, params = {}, sessionId = undefined) {
    const id = (this.last += 1);
    return new Promise((done, fail) => {
      this.calls.set(id, { done, fail });
      this.socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }

  close() { this.socket.close(); }
}

/** One frame, with what pa11y asks of a page. `path` leads to its element from the top page (see checks/state.py). */
class Frame {
  constructor(target, session, id, path, limit) {
    Object.assign(this, { target, session, id, path, limit });
    this.world = undefined;
  }

  async evaluate(what, ...values) {
    this.world ??= (await this.target.send("Page.createIsolatedWorld", { frameId: this.id, worldName: WORLD }, this.session)).executionContextId;
    const expression = typeof what === "string" ? what : `(${what})(${values.map((one) => JSON.stringify(one)).join(",")})`;
    const told = await this.target.send("Runtime.evaluate",
      { expression, contextId: this.world, awaitPromise: true, returnByValue: true, timeout: this.limit }, this.session);
    if (told.exceptionDetails) throw new Error(told.exceptionDetails.exception?.description || told.exceptionDetails.text);
    return told.result.value;
  }

  /** The path of a child frame's element within this frame's document. */
  async pathTo(child, pathOf) {
    const { backendNodeId } = await this.target.send("DOM.getFrameOwner", { frameId: child }, this.session);
    await this.evaluate("0");
    const { object } = await this.target.send("DOM.resolveNode", { backendNodeId, executionContextId: this.world }, this.session);
    const told = await this.target.send("Runtime.callFunctionOn",
      { functionDeclaration: `function () { return (${pathOf})(this); }`, objectId: object.objectId, returnByValue: true }, this.session);
    return told.result.value;
  }

  // What pa11y does to a page besides: nothing of it may reach one that a scenario is in the middle of.
  on() {}
  off() {}
  async setViewport() {}
}

/** Every frame of the target, the top one first, parents before children; one that goes away meanwhile is left out. */
async function frames(target, pathOf, limit) {
  const found = [];
  const walk = async (session, tree, path) => {
    const frame = new Frame(target, session, tree.frame.id, path, limit);
    found.push(frame);
    const elsewhere = target.attached.filter(([parent, , info]) => parent === session && info.type === "iframe"
      && (info.parentFrameId ?? tree.frame.id) === tree.frame.id);
    for (const child of tree.childFrames ?? []) await step(frame, child.frame.id, session, child);
    for (const [, own, info] of elsewhere) await step(frame, info.targetId, own, null);
  };
  const step = async (frame, id, session, tree) => {
    try {
      const path = [...frame.path, ...(await frame.pathTo(id, pathOf))];
      await walk(session, tree ?? (await begin(session)), path);
    } catch { /* Gone, or never shown: the other side knows which documents there were. */ }
  };
  const begin = async (session) => {
    await target.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true }, session);
    return (await target.send("Page.getFrameTree", {}, session)).frameTree;
  };
  await walk(undefined, await begin(undefined), []);
  return found;
}

module.exports = { Target, frames };
