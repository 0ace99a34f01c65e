import type { IsoDate } from '../domain/dates.ts';
import type { Audience } from '../domain/model/common.ts';
import type { Review } from '../domain/model/review.ts';
import { heldOn, previousReview } from '../domain/reviews.ts';
import type { ReviewContent } from './content.ts';
import type { IssueState } from './issueState.ts';
import type { LetterheadPaper } from './letterheadPaper.ts';
import { possessive } from './phrases.ts';
import type { Words } from './runs.ts';
import { flagged } from './runs.ts';
import type { Voice, VoiceKind } from './voice.ts';
import { voiceOf } from './voice.ts';

/** Who reads: the whole service file, one person's copy of the record, or the authority's own sheets. */
export type Reader = 'service-file' | 'copy' | 'authority';

/** What every part of a report is built from. */
export type ReportContext = {
  readonly content: ReviewContent;
  readonly state: IssueState;
  readonly voice: Voice;
  readonly reader: Reader;
  readonly isLay: boolean;
  /** The authority's own paper that this document goes out on. */
  readonly letterhead: LetterheadPaper | undefined;
  /** The day that lateness is measured on: the day of the review, or of gathering while it has none. */
  readonly on: IsoDate;
  /** The review before this one and the day it was held. */
  readonly previous: { readonly review: Review; readonly on: IsoDate | undefined } | undefined;
};

export function contextOf(
  content: ReviewContent,
  state: IssueState,
  given: {
    readonly reader: Reader;
    readonly isLay?: boolean;
    readonly voice?: VoiceKind;
    readonly letterhead?: LetterheadPaper | undefined;
  },
): ReportContext {
  const previous = previousReview(content.record, content.review.id);
  return {
    content,
    state,
    voice: voiceOf(content, given.voice),
    reader: given.reader,
    isLay: given.isLay ?? false,
    letterhead: given.letterhead,
    on: content.heldOn ?? content.gatheredOn,
    previous: previous && { review: previous, on: heldOn(content.record, previous) },
  };
}

/** The number of a point, decision or action of this review. */
export function numberOf(context: ReportContext, id: string): string | undefined {
  const { numbers } = context.content;
  return Object.hasOwn(numbers, id) ? numbers[id] : undefined;
}

/** The boxed labels of a flagged item, each after a space. Nothing outside the service file. */
export function labelsOf(context: ReportContext, audience: Audience | undefined): Words {
  if (context.reader !== 'service-file' || audience === undefined) return [];
  // No-break spaces keep each box in one piece.
  return labelWords(context, audience).flatMap((words) => [' ', flagged(words.replaceAll(' ', '\u00A0'))]);
}

function labelWords(context: ReportContext, audience: Audience): string[] {
  const restriction =
    audience.restriction === undefined
      ? []
      : [audience.restriction === 'privilege' ? 'Legal privilege' : 'Police information'];
  switch (audience.level) {
    case 'everyone':
      return restriction;
    case 'not-read-aloud':
      return [...restriction, 'Do not read aloud'];
    case 'worker-and-iro':
      return [...restriction, 'Only worker and IRO'];
    case 'not-for': {
      const people = context.content.record.people.filter((person) => audience.notFor?.includes(person.id));
      const names = people.map((person) => possessive(shortName(person.relationship, person.name)));
      const all = [names.slice(0, -1).join(', '), names.at(-1)].filter((part) => part);
      return [...restriction, `Not in ${names.length === 0 ? 'some copies' : `${all.join(' or ')} copy`}`];
    }
    default:
      return audience.level satisfies never;
  }
}

/** "Mum" where that is what she is called; else the name. */
function shortName(relationship: string | undefined, name: string): string {
  const found = /^(?:your |her |his )?(mum|dad|nan|gran|grandad|auntie|uncle)$/iu.exec(
    relationship?.trim() ?? '',
  );
  const word = found?.[1];
  return word === undefined ? name : word.slice(0, 1).toLocaleUpperCase('en-GB') + word.slice(1);
}
