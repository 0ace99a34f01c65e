import type { CaseFile, CaseReview, Narrative, Officer } from './caseFile.ts';
import { caseFileFormat, caseFileVersion } from './caseFile.ts';
import type { SectionKey } from './domain/model/sections.ts';
import type { ReviewId } from './domain/ids.ts';
import { TextId } from './domain/ids.ts';
import type { Section, SectionText, TextPart } from './domain/model/minutes.ts';
import { textParts } from './domain/model/minutes.ts';
import type { ChildRecord } from './domain/model/record.ts';
import type { Meeting } from './domain/model/review.ts';
import type { Mark, RichText } from './richText.ts';
import { richTextFromPlain } from './richText.ts';

/** A text is known by its review, section and part. */
export function textIdOf(reviewId: ReviewId, section: SectionKey, part: TextPart): TextId {
  return TextId.parse(`${reviewId}.${section}.${part}`);
}

function bodyOf(narrative: Narrative): { body: RichText; audience?: SectionText['audience'] } {
  if (typeof narrative === 'string') return { body: richTextFromPlain(narrative) };
  if ('type' in narrative) return { body: narrative };
  const body = typeof narrative.body === 'string' ? richTextFromPlain(narrative.body) : narrative.body;
  return { body, ...(narrative.audience && { audience: narrative.audience }) };
}

function textsOf(file: CaseFile, review: CaseReview): SectionText[] {
  return review.sections.flatMap((section) =>
    textParts.flatMap((part) => {
      const narrative = section[part];
      if (narrative === undefined) return [];
      const id = textIdOf(review.id, section.key, part);
      return [
        { id, childId: file.child.id, reviewId: review.id, section: section.key, part, ...bodyOf(narrative) },
      ];
    }),
  );
}

function sectionsOf(file: CaseFile, review: CaseReview): Section[] {
  return review.sections.flatMap(({ key, ending }) =>
    ending ? [{ reviewId: review.id, childId: file.child.id, key, ending }] : [],
  );
}

function meetingsOf(file: CaseFile): Meeting[] {
  const byId = new Map<string, Meeting>();
  for (const review of file.reviews) {
    for (const meeting of review.meetings) {
      const known = byId.get(meeting.id);
      byId.set(meeting.id, { ...meeting, reviewIds: [...(known?.reviewIds ?? []), review.id] });
    }
  }
  return [...byId.values()];
}

/** The flat record that the rules and the store work on. Nothing is lost but the bytes of papers and issued files. */
export function recordFromCaseFile(file: CaseFile): ChildRecord {
  const childId = file.child.id;
  const owned = <T extends object>(rows: readonly T[]) => rows.map((row) => ({ ...row, childId }));
  const reviewOwned = <T extends object>(pick: (review: CaseReview) => readonly T[]) =>
    file.reviews.flatMap((review) => pick(review).map((row) => ({ ...row, childId, reviewId: review.id })));
  return {
    child: file.child,
    periods: owned(file.periods),
    people: owned(file.people),
    events: owned(file.events),
    risks: owned(file.risks),
    deadlineMarks: owned(file.deadlineMarks),
    papers: owned(file.papers.map(({ content: _bytes, ...paper }) => paper)),
    reviews: file.reviews.map(
      ({ meetings: _m, sections: _s, notes: _n, points: _p, decisions: _d, ...rest }) => {
        const { finalisations: _f, addenda: _a, releases: _r, issued: _i, filings: _g, ...review } = rest;
        return { ...review, childId };
      },
    ),
    meetings: meetingsOf(file),
    sections: file.reviews.flatMap((review) => sectionsOf(file, review)),
    texts: file.reviews.flatMap((review) => textsOf(file, review)),
    notes: reviewOwned((review) => review.notes),
    points: reviewOwned((review) => review.points),
    decisions: reviewOwned((review) => review.decisions),
    actions: owned(file.actions.map(({ progress: _progress, ...action }) => action)),
    progress: file.actions.flatMap((action) =>
      action.progress.map((entry) => ({ ...entry, childId, actionId: action.id })),
    ),
    midwayChecks: owned(file.midwayChecks),
    finalisations: reviewOwned((review) => review.finalisations.map(({ content: _content, ...row }) => row)),
    addenda: reviewOwned((review) => review.addenda),
    releases: reviewOwned((review) => review.releases),
    issued: reviewOwned((review) => review.issued.map(({ content: _bytes, ...row }) => row)),
    filings: reviewOwned((review) => review.filings),
    drafts: owned(file.drafts),
  };
}

/** What a record's rows carry beside themselves: bytes and frozen contents, by id. */
export type CaseFileAttachments = {
  readonly papers: ReadonlyMap<string, string>;
  readonly issued: ReadonlyMap<string, string>;
  readonly finalisations: ReadonlyMap<string, string>;
};

export const noAttachments: CaseFileAttachments = {
  papers: new Map(),
  issued: new Map(),
  finalisations: new Map(),
};

