import type { DocumentView } from "./document-view.ts";

/**
 * What two reports in different languages can be compared by: figures, names by their sound, days. Words are of no use,
 * so the evidence is thin and the bar high: this finds translations and reports rich in names and figures, and leaves
 * the rest apart. Weights are set by hand; no development data in two languages was at hand.
 */
export interface CrossMeasures {
  readonly names: number;
  readonly figures: number;
  readonly days: number;
  readonly eventOdds: number;
  readonly derivedOdds: number;
}

/** A figure under this weight (a year, a small number) stands in too many texts. */
const FIGURE_WEIGHT_MIN = 4.5;

export function compareAcross(a: DocumentView, b: DocumentView): CrossMeasures {
  const other = new Set(b.features.soundNames);
  let sharedNames = 0;
  for (const name of a.features.soundNames) if (other.has(name)) sharedNames++;
  const names = sharedNames / (Math.min(a.features.soundNames.length, b.features.soundNames.length) + 1);

  let sharedFigures = 0;
  let figuresA = 0;
  let figuresB = 0;
  for (let i = 0; i < a.figures.length; i++) if (a.figureWeight[i]! >= FIGURE_WEIGHT_MIN) figuresA++;
  for (let j = 0; j < b.figures.length; j++) if (b.figureWeight[j]! >= FIGURE_WEIGHT_MIN) figuresB++;
  for (let i = 0, j = 0; i < a.figures.length && j < b.figures.length; ) {
    if (a.figures[i] === b.figures[j]) {
      if (a.figureWeight[i]! >= FIGURE_WEIGHT_MIN) sharedFigures++;
      i++;
      j++;
    } else if (a.figures[i]! < b.figures[j]!) i++;
    else j++;
  }
  const figures = sharedFigures / (Math.min(figuresA, figuresB) + 1);
  const days = a.calendar.monthDays.filter((day) => b.calendar.monthDays.includes(day)).length;
  const shared = sharedNames + sharedFigures;
  // Three shared names of a dozen happen by chance in one country's politics; six with figures among them do not.
  const eventOdds =
    shared < 3
      ? -5
      : -5.5 +
        0.5 * Math.min(sharedNames, 8) +
        0.9 * Math.min(sharedFigures, 5) +
        3 * names +
        2 * figures +
        Math.min(days, 2) * 0.7;
  const derivedOdds = shared < 8 ? -5 : -11 + 6 * names + 6 * figures + 0.15 * Math.min(shared, 12);
  return { names, figures, days, eventOdds, derivedOdds };
}
