import type { EntityType } from "@wirefold/core";
import { agencyByForm } from "@wirefold/text";
import { type Gender, isSurePlace, placeInRunningText, shortForms } from "@wirefold/text/grammar";
import type { Document } from "../document.ts";
import type { NameMention } from "./find-names.ts";

/** All mentions of one named thing in a document. */
export interface NamedEntity {
  readonly index: number;
  type: EntityType;
  canonical: string;
  role: string | null;
  gender: Gender | null;
  readonly mentions: NameMention[];
}

export interface Naming {
  readonly entities: readonly NamedEntity[];
  readonly mentions: readonly NameMention[];
  /** The entity of each mention, by position in `mentions`; -1 for roles that name nobody. */
  readonly entityOf: Int32Array;
}

const wordsOf = (name: string): string[] => {
  const bare = name.endsWith("’s") || name.endsWith("'s") ? name.slice(0, -2) : name;
  // Most names are one word.
  return /\s/.test(bare) ? bare.split(/\s+/) : [bare];
};
const lastWord = (name: string): string => {
  const words = wordsOf(name).filter((word) => !/^(?:Jr|Sr|II|III|IV)\.?,?$/.test(word));
  return (words.at(-1) ?? name).replace(/,$/, "");
};
const bareName = (name: string): string => name.replace(/^(?:The|the) /, "");

/** Initial letters of a name's capitalised words: “National Audit Office” gives NAO. */
function initials(name: string): string {
  let out = "";
  for (const word of wordsOf(name)) if (/^\p{Lu}/u.test(word)) out += word[0];
  return out;
}

/** “HKA” within the compound “Hafenkontrollamt”: its letters in their order, the first one first. */
function isWithin(short: string, long: string): boolean {
  const lower = short.toLowerCase();
  let at = 0;
  for (const letter of long.toLowerCase()) if (letter === lower[at]) at++;
  return at === lower.length && /^\p{Lu}\p{Ll}{6,}$/u.test(long) && long[0] === short[0];
}

/** Letters of `short` occur in order in `long`, the first one first: FSB in “Federalnaya Sluzhba Bezopasnosti”. */
function abbreviates(short: string, long: string): boolean {
  if (short.length < 2 || short.length > 8) return false;
  const made = initials(long);
  return (
    made === short ||
    made.startsWith(short) ||
    (made.length === 1 && isWithin(short, long)) ||
    (short[0] === long[0] &&
      made.length >= 2 &&
      [...short].filter((letter) => made.includes(letter)).length >= Math.min(2, short.length - 1))
  );
}

const declinedAdjective = /^(\p{Lu}\p{Ll}+?)e[mnrs]?(?= \p{Lu})/u;

/** How many bearers of one name are kept apart. */
const namesakesMax = 12;
/** How far back the bearer of a shared name is looked for, in mentions. */
const lookBackMax = 200;

class Register {
  readonly entities: NamedEntity[] = [];
  private readonly byForm = new Map<string, NamedEntity>();
  private readonly byLastWord = new Map<string, NamedEntity[]>();
  private readonly byFirstWord = new Map<string, NamedEntity[]>();

  private initialsOf: Map<string, NamedEntity> | null = null;

  /** The organisation spelled out with these initials; asked only once all full names are in. */
  byInitials(letters: string): NamedEntity | undefined {
    if (this.initialsOf === null) {
      this.initialsOf = new Map();
      for (const entity of this.entities) {
        const made = entity.type === "organisation" ? initials(entity.canonical) : "";
        if (made.length >= 3 && !this.initialsOf.has(made)) this.initialsOf.set(made, entity);
      }
    }
    return this.initialsOf.get(letters);
  }

  find(form: string): NamedEntity | undefined {
    return this.byForm.get(form);
  }

  people(word: string): readonly NamedEntity[] {
    return this.byLastWord.get(word) ?? [];
  }

  byFirst(word: string): readonly NamedEntity[] {
    return this.byFirstWord.get(word) ?? [];
  }

  open(mention: NameMention, canonical: string): NamedEntity {
    const entity: NamedEntity = {
      index: this.entities.length,
      type: mention.type,
      canonical,
      role: mention.role,
      gender: mention.gender,
      mentions: [],
    };
    this.entities.push(entity);
    this.name(entity, canonical);
    return entity;
  }

