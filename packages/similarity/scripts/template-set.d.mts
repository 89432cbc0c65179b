/** Recurring reports of one template, each about another occasion: documents of different groups are different events. */
export function templateSet(
  events?: number,
  seed?: number,
): { id: string; group: string; template: string; title: string; text: string }[];
