/* A reporter of pa11y-ci's that keeps how long each page took, in milliseconds, a line a page. */
"use strict";

const { appendFileSync } = require("node:fs");

module.exports = ({ file }) => {
  let address;
  let start;
  const keep = () => appendFileSync(file, `${address}\t${performance.now() - start}\n`);
  return { begin: (url) => { address = url; start = performance.now(); }, results: keep, error: keep };
};
