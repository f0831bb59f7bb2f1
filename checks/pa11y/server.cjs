/* pa11y as a process that stays up: JSON-RPC 2.0, one message a line, over standard in and out.
 *
 *   hello {}                                          → { protocol, pa11y, htmlcs, node }
 *   look { endpoint, target, milliseconds }           → { documents: [{ path, errors: [{ code, message, path }] }] }
 *
 * `endpoint` is ws://host:port of a browser, `target` the id of one of its pages. `path` of a document leads to
 * its frame's element; `path` of an error to its element within the document, null where the document is meant.
 * It ends when standard in does, however its parent ended.
 */
"use strict";

const { createInterface } = require("node:readline");
const { join } = require("node:path");

const PROTOCOL = 1;

process.env.ESSET_A11Y_PA11Y = join(process.argv[2], "pa11y", "package.json");
const pa11y = require(join(process.argv[2], "pa11y"));
const { Target, frames } = require("./page.cjs");
const runner = require("./runner.cjs");

const version = (name) => require(join(process.argv[2], name, "package.json")).version;

const methods = {
  hello: async () => ({ protocol: PROTOCOL, pa11y: version("pa11y"), htmlcs: version("@pa11y/html_codesniffer"), node: process.versions.node }),

  look: async ({ endpoint, target: id, milliseconds }) => {
    const end = Date.now() + milliseconds;
    const target = await Target.open(endpoint, id);
    try {
      const documents = [];
      for (const frame of await frames(target, runner.pathOf, milliseconds)) {
        frame.limit = Math.max(1, end - Date.now());
        documents.push({ path: frame.path, ...(await look(frame)) });
      }
      return { documents };
    } finally {
      target.close();
    }
  },
};

/** pa11y's errors in one frame. A frame that goes away or can't be looked at says why instead. */
async function look(frame) {
  try {
    const told = await pa11y("about:blank", {
      browser: {}, page: frame, ignoreUrl: true, runners: [join(__dirname, "runner.cjs")], standard: "WCAG2AA", timeout: frame.limit,
      viewport: {}, userAgent: "",
    });
    return { errors: told.issues.map(({ code, message, runnerExtras }) => ({ code, message, path: runnerExtras.path })) };
  } catch (error) {
    return { errors: [], untested: String(error.message).slice(0, 300) };
  }
}

const within = (milliseconds, promise) => new Promise((done, fail) => {
  const timer = setTimeout(() => fail(new Error(`no answer within ${milliseconds} ms`)), milliseconds);
  promise.then(done, fail).finally(() => clearTimeout(timer));
});

async function answer(line) {
  let id = null;
  const reply = (told) => process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", id, ...told })}\n`);
  try {
    const asked = JSON.parse(line);
    id = asked.id ?? null;
    const method = Object.hasOwn(methods, asked.method) ? methods[asked.method] : null;
    if (!method) return reply({ error: { code: -32601, message: `no method ${asked.method}` } });
    const limit = asked.params?.milliseconds ?? 10_000;
    return reply({ result: await within(limit, method(asked.params ?? {})) });
  } catch (error) {
    return reply({ error: { code: error instanceof SyntaxError ? -32700 : -32000, message: String(error.message).slice(0, 500) } });
  }
}

createInterface({ input: process.stdin }).on("line", answer).on("close", () => process.exit(0));
process.stdout.on("error", () => process.exit(0));
