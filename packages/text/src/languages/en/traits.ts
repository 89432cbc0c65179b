import type { Traits } from "../traits.ts";

export const traits: Traits = {
  capitalisesNouns: false,
  writesTitleCase: true,
  tiesArticles: false,
  compoundsNouns: false,
  nounsQualify: true,
  marksOwners: true,
  subjectLeads: true,
  verbSecond: false,
  subjectFollows: false,
  verbCloses: false,
  verbsShow: true,
  knowsNouns: true,
  knowsPeople: true,
  knowsEndings: true,
  ordersDatesByRegion: true,
  monthFirst: true,
};
