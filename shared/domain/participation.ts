import * as z from 'zod';
import { type IsoDate, ageOn, birthday } from './dates.ts';

z.config({ jitless: true });

/** SSDA903 participation codes: how a child took part in a review. */
export const participationCodes = ['PN0', 'PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6', 'PN7'] as const;
export const ParticipationCode = z.enum(participationCodes);
export type ParticipationCode = z.infer<typeof ParticipationCode>;

/**
 * For the officer, beside the code. Paraphrased from the item guidance in the Standard Safeguarding Dataset
 * (mark V): copy the exact official text from the current guide before release.
 */
export const participationMeanings: Readonly<Record<ParticipationCode, string>> = {
  PN0: 'Child was under 4 at the time of the review',
  PN1: 'Child attended in person and spoke for themself',
  PN2: 'Child attended in person and an advocate (or the IRO) spoke for them',
  PN3: 'Child attended in person and conveyed views without speech (symbols or other non-verbal means)',
  PN4: 'Child attended in person without contributing: neither spoke, nor conveyed views, nor asked an advocate to speak',
  PN5: 'Child did not attend; briefed an advocate (or the IRO) to speak for them',
  PN6: 'Child did not attend; sent views by another route (text, writing, phone, audio or video, an app)',
  PN7: 'Child did not attend and no views were conveyed',
};

/**
 * Why a code cannot stand for a child of this age on the date that counts, or undefined when it can. Under 4
 * only PN0, over 4 only PN1 to PN7, on the fourth birthday itself either (validation rules 440 and 441,
 * mark V).
 */
export function participationFault(
  code: ParticipationCode,
  dateOfBirth: IsoDate,
  countedOn: IsoDate,
): 'under-four' | 'four-or-over' | undefined {
  if (countedOn === birthday(dateOfBirth, 4)) return undefined;
  const isUnderFour = ageOn(dateOfBirth, countedOn) < 4;
  if (isUnderFour) return code === 'PN0' ? undefined : 'under-four';
  return code === 'PN0' ? 'four-or-over' : undefined;
}

/** The codes to offer for that age, the likely ones only: on the fourth birthday PN1 to PN7. */
export function participationChoices(dateOfBirth: IsoDate, countedOn: IsoDate): ParticipationCode[] {
  const isUnderFour = ageOn(dateOfBirth, countedOn) < 4;
  return participationCodes.filter((code) => (code === 'PN0') === isUnderFour);
}

/** Counted as having taken part in headline figures (mark U). */
export function contributed(code: ParticipationCode): boolean {
  return ['PN1', 'PN2', 'PN3', 'PN5', 'PN6'].includes(code);
}

/** Codes that ask what was offered and what will be tried next time. */
export function asksWhatWasOffered(code: ParticipationCode): boolean {
  return code === 'PN4' || code === 'PN7';
}

/**
 * What the words of a document need beside the code. `through`: who spoke for the child, or by which route
 * views came; `offered`: what was offered to a child who gave none. Both as the officer wrote them.
 */
export type ParticipationWords = {
  readonly voice: 'to-you' | 'about';
  readonly preferredName: string;
  readonly through?: string | undefined;
  readonly offered?: string | undefined;
};

type Parts = { readonly name: string; readonly who: string; readonly route: string; readonly offer: string };

const toYou: Readonly<Record<ParticipationCode, (parts: Parts) => string>> = {
  PN0: () => 'you were not yet four, so the people who know you told us how you are',
  PN1: () => 'you came and spoke for yourself',
  PN2: ({ who }) => `you came, and ${who} spoke for you`,
  PN3: ({ route }) => `you came, and showed us what you think without speaking${route}`,
  PN4: ({ offer }) => `you came, and chose not to say what you think${offer}`,
  PN5: ({ who }) => `you chose not to come, and ${who} spoke for you`,
  PN6: ({ route }) => `you chose not to come, and sent us what you think${route}`,
  PN7: ({ offer }) => `you chose not to come${offer}`,
};

const about: Readonly<Record<ParticipationCode, (parts: Parts) => string>> = {
  PN0: ({ name }) => `${name} was not yet four; the people who know ${name} said how things are`,
  PN1: ({ name }) => `${name} came and spoke in person`,
  PN2: ({ name, who }) => `${name} came, and ${who} spoke on ${name}’s behalf`,
  PN3: ({ name, route }) => `${name} came, and gave views without speaking${route}`,
  PN4: ({ name, offer }) => `${name} came, and chose not to give views${offer}`,
  PN5: ({ name, who }) => `${name} chose not to come, and ${who} spoke on ${name}’s behalf`,
  PN6: ({ name, route }) => `${name} chose not to come, and sent views${route}`,
  PN7: ({ name, offer }) => `${name} chose not to come, and no views reached the review${offer}`,
};

function filled(text: string | undefined): string | undefined {
  const trimmed = text?.trim().replace(/[.;]+$/, '');
  return trimmed === '' ? undefined : trimmed;
}

/**
 * How the child took part, in words for a document and never as a code: a clause without a full stop, its
 * first letter small when it says "you".
 */
export function participationInWords(code: ParticipationCode, words: ParticipationWords): string {
  const through = filled(words.through);
  const offered = filled(words.offered);
  const parts: Parts = {
    name: words.preferredName,
    who: through ?? 'someone',
    route: through === undefined ? '' : ` (${through})`,
    offer: offered === undefined ? '' : `; we offered ${offered}`,
  };
  return (words.voice === 'to-you' ? toYou : about)[code](parts);
}
