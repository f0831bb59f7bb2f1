/* Gives a page the storage of the page that it is a copy of, anew at every load, before its own scripts run. */
({ local, session }) => {
  if (self !== top) return;
  for (const [which, entries] of [["localStorage", local], ["sessionStorage", session]]) {
    try {
      window[which].clear();
      for (const [key, value] of entries) window[which].setItem(key, value);
    } catch { /* A page of no origin has no storage. */ }
  }
}
