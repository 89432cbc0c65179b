/** What no similarity outweighs: figures that cannot be one claim, whatever their words and numbers. */
import { traitsOf } from "@wirefold/text";
import { areOnePerson } from "./bearers.ts";
import { type Group, PART_MAX, placesExclude } from "./figure-group.ts";
import type { Figure } from "./figures.ts";
import type { KeptApart } from "./overrides.ts";
import { isDatedBack } from "./periods.ts";
import { areOpposite } from "./predicate-senses.ts";
import { isForPeople, kinshipOf } from "./things.ts";
import { areOtherKinds } from "./units.ts";

/**
 * What no similarity outweighs: two figures of one sentence, opposite directions, an age and a duration, a figure without a
 * unit and a measured one, a further number on top of the document's others.
 */
export function excludes(figure: Figure, group: Group, kept: KeptApart): boolean {
  if (kept.applied.length > 0 && group.figures.some((other) => kept.apart(figure, other))) return true;
  // "4.1 million, not 3.4 million as it first said": one thing, and what was said of it before.
  if (
    group.stretches.has(figure.stretchKey) &&
    !replacesWithin(figure, group) &&
    !repeatsWords(figure, group) &&
    !repeatsWhatIsOne(figure, group)
  )
    return true;
  const isAnother = figure.isFurther && !(group.lead.isFurther && figure.numberKey === group.lead.numberKey);
  if (isAnother && group.docs.has(figure.member.id)) return true;
  const { lead } = group;
  if (figure.isLimit !== lead.isLimit) return true;
  if (figure.isFurther !== lead.isFurther && figure.quantity.value !== lead.quantity.value) return true;
  if (figure.isAge !== lead.isAge) return true;
  if (areOtherKinds(figure.kind, lead.kind) && !sayTheSame(figure, lead)) return true;
  if (figure.bearer !== null && lead.bearer !== null && !areOnePerson(figure.bearer, lead.bearer)) return true;
  if (haveTwoHolders(figure, lead) && figure.quantity.dimension === "percent") return true;
  // "Three of those" is no toll of three.
  if (
    figure.isPart !== lead.isPart &&
    figure.quantity.high <= PART_MAX &&
    !tellsOfTheSame(figure, group) &&
    !doTheSame(figure, lead)
  )
    return true;
  if (!figure.isAge && (figure.mention.unit === null) !== (lead.mention.unit === null)) {
    const { dimension } = (figure.mention.unit === null ? lead : figure).quantity;
    if (dimension !== "count") return true;
  }
  if (arePeopleAndThings(figure, group) || areTollAndThing(figure, lead)) return true;
  if (figure.target !== null && lead.target !== null && figure.target !== lead.target) return true;
  // Who died in another year is no part of the toll.
  if (figure.tally !== null && isDatedBack(figure) !== isDatedBack(lead)) return true;
  if (figure.isNewcomer !== lead.isNewcomer && figure.isAge) return true;
  if (figure.time !== lead.time && figure.time !== "now" && lead.time !== "now") return true;
  return countOtherThings(figure, group) || isOpposed(figure, group);
}

/** "14 trapped children", "14 countries": a small number of people and of what is no word for people. */
function arePeopleAndThings(figure: Figure, { things, lead }: Group): boolean {
  const { thing, quantity, language } = figure;
  if (thing === null || things.size === 0 || things.has(thing) || quantity.high > PEOPLE_MAX) return false;
  if (!traitsOf(language).knowsPeople || !traitsOf(lead.language).knowsPeople || !isHead(figure) || !isHead(lead)) return false;
  return [...things].every((other) => kinshipOf(thing, other) === "other" && isForPeople(thing) !== isForPeople(other));
}

/** "86 people died", « 86 tentes »: between two languages no words are compared, but a toll of people is none of things in either. */
function areTollAndThing(a: Figure, b: Figure): boolean {
  if (a.language === b.language || a.tally === b.tally) return false;
  const [toll, other] = a.tally === null ? [b, a] : [a, b];
  return other.tally === null && toll.mention.unit === "person" && other.mention.unit !== null && other.mention.unit !== "person";
}

/** Whether the thing is the last word of what is counted: of "three night-shift workers" the night is not. */
function isHead({ thing, mention: { subject } }: Figure): boolean {
  if (thing === null || thing === "person") return true;
  const last = subject?.slice(subject.lastIndexOf(" ") + 1).toLowerCase() ?? "";
  return last.startsWith(thing.slice(0, Math.max(3, thing.length - 1)));
}
const PEOPLE_MAX = 99;

