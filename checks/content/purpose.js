/* Fields whose label says that they ask for something of the user's own, with what it is and what autocomplete they have. */
(see) => {
  // The noun at the end of the label, and the purposes of HTML that fit it.
  const PURPOSES = [
    [/(för- och efternamn|fullständiga? namn|namn|full name|name)$/i, ["name", "given-name", "family-name", "additional-name", "nickname", "username"]],
    [/(förnamn|first name|given name)$/i, ["given-name", "name"]],
    [/(efternamn|surname|last name|family name)$/i, ["family-name", "name"]],
    [/(telefon|telefonnummer|mobil|mobilnummer|mobiltelefon|phone|phone number|telephone|telephone number|mobile number)$/i, ["tel", "tel-national"]],
    [/(e-?post|e-?postadress|mejl|mejladress|mailadress|e-?mail|e-?mail address)$/i, ["email", "username"]],
    [/(gatuadress|postadress|hemadress|home address|street address)$/i, ["street-address", "address-line1"]],
    [/(postnummer|postcode|postal code|zip code)$/i, ["postal-code"]],
    [/(födelsedatum|date of birth|birthday)$/i, ["bday"]],
  ];
  const OWN = /^(ange |skriv |fyll i |enter |what is |vad är )?(ditt|din|dina|mitt|min|mina|your|my)\s/i;
  const labelled = (field) => {
    const ids = (field.getAttribute("aria-labelledby") || "").split(/\s+/).filter(Boolean).map((id) => field.getRootNode().getElementById?.(id)).filter(Boolean);
    return ids.length ? ids : Array.from(field.labels || []);
  };
  return see.all("input, select, textarea").slice(0, 400).flatMap((field) => {
    if (!see.exposed(field) || !see.visible(field) || field.disabled || field.readOnly) return [];
    if (!/^(text|tel|email|date|number|search|select-one|textarea)$/.test(field.type) || field.getAttribute("role") === "combobox") return [];
    const label = see.clean(labelled(field).map((one) => see.shown(one)).join(" ") || field.getAttribute("aria-label"))
      .replace(/\s*(\*|\((frivilligt|valfritt|obligatoriskt|optional|required)\))\s*$/i, "").replace(/[?:]$/, "");
    if (!OWN.test(label) || label.length > 60) return [];
    const fits = PURPOSES.filter(([words]) => words.test(label)).flatMap(([, purposes]) => purposes);
    if (!fits.length) return [];
    const given = (field.getAttribute("autocomplete") || "").toLowerCase().split(/\s+/).filter(Boolean);
    const purpose = given.at(-1) ?? "";
    if (fits.includes(purpose)) return [];
    // Another purpose of HTML is another question: whether it fits, a person sees.
    return [{ element: field, label, given: given.join(" "), fits: fits[0], other: Boolean(purpose) && !/^(on|off|false|true|nope|none|no)$/.test(purpose) }];
  });
}
