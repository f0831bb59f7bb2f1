/* A pa11y runner: HTML_CodeSniffer's errors, each with the path of its element.
 *
 * pa11y's own runner has a selector and a piece of the source made for every warning and notice too, which are
 * thrown away afterwards: nearly all of its time. Here errors are sorted out first, and pa11y is given no element.
 */
"use strict";

const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");

const near = createRequire(process.env.ESSET_A11Y_PA11Y);
const pathOf = readFileSync(join(__dirname, "..", "path.js"), "utf-8");

/* Runs in the page. */
const errors = (options, pathOf) => new Promise((done, fail) => {
  const tell = () => done(window.HTMLCS.getMessages()
    .filter((one) => one.type === window.HTMLCS.ERROR)
    .map((one) => ({
      code: one.code, message: one.msg, type: "error", element: null,
      runnerExtras: { path: one.element && one.element.nodeType === Node.ELEMENT_NODE && one.element.isConnected ? pathOf(one.element) : null },
    })));
  window.HTMLCS.process(options.standard, document, tell, () => fail(new Error("HTML_CodeSniffer did not begin")), "en");
});

const source = `(options) => (${errors})(options, ${pathOf})`;

module.exports = {
  supports: "^10.0.0",
  scripts: [near.resolve("@pa11y/html_codesniffer/build/HTMLCS.js")],
  // pa11y takes the text of the function and nothing that it closes over.
  run: { toString: () => source },
  pathOf,
};
