/* Keeps count of what a document waits for, from before its own scripts. `self.__pending` tells:
 * `timers()` whether anything waits for time to pass;
 * `settled([limit, seen, patience])` whether nothing more will come of what was done within `limit` milliseconds, as soon
 *   as that is so, or after `patience`; with `seen` also what comes with the next frame: paint, and what answers to
 *   scrolling and size;
 * `every(act, milliseconds)` is an interval of the suite's own, that is not counted.
 */
() => {
  const [frame, later, repeated] = [self.requestAnimationFrame, self.setTimeout, self.setInterval].map((one) => one.bind(self));
  const now = performance.now.bind(performance);
  const entries = performance.getEntriesByName.bind(performance);
  const due = new Map();
  let [asked, away] = [0, false]; // Requests under way; whether what comes next comes from outside the document.

  const after = (delay) => now() + Math.max(Number(delay) || 0, 0); // What has no delay comes at once.
  const once = (set, clear) => {
    const [setting, clearing] = [self[set], self[clear]];
    self[set] = (act, ...more) => {
      const number = setting.call(self, (...told) => {
        due.delete(`${set} ${number}`);
        return typeof act === "function" ? act(...told) : (0, eval)(act);
      }, ...more);
      due.set(`${set} ${number}`, after(more[0]));
      return number;
    };
    self[clear] = (number) => (due.delete(`${set} ${number}`), clearing.call(self, number));
  };
  const [setting, clearing] = [self.setInterval, self.clearInterval];
  self.setInterval = (act, every, ...more) => {
    const comes = () => due.set(`setInterval ${number}`, after(every));
    const number = setting.call(self, (...told) => {
      if (due.has(`setInterval ${number}`)) comes();
      return typeof act === "function" ? act(...told) : (0, eval)(act);
    }, every, ...more);
    comes();
    return number;
  };
  once("setTimeout", "clearTimeout");
  once("requestAnimationFrame", "cancelAnimationFrame");
  once("requestIdleCallback", "cancelIdleCallback");
  // Either clears the other's.
  const clearTimeout = self.clearTimeout;
  self.clearInterval = self.clearTimeout = (number) => {
    due.delete(`setInterval ${number}`);
    clearing.call(self, number);
    clearTimeout.call(self, number);
  };

  const answered = () => { asked -= 1; };
  const wrapped = (holder, name, before) => {
    const own = holder?.[name];
    if (own) holder[name] = function (...told) { before(this); return own.apply(this, told); };
  };
  const { fetch } = self;
  if (fetch) self.fetch = (...told) => {
    asked += 1;
    const answer = fetch.apply(self, told);
    answer.then(answered, answered);
    return answer;
  };
  wrapped(self.XMLHttpRequest?.prototype, "send", (request) => {
    asked += 1;
    request.addEventListener("loadend", answered, { once: true });
  });
  const leaves = () => { away = true; };
  wrapped(self, "open", leaves);
  wrapped(self.Navigator?.prototype, "sendBeacon", leaves);
  for (const name of ["WebSocket", "EventSource", "Worker", "SharedWorker", "BroadcastChannel", "RTCPeerConnection"]) {
    if (self[name]) self[name] = new Proxy(self[name], { construct: (own, told, made) => (leaves(), Reflect.construct(own, told, made)) });
  }
  self.navigation?.addEventListener("navigate", (event) => { if (!event.destination.sameDocument) leaves(); });
  self.addEventListener("submit", leaves, true);
  self.addEventListener("click", (event) => {
    if (event.composedPath().some((one) => one instanceof Element && one.matches("a[href][target], area[href][target]"))) leaves();
  }, true);

  const loads = () => Array.from(document.querySelectorAll("script[src], link[rel~=stylesheet][href]"))
    .some((one) => !entries(one.src || one.href).length);
  const moves = () => document.getAnimations().some((one) => one.playState === "running" && one.effect?.getComputedTiming().endTime !== Infinity);
  const busy = (until) => asked > 0 || Array.from(due.values()).some((one) => one <= until) || moves() || loads();
  // What was just done is answered, laid out and painted after the next frame; a hidden page has none.
  const painted = () => new Promise((done) => { later(done, 50); frame(() => later(done)); });

  self.__pending = {
    timers: () => due.size > 0,
    every: (act, milliseconds) => repeated(act, milliseconds),
    async settled([limit, seen, patience]) {
      const [until, end] = [now() + limit, now() + patience];
      await (seen ? painted() : new Promise((done) => later(done)));
      while (now() < end && (away || busy(until))) await painted();
      return !away && !busy(until);
    },
  };
}
