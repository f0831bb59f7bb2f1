/* Fields for what proves who one is (a password, a code that was sent), at most three: [{ path, label }]. `pathOf` is path.js. */
(pathOf) => {
  const clean = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const CODE = /\b(lösenord|engångskod|säkerhetskod|verifieringskod|sms-?kod|pin-?kod|kod|koden|password|passcode|one-time code|verification code|security code|pin)\b/i;
  const OTHER = /(postkod|rabattkod|kampanjkod|landskod|riktnummer|områdeskod|promo|discount|postcode|post code|zip|sort code|area code|country code)/i;
  const label = (one) => clean([...Array.from(one.labels ?? [], (at) => at.textContent), one.getAttribute("aria-label"), ...(one.getAttribute("aria-labelledby") ?? "").split(/\s+/).map((id) => id && document.getElementById(id)?.textContent)].join(" "));
  return Array.from(document.querySelectorAll("input")).filter((one) => {
    if (!/^(text|password|tel|number)$/.test(one.type) || one.disabled || one.readOnly || !one.checkVisibility({ visibilityProperty: true })) return false;
    if (one.type === "password" || /one-time-code|current-password/.test(one.autocomplete)) return true;
    return CODE.test(label(one)) && !OTHER.test(label(one));
  }).slice(0, 3).map((one) => ({ path: pathOf(one), label: label(one).slice(0, 60) }));
}
