import type { Entity } from "@wirefold/core";
import { fold, memoize, stem } from "@wirefold/text";

/** Words for people and bodies that act, in the languages news most often comes in. */
const ACTORS =
  "ministry minister government cabinet parliament senate congress court judge prosecutor police officer sheriff " +
  "guard army navy military troop soldier force militia rebel insurgent militant fighter gunman official authority " +
  "administration president premier chancellor king queen governor mayor council councillor commission committee " +
  "agency office service department bureau board regulator watchdog bank company firm corporation manufacturer " +
  "airline operator union striker worker employee manager director owner spokesman spokeswoman spokesperson " +
  "secretary ambassador diplomat envoy delegation party coalition opposition lawmaker senator activist protester " +
  "demonstrator resident villager farmer student teacher doctor nurse hospital paramedic firefighter rescuer crew " +
  "captain pilot driver volunteer charity church bishop pope club team coach player association federation league " +
  "university scientist researcher investigator inspector expert engineer coastguard lifeguard recruiter " +
  "ministerium minister regierung polizei polizist armee marine militär soldaten behörde behörden amt gericht " +
  "staatsanwaltschaft unternehmen firma konzern gewerkschaft präsident kanzler bürgermeister feuerwehr sprecher " +
  "ministère ministre gouvernement police armée soldats tribunal entreprise syndicat président maire pompiers autorités " +
  "ministerio ministro gobierno policía ejército soldados tribunal empresa sindicato presidente alcalde bomberos autoridades";

const STEMS = new Set(ACTORS.split(" ").map((word) => stem(fold(word))));

/** A story's sources are asked for with every figure they gave. */
export const isAgent = memoize(1000, (phrase) => (fold(phrase).match(/\p{L}+/gu) ?? []).some((word) => STEMS.has(stem(word))));

/** A person or body by its name in the document's facts, or by a word for people and bodies that act. Places are silent. */
export function canSpeak(name: string, entities: readonly Entity[]): boolean {
  if (isAgent(name)) return true;
  const known = entities.filter(({ canonical, mentions }) => canonical === name || mentions.some(({ text }) => text === name));
  if (known.length === 0) return /^\p{Lu}[^\s]*\s+\p{Lu}/u.test(name);
  return known.some(({ type }) => type === "person" || type === "organisation");
}