  name(entity: NamedEntity, form: string): void {
    if (!this.byForm.has(form)) this.byForm.set(form, entity);
    if (entity.type !== "person") return;
    for (const [map, word] of [
      [this.byLastWord, lastWord(form)],
      [this.byFirstWord, wordsOf(form)[0] as string],
    ] as const) {
      const known = map.get(word);
      if (!known) map.set(word, [entity]);
      else if (known.length < namesakesMax && !known.includes(entity)) known.push(entity);
    }
  }
}

/**
 * Groups the mentions of a document: full names first, then what refers back to them (last names, first names, acronyms,
 * shortened institutions). Two names stay apart unless one is a part of the other, so “Upper Sorrel” and “Lower Sorrel” never merge.
 */
export function groupMentions(document: Document, mentions: readonly NameMention[]): Naming {
  const register = new Register();
  const entityOf = new Int32Array(mentions.length).fill(-1);
  const assign = (index: number, entity: NamedEntity): void => {
    const mention = mentions[index] as NameMention;
    entityOf[index] = entity.index;
    entity.mentions.push(mention);
    entity.role ??= mention.role;
    entity.gender ??= mention.gender;
  };
  // “Nautische Union”, “der Nautischen Union”: one name in two cases of German.
  const inOneCase = (form: string, type: EntityType): string =>
    document.language.capitalisesNouns && type === "organisation" ? form.replace(declinedAdjective, "$1e") : form;
  // Full names of people, and everything that is not a person.
  mentions.forEach((mention, index) => {
    if (mention.isRole) return;
    const words = wordsOf(mention.text);
    const form = mention.type === "person" ? mention.text : placeInRunningText(bareName(mention.text));
    if (mention.type === "person" && words.length === 1) return;
    if (
      mention.type !== "person" &&
      words.length === 1 &&
      !isSurePlace(mention.text) &&
      !agencyByForm.has(mention.text) &&
      !mention.isSure
    )
      return;
    // “Sorrelson” is Ida Sorrelson, whatever its ending.
    if (mention.type === "other" && words.length === 1 && register.people(mention.text).length > 0) return;
    const agency = agencyByForm.get(mention.text) ?? shortForms.get(mention.text);
    const known = register.find(agency ?? form) ?? register.find(inOneCase(form, mention.type));
    if (known) {
      if (mention.isSure && known.type === "other") known.type = mention.type;
      assign(index, known);
      return;
    }
    const entity = register.open(mention, form);
    if (agency !== undefined) register.name(entity, agency);
    else register.name(entity, inOneCase(form, mention.type));
    assign(index, entity);
  });
  // What refers back. A single word takes the person it is the last (else the first) name of.
  mentions.forEach((mention, index) => {
    if (mention.isRole || (entityOf[index] as number) >= 0) return;
    const form = bareName(mention.text);
    const exact = register.find(form) ?? register.find(shortForms.get(form) ?? form);
    const person = personFor(register, mention, entityOf, mentions, index);
    const namesake = person ?? exact;
    if (namesake && contradicts(mention, namesake)) {
      // “Mrs. Duarte” as well as “Mr. Duarte”: another bearer of the name, distinguished by how the text addresses her.
      const form = `${mention.honorific} ${mention.text}`;
      const known = register.find(form);
      assign(index, known ?? register.open(mention, form));
      return;
    }
    const owner = namesake ?? acronymOwner(document, register, mention, mentions, entityOf, index);
    if (owner) {
      register.name(owner, form);
      assign(index, owner);
      return;
    }
    assign(index, register.open(mention, form));
  });
  mergeShortened(register, mentions, entityOf);
  for (const entity of register.entities) {
    settleType(entity);
    entity.mentions.sort((a, b) => a.from - b.from);
  }
  return { entities: register.entities, mentions, entityOf };
}

/** “Mrs.” says that its bearer is not the man of that name. */
function contradicts({ honorific, gender }: NameMention, entity: NamedEntity): boolean {
  return honorific !== null && gender !== null && entity.gender !== null && entity.gender !== gender;
}

