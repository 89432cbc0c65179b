import type { Traits } from "../traits.ts";

export const traits: Traits = {
  capitalisesNouns: false,
  writesTitleCase: false,
  tiesArticles: false,
  compoundsNouns: false,
  nounsQualify: false,
  marksOwners: false,
  subjectLeads: false,
  verbSecond: false,
  subjectFollows: false,
  verbCloses: false,
  verbsShow: false,
  knowsNouns: false,
  knowsPeople: false,
  knowsEndings: false,
  ordersDatesByRegion: false,
  monthFirst: false,
};