/** "Five of those officers have died", where the document has told that five died: the verb is one. */
const tellsOfTheSame = (figure: Figure, group: Group): boolean =>
  group.docs.has(figure.member.id) && figure.verbField !== null && group.classes.has(figure.verbField);

/** "Two of them got away" and "two got away": the same part of the same things. */
const doTheSame = (a: Figure, b: Figure): boolean =>
  a.predicate !== null && a.predicate === b.predicate && a.subject.some((word) => b.subject.includes(word));

/** A number of some length is told of one thing, whatever word a report has for it. */
const sayTheSame = (a: Figure, b: Figure): boolean => a.numberKey === b.numberKey && a.quantity.high > PART_MAX;

/** The shares of two candidates, the times of two runners. */
export const haveTwoHolders = ({ holder: a }: Figure, { holder: b }: Figure): boolean =>
  a !== null && b !== null && !areOnePerson(a, b);

/** Characters on either side of a figure that a teaser repeats. */
const REPEATED = 24;

/** A line of teasers has no full stop: the same words again are the same figure again. */
function repeatsWords(figure: Figure, group: Group): boolean {
  const around = ({ member: { text }, mention: { number } }: Figure): string =>
    text.slice(number.span[1], number.span[1] + REPEATED);
  const own = around(figure);
  return (
    own.length === REPEATED &&
    group.figures.every(
      (other) => other.stretchKey !== figure.stretchKey || (other.numberKey === figure.numberKey && around(other) === own),
    )
  );
}

/** What an event has one of: the same number again in one sentence is the same again. */
const isOneOfItsKind = (dimension: string): boolean => dimension === "magnitude" || dimension === "temperature";
/** Characters between two tallies from which a line with its headline in front tells one of them twice. */
const APART = 60;

/** "24 dead as quake hits Tarn … leaving 24 dead": a headline that runs on into its text. Two villages may lose two people each. */
function repeatsWhatIsOne(figure: Figure, group: Group): boolean {
  return group.figures.every((other) => {
    if (other.stretchKey !== figure.stretchKey) return true;
    if (other.numberKey !== figure.numberKey) return false;
    if (isOneOfItsKind(figure.quantity.dimension)) return true;
    const gap = Math.abs(other.mention.number.span[0] - figure.mention.number.span[0]);
    const isTold = figure.tally !== null && figure.tally === other.tally && !figure.isFurther && !other.isFurther;
    return isTold && gap >= APART && !placesExclude(figure.places, other.places);
  });
}

function replacesWithin(figure: Figure, group: Group): boolean {
  const beside = group.figures.filter((other) => other.stretchKey === figure.stretchKey);
  return beside.every(
    (other) => other.isSuperseded !== figure.isSuperseded || other.against === figure || figure.against === other,
  );
}

/** "Millions of employees", "millions of taxpayers" in one text: an order of magnitude proves nothing where two things are named. */
function countOtherThings(figure: Figure, group: Group): boolean {
  if (!group.docs.has(figure.member.id) || !figure.quantity.magnitudeOnly || !group.lead.quantity.magnitudeOnly) return false;
  const { lead } = group;
  if (
    figure.tally !== lead.tally &&
    figure.predicate !== null &&
    lead.predicate !== null &&
    !group.predicates.has(figure.predicate)
  )
    return true;
  if (figure.isAnybody || group.isAnybody) return false;
  return figure.subject.length > 0 && group.subject.size > 0 && !figure.subject.some((word) => group.subject.has(word));
}

/** Opposite statements: lost and won, entered a place and left it. */
export function isOpposed(figure: Figure, group: Group): boolean {
  for (const sense of group.senses) {
    if (!areOpposite(figure.sense, sense)) continue;
    // Of people on the move the place decides, where both name one.
    if (sense.field !== "move" || figure.ways.size === 0 || group.ways.size === 0) return true;
  }
  for (const [place, sign] of figure.ways) if ((group.ways.get(place) ?? sign) !== sign) return true;
  return false;
}

/** Figures of a group that are asked whether they exclude another group; those that follow say the same again. */
const ASKED_MAX = 12;

export function groupsExclude(a: Group, b: Group, kept: KeptApart): boolean {
  return a.figures.slice(0, ASKED_MAX).some((figure) => excludes(figure, b, kept));
}
