import type { Traits } from "../traits.ts";

export const traits: Traits = {
  capitalisesNouns: true,
  writesTitleCase: false,
  tiesArticles: false,
  compoundsNouns: true,
  nounsQualify: false,
  marksOwners: false,
  subjectLeads: false,
  verbSecond: true,
  subjectFollows: false,
  verbCloses: true,
  verbsShow: false,
  knowsNouns: false,
  knowsPeople: false,
  knowsEndings: false,
  ordersDatesByRegion: false,
  monthFirst: false,
};
