import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';

export type CaseloadLine = Output<'child:list'>[number];

/** Without accents and case, so that "Zoe" finds "Zoë". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('en-GB');
}

/** The children in whose line every typed word stands: name, order, home or worker. */
export function filterCaseload(lines: readonly CaseloadLine[], typed: string): CaseloadLine[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  return lines.filter((line) => {
    const { fullName, preferredName, legalStatus = '', placement = '', worker = '' } = line;
    const text = plain([fullName, preferredName, legalStatus, placement, worker].join(' '));
    return words.every((word) => text.includes(word));
  });
}

export const orders = ['name', 'age', 'next', 'lawful'] as const;
export type Order = (typeof orders)[number];

/** The last lawful day, where a rule gives one. */
export function lawfulDay({ next }: CaseloadLine): IsoDate | undefined {
  return next.lastLawfulDay.kind === 'computed' ? next.lastLawfulDay.due : undefined;
}

const keyOf: Readonly<Record<Order, (line: CaseloadLine) => string>> = {
  name: ({ fullName }) => fullName,
  // The youngest first.
  age: ({ dateOfBirth }) => String(99_999_999 - Number(dateOfBirth.replaceAll('-', ''))),
  next: ({ next }) => next.on ?? '9999',
  lawful: (line) => lawfulDay(line) ?? '9999',
};

/** The caseload in an order; those without a day come last, and equals stand by name. */
export function sortCaseload(lines: readonly CaseloadLine[], order: Order): CaseloadLine[] {
  const key = keyOf[order];
  return [...lines].sort(
    (a, b) => key(a).localeCompare(key(b), 'en-GB') || a.fullName.localeCompare(b.fullName, 'en-GB'),
  );
}

export type LawfulStanding = 'past' | 'booked-after' | 'not-booked-soon' | 'fine';

/** How a child's next review stands to the last day the law allows. Soon: within 20 working days. */
export function standingOf({ next }: CaseloadLine, today: IsoDate): LawfulStanding {
  const { lastLawfulDay, on, whyNone } = next;
  if (lastLawfulDay.kind !== 'computed' || whyNone !== undefined) return 'fine';
  if (lastLawfulDay.due < today) return 'past';
  if (on !== undefined) return on > lastLawfulDay.due ? 'booked-after' : 'fine';
  return lastLawfulDay.workingDaysLeft <= 20 ? 'not-booked-soon' : 'fine';
}
