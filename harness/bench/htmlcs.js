/* HTML_CodeSniffer's errors in this document, as it comes. */
(pathOf) => async () => {
  const told = await new Promise((done) => {
    HTMLCS.process("WCAG2AA", document, () => done(HTMLCS.getMessages()), () => done([]), "en");
  });
  return told.filter((one) => one.type === 1).map((one) => ({
    rule: one.code, outcome: "failed", path: one.element && one.element.nodeType === 1 ? pathOf(one.element) : null,
  }));
}
