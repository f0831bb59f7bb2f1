/* Milliseconds from the start of the navigation until the page is loaded and has been painted twice. */
() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))))
