import type { CallToActionWords } from "../../call-to-action-classes.ts";

/** What calls to action in Czech are made of. */
export const callToAction: CallToActionWords = {
  address: ["vám", "váš", "vaše", "nám", "náš", "naše"],
  ask: ["předplaťte", "přihlaste", "podpořte", "zaregistrujte", "odebírejte"],
  offer: ["předplatn*", "člensk*", "čtenář*", "novinařin*", "newsletter*", "přístup*"],
  newsletter: ["newsletter*"],
  gate: ["pouze pro předplatitele", "jen pro předplatitele"],
  period: ["měsíčně", "ročně"],
  follow: ["sledujte", "stáhněte", "připojte se", "odebírejte"],
  channel: ["aplikaci", "kanál", "našem kanálu", "naší stránce"],
};
