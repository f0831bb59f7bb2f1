/* Counts what waits for time to pass, from before the page's own scripts: `self.__timers.waiting()` tells whether anything
 * does; `every` is an interval that is not counted.
 */
() => {
  const waiting = new Set();
  const once = (set, clear) => {
    const [setting, clearing] = [self[set], self[clear]];
    self[set] = (act, ...more) => {
      const number = setting.call(self, (...told) => {
        waiting.delete(`${set} ${number}`);
        return typeof act === "function" ? act(...told) : (0, eval)(act);
      }, ...more);
      waiting.add(`${set} ${number}`);
      return number;
    };
    self[clear] = (number) => (waiting.delete(`${set} ${number}`), clearing.call(self, number));
  };
  const [setting, clearing] = [self.setInterval, self.clearInterval];
  self.setInterval = (...told) => {
    const number = setting.apply(self, told);
    waiting.add(`setInterval ${number}`);
    return number;
  };
  once("setTimeout", "clearTimeout");
  once("requestAnimationFrame", "cancelAnimationFrame");
  // Either clears the other's.
  const clearTimeout = self.clearTimeout;
  self.clearInterval = self.clearTimeout = (number) => {
    waiting.delete(`setInterval ${number}`);
    clearing.call(self, number);
    clearTimeout.call(self, number);
  };
  self.__timers = { waiting: () => waiting.size > 0, every: (act, milliseconds) => setting.call(self, act, milliseconds) };
}
