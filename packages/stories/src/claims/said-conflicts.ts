/** What a document itself says of two values: that one takes the place of the other, or that two sources give them. */
import { ASKED_MAX, differInSource } from "./conflict-score.ts";
import { type Group, intersects, ratioOf } from "./figure-group.ts";
import { isReplaced } from "./figure-marks.ts";
import type { Figure } from "./figures.ts";
import { WEIGHTS } from "./weights.ts";

/** Whether a document that tells both opposes the two values. */
export function areOpposed(a: Group, b: Group): boolean {
  if (!intersects(a.docs, b.docs)) return false;
  return isCorrection(a, b) || isCorrection(b, a) || isDispute(a, b) || isSetAgainst(a, b) || isSetAgainst(b, a);
}

/** "140,000 homes, not the 90,000 that the company admits", "the company disputes that and counts 5,000". */
function isSetAgainst(a: Group, b: Group): boolean {
  return a.figures
    .slice(0, ASKED_MAX)
    .some(
      (figure) =>
        figure.against !== null &&
        b.figures.slice(0, ASKED_MAX).includes(figure.against) &&
        (!isReplaced(figure.member.text, figure.sentenceSpan, figure.mention.number.span) || wasTold(a, figure)),
    );
}

/** Whether another document tells the value as the present one: who pays 365 instead of 540 has two prices, and only news of 540 is renewed. */
const wasTold = (group: Group, { member }: Figure): boolean =>
  group.figures.slice(0, ASKED_MAX).some((other) => other.member !== member && !other.isSuperseded && other.time === "now");

/** "4.1 million, not 3.4 million as it first said": the sentence itself puts one in the place of the other. */
function isCorrection(a: Group, b: Group): boolean {
  return a.figures
    .slice(0, ASKED_MAX)
    .some(
      (old) =>
        old.isSuperseded &&
        (!isReplaced(old.member.text, old.sentenceSpan, old.mention.number.span) || wasTold(a, old)) &&
        b.figures
          .slice(0, ASKED_MAX)
          .some(
            (now) =>
              !now.isSuperseded &&
              now.member === old.member &&
              now.sentenceSpan[0] === old.sentenceSpan[0] &&
              ratioOf(now.quantity, old.quantity) >= WEIGHTS.tallyRatio,
          ),
    );
}

/** "The union counted 1,800 strikers, the company 1,200": one sentence gives the counts of two sources for one thing. */
function isDispute(a: Group, b: Group): boolean {
  if (a.lead.quantity.dimension !== b.lead.quantity.dimension) return false;
  return a.figures
    .slice(0, ASKED_MAX)
    .some((one) =>
      b.figures
        .slice(0, ASKED_MAX)
        .some(
          (other) =>
            other.member === one.member &&
            other.sentenceSpan[0] === one.sentenceSpan[0] &&
            differInSource(one, other) &&
            (one.thing === null || other.thing === null || one.thing === other.thing) &&
            (one.tally === null || other.tally === null || one.tally === other.tally) &&
            (one.quantity.dimension === "count" || isEstimated(one, other)) &&
            !one.isPart &&
            !other.isPart &&
            one.time === other.time &&
            one.quantity.value !== other.quantity.value &&
            ratioOf(one.quantity, other.quantity) >= ((one.tally ?? other.tally) ? WEIGHTS.tallyRatio : WEIGHTS.conflictRatio),
        ),
    );
}

/** What two may estimate for one thing; who pays what share of it, each knows best. */
const ESTIMATED: ReadonlySet<string> = new Set(["cost", "damage", "loss"]);
const isEstimated = (a: Figure, b: Figure): boolean => {
  const attribute = a.attribute ?? b.attribute;
  return attribute !== null && ESTIMATED.has(attribute) && (b.attribute === null || b.attribute === attribute);
};

/** Whether a document gives both values as its own: not one that it takes back, nor one that it leaves to another source or sets against its own. */
export function statesBoth(a: readonly Figure[], b: readonly Figure[]): boolean {
  const told = new Map<string, Figure[]>();
  for (const figure of a) if (isOwn(figure)) told.set(figure.member.id, [...(told.get(figure.member.id) ?? []), figure]);
  return b.some(
    (figure) =>
      isOwn(figure) &&
      (told.get(figure.member.id) ?? []).some(
        (other) =>
          !differInSource(figure, other) &&
          (figure.tally === null || (figure.mention.attributed_to ?? "") === (other.mention.attributed_to ?? "")),
      ),
  );
}

const isOwn = ({ isSuperseded, against }: Figure): boolean => !isSuperseded && against === null;
