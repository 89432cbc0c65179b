/** Currencies from CLDR, as the runtime carries it: their codes, their names in a language, and the signs sums are written with. */

/** Signs that one currency of the news has. A dollar or a pound without more is the best known one. */
export const currencySigns: ReadonlyMap<number, string> = new Map([
  [0x24, "USD"],
  [0x20ac, "EUR"],
  [0xa3, "GBP"],
  [0x20bf, "bitcoin"],
  [0xa5, "JPY"],
  [0x20b9, "INR"],
  [0x20bd, "RUB"],
  [0x20b4, "UAH"],
  [0x20aa, "ILS"],
  [0x20a9, "KRW"],
  [0x20ab, "VND"],
  [0x20ba, "TRY"],
  [0x20a6, "NGN"],
  [0x20b1, "PHP"],
  [0x20b8, "KZT"],
  [0x20be, "GEL"],
  [0x20b5, "GHS"],
  [0x20a1, "CRC"],
  [0x20b2, "PYG"],
  [0x20bc, "AZN"],
  [0x20ad, "LAK"],
  [0x20ae, "MNT"],
  [0x17db, "KHR"],
  [0xe3f, "THB"],
  [0x20a8, "INR"],
  [0xff04, "USD"],
  [0xffe1, "GBP"],
  [0xffe5, "JPY"],
]);

/** What stands before a sign to say whose money it is: “US$”, “A$”, “R$”, “E£”. */
export const signPrefixes: ReadonlyMap<string, string> = new Map([
  ["us", "USD"],
  ["u.s", "USD"],
  ["u.s.", "USD"],
  ["a", "AUD"],
  ["au", "AUD"],
  ["aus", "AUD"],
  ["c", "CAD"],
  ["ca", "CAD"],
  ["can", "CAD"],
  ["hk", "HKD"],
  ["nz", "NZD"],
  ["s", "SGD"],
  ["sg", "SGD"],
  ["r", "BRL"],
  ["nt", "TWD"],
  ["mx", "MXN"],
  ["ar", "ARS"],
  ["j", "JMD"],
  ["tt", "TTD"],
  ["z", "ZWL"],
]);
const poundPrefixes: ReadonlyMap<string, string> = new Map([
  ["e", "EGP"],
  ["l", "LBP"],
  ["ll", "LBP"],
  ["s", "SYP"],
  ["ir", "IEP"],
]);

/** The currency of a sign with what is glued before it. */
export function signedCurrency(sign: number, prefix: string): string | undefined {
  const plain = currencySigns.get(sign);
  if (prefix === "" || plain === undefined) return plain;
  if (plain === "USD") return signPrefixes.get(prefix);
  if (plain === "GBP") return poundPrefixes.get(prefix);
  return plain === "JPY" && /^(?:cn|rmb)$/.test(prefix) ? "CNY" : undefined;
}

/** Abbreviations before a sum that are no code: “Rs 300”, “Rs. 4,50,000”, “RM12”, “SFr 20”. As written. */
export const currencyAbbreviations: ReadonlyMap<string, string> = new Map([
  ["Rs", "INR"],
  ["Re", "INR"],
  ["RM", "MYR"],
  ["Rp", "IDR"],
  ["SFr", "CHF"],
  ["Sfr", "CHF"],
  ["Tk", "BDT"],
  ["Ksh", "KES"],
  ["KSh", "KES"],
  ["Sh", "KES"],
  ["GH", "GHS"],
  ["Php", "PHP"],
  ["Kč", "CZK"],
  ["RMB", "CNY"],
  ["Ft", "HUF"],
]);

/** Codes that are everyday words or other abbreviations in capitals; they count before digits only. */
const doubtfulCodes = new Set("ALL ANG BAM BOB COP COU CUP GEL LAK MAD MOP PEN RON SOS TOP TRY ZAR XXX XTS STD STN".split(" "));
const codes = new Set(
  Intl.supportedValuesOf("currency").filter(
    (code) => !code.startsWith("X") || code === "XAF" || code === "XOF" || code === "XPF",
  ),
);

/** Whether three capitals are an ISO 4217 code that means a currency wherever it stands with a number. */
export const isCurrencyCode = (raw: string): boolean =>
  raw.length === 3 && codes.has(raw) && (!doubtfulCodes.has(raw) || raw === "ZAR");
/** The same for a code right before digits. */
export const isCodeBefore = (raw: string): boolean => raw.length === 3 && codes.has(raw) && !/^(?:ALL|TOP)$/.test(raw);

/** Currencies whose names news uses; the names of the others are learned for nobody. */
const named =
  "AED AFN AMD ARS AUD AZN BAM BDT BGN BRL BYN CAD CHF CLP CNY COP CUP CZK DKK DZD EGP ETB EUR GBP GEL GHS HKD HRK HUF IDR ILS INR IQD IRR ISK JOD JPY KES KGS KRW KWD KZT LBP LKR MAD MDL MKD MMK MNT MXN MYR NGN NOK NPR NZD OMR PEN PHP PKR PLN QAR RON RSD RUB SAR SDG SEK SGD SYP THB TJS TMT TND TRY TWD TZS UAH UGX USD UYU UZS VES VND YER ZAR ZMW ZWL".split(
    " ",
  );

/** The names of currencies in a language, one and many, in lower case, as CLDR has them: “swiss francs”, “Schweizer Franken”. */
export function currencyNames(language: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const code of named) {
    // Decimals would put one crown into the plural.
    const style = { style: "currency", currency: code, currencyDisplay: "name", maximumFractionDigits: 0 } as const;
    const format = new Intl.NumberFormat(language, style);
    for (const count of [1, 2, 10]) {
      const name = format
        .formatToParts(count)
        .filter(({ type }) => type === "currency")
        .map(({ value }) => value)
        .join("");
      out.set(name.toLowerCase().replaceAll("’", "'"), code);
    }
  }
  return out;
}
