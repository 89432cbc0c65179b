/**
 * What speaks for and against two figures being one claim, in one unit throughout: a shared place is 1. Fitted with
 * `node packages/stories/scripts/fit-weights.mjs`, leaving one story out at a time.
 */
export const WEIGHTS = {
  place: 1,
  otherPlace: -1.2,
  subject: 0.9,
  otherSubject: -0.1,
  otherThing: -0.5,
  /** Nouns of which one may stand for the other: "homes", "houses". */
  kin: 0.3,
  /** Nouns that mean nothing in common: "hospitals", "lawsuits". */
  unrelatedThing: -2,
  /** People and what is no body of people. */
  peopleAndThings: -1.5,
  /** The same of a small number, which any two things may have. */
  fewOtherThings: -1.2,
  /** Both are prices, or both are losses. */
  attribute: 0.8,
  otherAttribute: -0.4,
  clause: 1.8,
  sentence: 0.9,
  tally: 1.8,
  age: 1.6,
  /** Both are one person's share, sum or time. */
  holder: 1.2,
  predicate: 0.7,
  otherPredicate: -0.1,
  otherTally: -2,
  samePeriod: 0.4,
  overlappingPeriod: 0.1,
  otherPeriod: -0.5,
  otherOwnPeriod: -1.5,
  source: 0.3,
  /** The document repeats itself more often than it counts two things alike. */
  sameDocument: -0.2,
  /** The document takes the figure back, so another gave it. */
  denied: 0.8,
  /** One text was made from the other's original. */
  sameLineage: 0.5,
  /** The headline of a document that tells the figure below. */
  headline: 0.8,
  /** Two languages share few words: what the words would have added for an equal figure of some length. */
  translated: 0.9,

  /** What an equal number proves, by its significant digits, its size and how seldom the story uses its unit. */
  oneDigit: 1.2,
  twoDigits: 1.75,
  threeDigits: 2.3,
  moreDigits: 2.6,
  small: -0.3,
  large: 0.7,
  magnitude: 0.8,
  rareUnit: 0.9,
  /** What is measured has more values than what is counted, and fewer of them. */
  equalMoney: 0.6,
  equalShare: 0.5,
  equalMeasure: 0.3,

  /** Evidence to put two equal figures into one claim. */
  sameNumber: 1.6,
  /** Evidence to read one figure as the rounding of another: the number itself proves less. */
  rounded: 2.1,
  /** Each digit to which a rounding agrees with its value, beyond the first. */
  agreeingDigits: 1.2,
  /** "Over 400,000" for "more than 437,300" of the same thing. */
  cutOff: 0.8,
  /** Evidence in standing in a headline, where figures are rounded most. */
  headlineRounds: 0.3,
  /** Evidence, above what a common lineage counts anyway, in one text being made from the other: rewrites round. */
  lineageRounds: 0.5,
  /** A measured value whose rounding stands in no other figure's way. */
  roundedMeasure: 1,
  /** No other figure of this dimension lies near the two. */
  unrivalled: 0.9,
  /** The only claim of the story within an order of magnitude. */
  onlyWithin: 0.9,
  /** A body that gives both figures has two things to count. */
  alongside: -1,
  /** A bound within this ratio of the value bounds that value; "more than 100,000" next to 194,000 may count something else. */
  tightBound: 0.75,

  /** Evidence of the rules that makes two different numbers rivals at all. */
  rivals: 1,
  /** Log-odds from which two rivals answer one question. A false conflict costs a reader more than a missed one. */
  conflict: -0.4,
  /** The same where the later report's value takes the place of the earlier one: no conflict is told. */
  update: -2,
  /** Both shares are told of one name. */
  beside: 1,
  /** A later report says that a value has changed, and another gave one before. */
  renewed: 1.2,
  /** Log-odds, or evidence of the rules, that make a reader look: near values, the same thing counted. */
  possibleConflict: -1,
  rivalsLook: 2.8,
  /** Evidence that an equal number with the opposite direction is told of the same thing. */
  opposite: 0.8,
  /** A story has one tally of the dead, the injured, the missing. */
  tallyConflict: 1.6,
  /** Nobody else of the story counts this thing. */
  onlyTwo: 0.7,
  /** Two prices, and no third price in the story. */
  onlyAttribute: 1.2,
  /** One source against another. */
  twoSources: 0.4,
  /** The only two temperatures of a story. */
  rareMeasure: 1.8,
  /** A word that stands with no other figures of the story. */
  ownWord: 0.5,
  /** The only two figures "a day". */
  onlyRate: 1.2,
  /** The same happens to the same things, and no third figure counts them. */
  sameEvent: 1.2,
  /** The same thing is counted, and it is no mere "people". */
  sameHead: 0.8,
  /** Words in common, as a share of both contexts. */
  likeContext: 1,
  /** Values close to each other; nothing at a quarter apart. */
  near: 1,
  /** Values further apart than this ratio answer two questions. */
  tallyRatio: 0.25,
  headTallyRatio: 0.08,
  /** A third claim stands in the sentences of both. */
  anchored: 1.2,
  /** Off, where what is measured is said to undergo two things. */
  twoFields: 1.2,
  conflictRatio: 0.5,
  onlyTwoRatio: 0.35,
};