function personFor(
  register: Register,
  mention: NameMention,
  entityOf: Int32Array,
  mentions: readonly NameMention[],
  index: number,
): NamedEntity | undefined {
  if (mention.type === "place" && mention.isSure) return undefined;
  if (mention.type === "organisation" && mention.isSure) return undefined;
  const word = mention.text;
  let candidates = register.people(word);
  if (candidates.length === 0 && mention.gender !== null)
    candidates = register.byFirst(word).length === 1 ? register.byFirst(word) : [];
  if (candidates.length === 0)
    candidates = register.byFirst(word).length === 1 && mention.type !== "place" ? register.byFirst(word) : [];
  if (candidates.length <= 1) return candidates[0];
  const suited = mention.gender === null ? candidates : candidates.filter((entity) => entity.gender === mention.gender);
  if (suited.length === 1) return suited[0];
  if (suited.length === 0 && mention.honorific !== null && candidates.every((entity) => entity.gender !== null))
    return candidates.find((entity) => entity.canonical === `${mention.honorific} ${mention.text}`) ?? candidates[0];
  const pool = suited.length > 0 ? suited : candidates;
  // The bearer of the name spoken of last; before any, the one the text speaks of most.
  for (let i = index - 1; i >= Math.max(0, index - lookBackMax); i--) {
    const entity = pool.find((each) => each.index === entityOf[i]);
    if (entity && (mentions[i] as NameMention).type === "person") return entity;
  }
  return [...pool].sort((a, b) => b.mentions.length - a.mentions.length)[0];
}

/** “National Audit Office (NAO)”: the name right before the bracket, or a name spelled out anywhere. */
function acronymOwner(
  document: Document,
  register: Register,
  mention: NameMention,
  mentions: readonly NameMention[],
  entityOf: Int32Array,
  index: number,
): NamedEntity | undefined {
  const { scan } = document;
  const previous = mentions[index - 1];
  if (
    previous &&
    scan.mark(mention.from - 1) === 0x28 &&
    previous.to === mention.from - 1 &&
    abbreviates(mention.text, previous.text)
  ) {
    return register.entities[entityOf[index - 1] as number];
  }
  if (!/^\p{Lu}{3,7}$/u.test(mention.text)) return undefined;
  return register.byInitials(mention.text);
}

/** Texts that name more organisations are lists, where every name is whole. */
const organisationsMax = 200;

/** “Harbour Board” after “Harbour Board of Sorrel”: the shorter name joins the longer one if only one begins with it. */
function mergeShortened(register: Register, mentions: readonly NameMention[], entityOf: Int32Array): void {
  const organisations = register.entities.filter((entity) => entity.type === "organisation" && entity.mentions.length > 0);
  if (organisations.length > organisationsMax) return;
  const positions = new Map(mentions.map((mention, index) => [mention, index]));
  const byFirst = new Map<string, NamedEntity[]>();
  for (const each of organisations) {
    const first = wordsOf(each.canonical)[0] ?? "";
    const known = byFirst.get(first);
    if (known) known.push(each);
    else byFirst.set(first, [each]);
  }
  const merge = (short: NamedEntity, owner: NamedEntity): void => {
    for (const mention of short.mentions) {
      entityOf[positions.get(mention) as number] = owner.index;
      owner.mentions.push(mention);
    }
    short.mentions.length = 0;
  };
  for (const short of organisations) {
    const words = wordsOf(short.canonical);
    if (words.length < 2) continue;
    // “U.S. Harbour Board”, where no other country's is named
    const national = organisations.filter(
      (each) =>
        each.mentions.length > 0 &&
        each.canonical.endsWith(` ${short.canonical}`) &&
        isSurePlace(each.canonical.slice(0, -short.canonical.length - 1)),
    );
    if (national.length === 1) {
      merge(short, national[0] as NamedEntity);
      continue;
    }
    const opening = `${short.canonical} `;
    const longer = (byFirst.get(words[0] ?? "") ?? []).filter(
      (each) => each !== short && each.mentions.length > 0 && each.canonical.startsWith(opening),
    );
    if (longer.length !== 1) continue;
    merge(short, longer[0] as NamedEntity);
  }
}

/** The type most of the sure mentions agree on; a last name that refers back to somebody is asked only where none is sure. */
function settleType(entity: NamedEntity): void {
  if (entity.mentions.length === 0) return;
  const votes = new Map<EntityType, number>();
  const isSure = entity.mentions.some((mention) => mention.isSure);
  for (const mention of entity.mentions)
    if (mention.isSure || !isSure) votes.set(mention.type, (votes.get(mention.type) ?? 0) + 1);
  let best = entity.type;
  for (const [type, count] of votes) if (count > (votes.get(best) ?? 0)) best = type;
  entity.type = best;
}
