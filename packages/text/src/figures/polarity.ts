/** The side of a figure that its number does not tell: which way it went, whether it was gained or lost, who it speaks for. */
export const polarities = ["up", "down", "profit", "loss", "for", "against", "in", "out", "won", "lost"] as const;
export type Polarity = (typeof polarities)[number];

const opposites: Readonly<Record<Polarity, Polarity>> = {
  up: "down",
  down: "up",
  profit: "loss",
  loss: "profit",
  for: "against",
  against: "for",
  in: "out",
  out: "in",
  won: "lost",
  lost: "won",
};

/** The other end of the same axis: of “up” it is “down”. */
export const oppositePolarity = (polarity: Polarity): Polarity => opposites[polarity];
