import type { ReviewContent } from './content.ts';
import { capitalise, possessive } from './phrases.ts';

/** Whether a document speaks to the child or about the child. */
export type VoiceKind = 'to-you' | 'about';

/**
 * The words that differ by voice, and the authority's own words for a review and family time. Sheets that only
 * adults read (manager's page, decisions sheet, chair's sheet) are always *about*.
 */
export type Voice = {
  readonly kind: VoiceKind;
  /** "Leah". */
  readonly name: string;
  /** "Leah’s". */
  readonly names: string;
  /** "review", as the authority calls it. */
  readonly review: string;
  readonly familyTime: string;
  /** "you", "Leah". */
  readonly who: string;
  /** "written to Leah: “you” means Leah", "written about Leah". */
  readonly writtenFor: string;
  readonly headings: {
    readonly inWords: string;
    readonly asked: string;
    readonly says: string;
    readonly shows: string;
    readonly views: string;
    readonly askedLastTime: string;
    readonly part: string;
  };
  readonly table: { readonly asked: string };
};

/** The wording of one document. Without `kind` it is the child's own setting. */
export function voiceOf(content: ReviewContent, kind: VoiceKind = content.record.child.voice): Voice {
  const name = content.record.child.preferredName;
  const names = possessive(name);
  const shared = {
    kind,
    name,
    names,
    review: content.settings.words.review,
    familyTime: content.settings.words.familyTime,
  };
  if (kind === 'to-you') {
    return {
      ...shared,
      who: 'you',
      writtenFor: `written to ${name}: “you” means ${name}`,
      headings: {
        inWords: 'In your words',
        asked: 'What you asked for that we could not agree, and why',
        says: 'What you say',
        shows: 'What you show us',
        views: 'Your views',
        askedLastTime: 'You asked last time',
        part: 'Your part',
      },
      table: { asked: 'You asked' },
    };
  }
  return {
    ...shared,
    who: name,
    writtenFor: `written about ${name}`,
    headings: {
      inWords: `In ${names} words`,
      asked: `What ${name} asked for that we could not agree, and why`,
      says: `What ${name} says`,
      shows: `What ${name} shows us`,
      views: `${names} views`,
      askedLastTime: `${name} asked last time`,
      part: 'Taking part',
    },
    table: { asked: `${subjectOf(content) ?? name} asked` },
  };
}

/** "She", "He" or "They", where the child's pronouns say so. */
function subjectOf(content: ReviewContent): string | undefined {
  const first = content.record.child.pronouns?.split(/[/, ]/u)[0]?.toLocaleLowerCase('en-GB') ?? '';
  return ['she', 'he', 'they'].includes(first) ? capitalise(first) : undefined;
}

/**
 * A short name written to the child ("Your phone overnight") for a page that speaks about the child ("Leah’s phone
 * overnight"). Only the first word changes; the child's own words never do.
 */
export function nameForAdults(gist: string, names: string): string {
  return gist.replace(/^[Yy]our\b/u, names);
}
