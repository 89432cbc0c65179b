import { compareStrings } from "@wirefold/core";
import { dateByStory } from "@wirefold/facts";
import type { ReconcileMember } from "@wirefold/stories";

/** Gives members without a date the days their story's dated members went out on, so that their weekdays and months can be told. */
export function dateMembers(members: readonly ReconcileMember[]): readonly ReconcileMember[] {
  const firstOfCopies = new Map<string, string>();
  const days: string[] = [];
  for (const member of members) {
    const day = dayOf(member);
    if (day === null) continue;
    days.push(day);
    const known = firstOfCopies.get(member.copy);
    if (known === undefined || day < known) firstOfCopies.set(member.copy, day);
  }
  days.sort(compareStrings);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return members;
  return members.map((member) => {
    if (member.facts === null) return member;
    const own = firstOfCopies.get(member.copy);
    const facts = dateByStory(
      member.facts,
      member.text,
      own === undefined ? { first, last, isOwn: false } : { first: own, last: own, isOwn: true },
    );
    return facts === member.facts ? member : { ...member, facts };
  });
}

const dayOf = ({ published_at, facts }: ReconcileMember): string | null =>
  (published_at ?? facts?.publication_date ?? null)?.slice(0, 10) ?? null;
