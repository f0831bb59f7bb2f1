/* Whether a value stands in a text as a whole word: a hint may hold it as a part of its example. */
(text, value) => new RegExp(`(^|[^\\p{L}\\p{N}])${value.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}($|[^\\p{L}\\p{N}])`, "u").test(text)
