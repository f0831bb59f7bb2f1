/* Whether an element is there to be seen and pressed. */
(element) => Boolean(element?.isConnected && element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 1)
