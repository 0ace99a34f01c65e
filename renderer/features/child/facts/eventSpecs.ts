import { eventKinds, reviewGrounds } from '../../../../shared/domain/model/events.ts';
import type { FieldSpec, Loose } from '../fields/specs.ts';
import { choicesOf } from '../fields/specs.ts';

const isKind =
  (...kinds: readonly string[]) =>
  ({ kind }: Loose) =>
    kinds.includes(String(kind));

const has = (value: Loose, name: string) => value[name] !== undefined;

export const eventChoices = choicesOf(
  Object.fromEntries(Object.entries(eventKinds).map(([key, { label }]) => [key, label])),
);

/** The fields of an event; a return interview names the episode it followed. */
export function eventSpecs(
  episodes: readonly { readonly value: string; readonly name: string }[],
): FieldSpec[] {
  const isMissing = isKind('missing');
  const isSooner = isKind('review-sooner');
  return [
    { kind: 'choice', name: 'kind', label: 'What', choices: eventChoices },
    { kind: 'line', name: 'label', label: 'More exactly', hint: 'Where the kind says too little' },
    { kind: 'date', name: 'on', label: 'Done, or began, on', hint: 'Empty while it is only due' },
    { kind: 'moment', name: 'startedAt', label: 'Missing from', when: isMissing },
    { kind: 'moment', name: 'endedAt', label: 'Back', when: isMissing },
    {
      kind: 'line',
      name: 'noInterviewBecause',
      label: 'No return interview, because',
      hint: 'Only where none will be held; it is offered after every episode',
      when: (value) => isMissing(value) && (has(value, 'endedAt') || has(value, 'noInterviewBecause')),
    },
    {
      kind: 'choice',
      name: 'ground',
      label: 'On which ground',
      choices: choicesOf(reviewGrounds),
      when: isSooner,
    },
    {
      kind: 'date',
      name: 'dueOn',
      label: 'To be held by, or the day of the change',
      when: isSooner,
    },
    {
      kind: 'date',
      name: 'dueOn',
      label: 'Was due',
      when: (value) => !isMissing(value) && !isSooner(value),
    },
    {
      kind: 'date',
      name: 'nextDueOn',
      label: 'Next due',
      when: (value) => !isMissing(value) && !isSooner(value),
    },
    { kind: 'line', name: 'by', label: 'By whom' },
    { kind: 'line', name: 'line', label: 'What it showed, in one line' },
    { kind: 'number', name: 'score', label: 'Score, 0 to 40', when: isKind('sdq') },
    { kind: 'check', name: 'wasSeenAlone', label: 'Seen alone', when: isKind('visit', 'return-interview') },
    { kind: 'check', name: 'isRefused', label: 'The child said no' },
    {
      kind: 'choice',
      name: 'aboutEventId',
      label: 'After which episode',
      isOptional: true,
      choices: episodes,
      when: isKind('return-interview'),
    },
    { kind: 'privacy', name: 'audience', label: 'Who may have it' },
  ];
}
