import type { CallToActionWords } from "../../call-to-action-classes.ts";

/** What calls to action in Swedish are made of. */
export const callToAction: CallToActionWords = {
  address: [],
  ask: ["prenumerera", "logga in", "registrera", "stöd", "bli"],
  offer: ["prenumeration*", "medlem*", "nyhetsbrev*", "journalistik"],
  newsletter: ["nyhetsbrev*"],
  gate: ["endast för prenumeranter", "för att läsa vidare"],
  period: ["per månad", "i månaden"],
  follow: ["följ", "ladda ner", "ladda hem", "gilla"],
  channel: ["app", "appen", "kanal", "vår sida"],
};
