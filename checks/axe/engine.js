/* Runs axe-core in one document and tells its results compactly.
 *
 * Evaluated once a document, after axe-core itself. axe's own serializer writes a selector, an
 * ancestry and the source of every element it met, passed ones too: nearly all of the cost. Here an
 * element becomes a number, and only elements with something to tell are described at all.
 * `pathOf` is path.js, `behindNow` is behind.js.
 */
(pathOf, behindNow) => (swedish) => {
  const kept = [];
  // While a dialog holds the rest back, that is inactive, and dimmed because it is: exempt (1.4.3).
  let behind = () => false;
  const contrast = axe._audit.rules.find((rule) => rule.id === "color-contrast");
  const matches = contrast.matches;
  contrast.matches = (element, ...rest) => !behind(element) && matches.call(contrast, element, ...rest);
  const spec = (element) => ({
    selector: [String(kept.push(element) - 1)],
    // Read only when results of several frames are put together.
    get ancestry() { return [axe.utils.getAncestry(element)]; },
    xpath: ["/"], nodeIndexes: [], source: "", fromFrame: false,
  });
  axe.configure({ noHtml: true });
  axe.utils.nodeSerializer.update({ toSpec: (node) => spec(node.element) });

  const say = (template, data) => {
    try { return axe.utils.processMessage(template, data) || ""; } catch { return ""; }
  };

  // axe words its messages in one language a run; the other is worded from the same data.
  const messages = (node, field) => [...node.any, ...node.all, ...node.none].map((result) => ({
    check: result.id, en: result.message || "", sv: say(swedish.checks[result.id]?.[field], result.data),
    data: typeof result.data === "object" ? JSON.stringify(result.data)?.slice(0, 2000) : String(result.data ?? ""),
  }));

  const told = (rules, field) => rules.flatMap((rule) => rule.nodes.map((node) => ({
    rule: rule.id, tags: rule.tags, help: rule.help, helpUrl: rule.helpUrl, impact: node.impact || rule.impact || "",
    target: node.target.map(Number), messages: messages(node, field),
  })));

  const finish = async (partials, options) => {
    const results = await axe.finishRun(partials, options);
    return { failed: told(results.violations, "fail"), cantTell: told(results.incomplete, "incomplete") };
  };
  const partial = (context, options) => { kept.length = 0; behind = behindNow(); return axe.runPartial(context || document, options); };

  return {
    partial,
    finish,
    // Where there are no frames nothing has to leave the page in between.
    whole: async (options) => finish([await partial(null, options)], options),
    frames: (context, options) => axe.utils.getFrameContexts(context || document, options)
      .map(({ frameSelector, frameContext }) => ({ path: pathOf(axe.utils.shadowSelect(frameSelector)), context: frameContext })),
    paths: (numbers) => numbers.map((number) => pathOf(kept[number])),
  };
}
