import { containsLiteral } from '../../text/literals.ts';
import type { IsoDate } from '../dates.ts';
import { compareDates } from '../dates.ts';
import { formatDate } from '../london.ts';
import type { DatedEvent, EventKind } from '../model/events.ts';
import { eventKinds } from '../model/events.ts';
import type { Checked, Rule } from './context.ts';
import { byId } from './context.ts';
import { findingOf } from './finding.ts';
import { isFilled } from './naming.ts';
import { passagesOf } from './passages.ts';

/** Beginnings of words by which a record speaks of a kind of health date. */
const wordsOfKind: Readonly<Partial<Record<EventKind, readonly string[]>>> = {
  'health-assessment': ['health assessment', 'IHA', 'RHA'],
  'dental-check': ['dentist', 'dental', 'teeth', 'tooth'],
  'eye-test': ['eye test', 'optician', 'glasses', 'eyesight'],
  vaccination: ['vaccin', 'immunis', 'jab'],
  'developmental-check': ['developmental', 'health visitor'],
  sdq: ['SDQ', 'strengths and difficulties'],
  'mental-health': ['CAMHS', 'mental health', 'therap', 'counsell'],
};

type Due = { readonly event: DatedEvent; readonly due: IsoDate };

function dueOf(event: DatedEvent): IsoDate | undefined {
  return event.on === undefined ? event.dueOn : event.nextDueOn;
}

/** Done, or refused, after the day that set the due date (or on or after the due date of what was only due). */
function isMet({ event, due }: Due, { record, knownUntil }: Checked): boolean {
  return record.events.some(({ id, kind, label, on, dueOn, isRefused }) => {
    if (id === event.id) return isRefused === true && event.on === undefined;
    if (kind !== event.kind || (label !== undefined && event.label !== undefined && label !== event.label))
      return false;
    const when = on ?? (isRefused === true ? dueOn : undefined);
    if (when === undefined || when > knownUntil) return false;
    return event.on === undefined ? when >= due || dueOn === due : when > event.on;
  });
}

const healthSections: readonly string[] = ['health', 'emotional-wellbeing'];

/** What this review says about health: the two sections, and its decisions and actions wherever they stand. */
function healthWords(checked: Checked): string {
  return passagesOf(checked)
    .filter(({ target }) => healthSections.includes(target.section) || target.action || target.decision)
    .map(({ text }) => text)
    .join('\n');
}

function isMentioned({ event }: Due, words: string): boolean {
  if (isFilled(event.label) && containsLiteral(words, event.label)) return true;
  // From the start of a word: "RHA" does not stand in "perhaps".
  return (wordsOfKind[event.kind] ?? []).some((word) => new RegExp(`(?<!\\p{L})${word}`, 'iu').test(words));
}

/**
 * A health date that was due before the review, with nothing of its kind done since, and no word of it in health,
 * feelings or the plan. A recorded refusal counts as mentioned. One finding for each kind of date.
 */
const healthDatesAreMentioned: Rule = (checked) => {
  const overdue = [...checked.record.events]
    .sort(byId)
    .filter(({ kind }) => eventKinds[kind].isHealthDate)
    .flatMap((event): Due[] => {
      const due = dueOf(event);
      return due !== undefined && due < checked.day ? [{ event, due }] : [];
    })
    .sort((a, b) => compareDates(a.due, b.due))
    .filter((due) => !isMet(due, checked));
  const words = overdue.length === 0 ? '' : healthWords(checked);
  const seen = new Set<string>();
  return overdue
    .filter((due) => !isMentioned(due, words))
    .flatMap(({ event, due }) => {
      const name = isFilled(event.label) ? event.label : eventKinds[event.kind].label;
      if (seen.has(name)) return [];
      seen.add(name);
      const section = eventKinds[event.kind].section;
      const target = { review: checked.review.id, section, event: event.id };
      return [
        findingOf(
          'health-date-passed',
          target,
          `${name} was due ${formatDate(due)}, and nothing is said of it.`,
        ),
      ];
    });
};

export const healthRules: readonly Rule[] = [healthDatesAreMentioned];
