/* The violations of IBM's engine in this document. `pathOf` is path.js. */
(pathOf) => async () => {
  const report = await new window.__essetIbm.Checker().check(document, ["IBM_Accessibility"]);
  return report.results
    .filter((one) => one.value[0] === "VIOLATION" && one.value[1] === "FAIL")
    .map((one) => ({
      rule: one.ruleId, message: one.message, path: one.node && one.node.nodeType === Node.ELEMENT_NODE && one.node.isConnected ? pathOf(one.node) : null,
    }));
}
