import type { CaseFile } from '../../../shared/caseFile.ts';
import { CaseFile as CaseFileSchema } from '../../../shared/caseFile.ts';

/** Text that Word files cannot hold as it is, or that other programs read in ways of their own. */
export const oddTexts = {
  'control characters': 'sleeps\u0000badly \u0001 since\u0007June\u001b[31m and\u007fmore\u0085then',
  'half a surrogate pair': 'one\ud83dtwo \udc00 three\ud83d',
  'U+FFFE and U+FFFF': 'four\ufffefive \uffff six\ufdd0seven',
  'a vertical tab and a form feed': 'eight\u000bnine\u000cten',
  'line and paragraph separators': 'eleven\u2028twelve\u2029thirteen\r\nfourteen\rfifteen',
  'right-to-left text': 'She wrote: אני רוצה לראות את אמא, and then أريد أن أرى أمي. Done (שלום) 12.',
  emoji: 'He drew 👩‍👩‍👧‍👦 and 🏳️‍🌈 and 👍🏽, then 𝒜 and 漢字 かな',
  'combining marks and joiners': 'naïve e\u0301tude, Zoë, कि\u200d, soft\u00adhyphen',
  markup: '<w:p>&amp;&#0; ]]> <script> "quoted" \'single\' {gt-bullets-0} {default-bullet-numbering-0} %1',
  'tabs and many spaces': 'a\tb   c\u00a0d\u2003e  ',
} as const;

/** Words that differ, so that a lost or moved one is seen. */
export const manyWords: readonly string[] = Array.from({ length: 20_000 }, (_, index) => `word${index}`);

export type HostileCase = {
  readonly file: CaseFile;
  readonly reviewId: string;
  /** A word beside each odd text, by where it was put; every one must be printed in the service file. */
  readonly marks: ReadonlyMap<string, string>;
};

const odd: readonly string[] = Object.values(oddTexts);

/** Free text of a case file by the names of its fields, wherever they are. */
const freeText = new Set(
  (
    'account meaning words gist wording howWeWillKnow what interimStep because line evidence detail ' +
    'place part offered checkedWith relationship communication reaction ethnicity religion sentence ' +
    'viewsObtained whyNot title proudOf whenWeSpeak heading'
  ).split(' '),
);

/**
 * Adds an odd text to every free text below `value`, in turn. What is private stays as it is: a copy that repeats its
 * words would rightly be stopped. What a person must not learn is a list of codes.
 */
function makeOdd(value: unknown, next: () => string): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => makeOdd(entry, next));
  if (typeof value !== 'object' || value === null) return value;
  if ('audience' in value || 'safeWording' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]: [string, unknown]) => [
      key,
      freeText.has(key) && typeof entry === 'string' && entry.length < 800
        ? `${entry} ${next()}`
        : key === 'mustNotLearn'
          ? entry
          : makeOdd(entry, next),
    ]),
  );
}

/**
 * A review with a section of 20,000 words, 200 more actions, and an odd text in every free text. `marks` names those
 * that the service file prints whatever else it says.
 */
export function hostileCase(file: CaseFile, reviewId: string): HostileCase {
  let count = 0;
  const next = (): string => odd[count++ % odd.length] ?? '';
  const strange = CaseFileSchema.parse(makeOdd(file, next));
  const marks = new Map<string, string>();
  const marked = (where: string, text: string): string => {
    const mark = `mark${marks.size}end`;
    marks.set(where, mark);
    return `${text} ${mark} ${next()}`;
  };
  const reviews = strange.reviews.map((review) => {
    if (review.id !== reviewId) return review;
    const sections = review.sections.map((section) => ({
      ...section,
      ...(section.account !== undefined && {
        account:
          section.key === 'health' ? paragraphs(manyWords) : marked(`account of ${section.key}`, next()),
      }),
    }));
    return {
      ...review,
      sections,
      points: review.points.map((point) =>
        point.audience === undefined ? { ...point, words: marked(`point ${point.id}`, point.words) } : point,
      ),
      decisions: review.decisions.map((decision) =>
        decision.safeWording === undefined
          ? { ...decision, wording: marked(`decision ${decision.id}`, decision.wording) }
          : decision,
      ),
    };
  });
  const decisions = strange.reviews.find(({ id }) => id === reviewId)?.decisions ?? [];
  const decision = decisions.findLast(({ safeWording }) => safeWording === undefined);
  const template = strange.actions.find(({ decisionId }) => decisionId === decision?.id);
  if (decision === undefined || template === undefined)
    throw new Error('The review has no decision with an action');
  const more = Array.from({ length: 200 }, (_, index) => ({
    ...template,
    id: `more-action-${index}`,
    what: marked(`action ${index}`, `Do thing ${index}`),
    position: 10 + index,
    progress: [],
    history: [],
  }));
  return {
    file: CaseFileSchema.parse({ ...strange, reviews, actions: [...strange.actions, ...more] }),
    reviewId,
    marks,
  };
}

function paragraphs(words: readonly string[]): string {
  return Array.from({ length: Math.ceil(words.length / 40) }, (_, index) =>
    words.slice(index * 40, index * 40 + 40).join(' '),
  ).join('\n\n');
}
