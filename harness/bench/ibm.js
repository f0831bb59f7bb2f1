/* The violations of IBM's engine in this document; what it only suspects is told as cantTell. */
(pathOf) => async () => {
  const report = await new ace.Checker().check(document, ["IBM_Accessibility"]);
  const bad = report.results.filter((one) => one.value[1] === "FAIL" || one.value[1] === "POTENTIAL");
  return bad.map((one) => ({
    rule: one.ruleId,
    outcome: one.value[0] === "VIOLATION" && one.value[1] === "FAIL" ? "failed" : "cantTell",
    path: one.node && one.node.nodeType === 1 ? pathOf(one.node) : null,
  }));
}
