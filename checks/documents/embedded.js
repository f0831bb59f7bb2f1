/* Documents that a page shows within itself. */
(see) => see.all("object[data^='data:application/pdf'], embed[src^='data:application/pdf'], iframe[src^='data:application/pdf']")
  .slice(0, 5).map((one) => ({ element: one, url: one.getAttribute("data") || one.getAttribute("src") }))