/** The bytes (base64) and frozen contents that a case file carries. */
export function attachmentsOf(file: CaseFile): CaseFileAttachments {
  const pick = (rows: readonly { id: string; content?: string | undefined }[]) =>
    new Map(rows.flatMap((row) => (row.content === undefined ? [] : [[row.id, row.content] as const])));
  return {
    papers: pick(file.papers),
    issued: pick(file.reviews.flatMap((review) => review.issued)),
    finalisations: pick(file.reviews.flatMap((review) => review.finalisations)),
  };
}

type Owned = { childId: unknown };
type ReviewOwned = { childId: unknown; reviewId: ReviewId };

function stripOwner<T extends Owned>({ childId: _owner, ...row }: T): Omit<T, 'childId'> {
  return row;
}
function stripReview<T extends ReviewOwned>({
  childId: _owner,
  reviewId: _review,
  ...row
}: T): Omit<T, 'childId' | 'reviewId'> {
  return row;
}

function withContent<T extends { id: string }>(rows: readonly T[], contents: ReadonlyMap<string, string>) {
  return rows.map((row) => {
    const content = contents.get(row.id);
    return content === undefined ? row : { ...row, content };
  });
}

/** An anchor whose point is gone is plain text again: nothing else may point at nothing in a case file. */
function withoutLooseAnchors<T>(node: T, known: ReadonlySet<string>): T {
  if (Array.isArray(node)) {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same nodes, some marks left out
    return node.map((each: unknown) => withoutLooseAnchors(each, known)) as T;
  }
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).flatMap(([field, value]: [string, unknown]) => {
    if (field !== 'marks' || !Array.isArray(value)) return [[field, withoutLooseAnchors(value, known)]];
    const marks = value.filter((mark: Mark) => mark.type !== 'point' || known.has(mark.attrs.id));
    return marks.length > 0 ? [[field, marks]] : [];
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same nodes, some marks left out
  return Object.fromEntries(entries) as T;
}

function caseSections(record: ChildRecord, reviewId: ReviewId): CaseReview['sections'] {
  const known = new Set<string>(record.points.map((point) => point.id));
  const texts = record.texts.filter((text) => text.reviewId === reviewId);
  const endings = record.sections.filter((section) => section.reviewId === reviewId);
  const keys = [...new Set([...texts.map((text) => text.section), ...endings.map((section) => section.key)])];
  return keys.map((key) => {
    const narrativeOf = (part: TextPart): Narrative | undefined => {
      const text = texts.find((candidate) => candidate.section === key && candidate.part === part);
      if (!text) return undefined;
      const body = withoutLooseAnchors(text.body, known);
      return text.audience ? { body, audience: text.audience } : body;
    };
    const account = narrativeOf('account');
    const meaning = narrativeOf('meaning');
    const ending = endings.find((section) => section.key === key)?.ending;
    return { key, ...(account && { account }), ...(meaning && { meaning }), ...(ending && { ending }) };
  });
}

function caseReview(
  record: ChildRecord,
  review: ChildRecord['reviews'][number],
  attached: CaseFileAttachments,
): CaseReview {
  const own = <T extends ReviewOwned>(rows: readonly T[]) =>
    rows.filter((row) => row.reviewId === review.id).map(stripReview);
  return {
    ...stripOwner(review),
    meetings: record.meetings
      .filter((meeting) => meeting.reviewIds.includes(review.id))
      .map(({ reviewIds: _serves, ...meeting }) => meeting),
    sections: caseSections(record, review.id),
    notes: own(record.notes),
    points: own(record.points),
    decisions: own(record.decisions),
    finalisations: withContent(own(record.finalisations), attached.finalisations),
    addenda: own(record.addenda),
    releases: own(record.releases),
    issued: withContent(own(record.issued), attached.issued),
    filings: own(record.filings),
  };
}

/** The case file of a record; the inverse of {@link recordFromCaseFile}. */
export function caseFileFromRecord(
  record: ChildRecord,
  officer: Officer,
  attached: CaseFileAttachments = noAttachments,
): CaseFile {
  return {
    format: caseFileFormat,
    version: caseFileVersion,
    officer,
    child: record.child,
    periods: record.periods.map(({ childId: _owner, ...period }) => period),
    people: record.people.map(stripOwner),
    events: record.events.map(stripOwner),
    risks: record.risks.map(stripOwner),
    papers: withContent(record.papers.map(stripOwner), attached.papers),
    deadlineMarks: record.deadlineMarks.map(({ childId: _owner, ...mark }) => mark),
    reviews: record.reviews.map((review) => caseReview(record, review, attached)),
    actions: record.actions.map((action) => ({
      ...stripOwner(action),
      progress: record.progress
        .filter((entry) => entry.actionId === action.id)
        .map(({ childId: _owner, actionId: _action, ...entry }) => entry),
    })),
    midwayChecks: record.midwayChecks.map(stripOwner),
    drafts: record.drafts.map(stripOwner),
  };
}
