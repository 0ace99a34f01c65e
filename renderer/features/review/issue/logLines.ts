import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { Instant } from '../../../../shared/domain/dates.ts';
import { formatClock, formatDate, londonDay } from '../../../../shared/domain/london.ts';
import type { DocumentKind, IssuedDocument } from '../../../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import type { Review } from '../../../../shared/domain/model/review.ts';
import type { Numbers } from '../../../../shared/report/numbering.ts';

export const documentNames: Readonly<Record<DocumentKind, string>> = {
  'service-file': 'Service file',
  decisions: 'Decisions sheet',
  manager: 'Manager’s page',
  chair: 'Chair’s sheet',
  letter: 'Letter',
  parent: 'Record, parent’s version',
  carer: 'Record, carer’s version',
  school: 'Record, school’s version',
  health: 'Record, health version',
};

export type LogLine = {
  readonly key: string;
  /** To sort by: a day, or an instant. */
  readonly at: string;
  readonly when: string;
  readonly who: string;
  readonly what: string;
  readonly how: string;
  /** The document whose file can be saved again. */
  readonly issued?: IssuedDocument;
};

const day = (on: IsoDate) => formatDate(on);
const moment = (text: string) => {
  const at = Instant.parse(text);
  return `${formatDate(londonDay(at))} ${formatClock(at)}`;
};

const replyWords = {
  agreed: 'agreed',
  'no-reply': 'stands, no reply',
  'with-change': 'agreed with change',
  'not-agreed': 'not agreed',
} as const;

/** Replies of one day and person in one line: "Reply: D1, D2 agreed; D3 agreed with change". */
function replyLines(record: ChildRecord, review: Review, numbers: Numbers): LogLine[] {
  const groups = new Map<string, { on: IsoDate; by: string; words: Map<string, string[]> }>();
  for (const { id, reply, reviewId } of record.decisions) {
    if (reviewId !== review.id || !reply) continue;
    const by = reply.by ?? 'Manager';
    const group = groups.get(`${reply.on} ${by}`) ?? { on: reply.on, by, words: new Map<string, string[]>() };
    const said = replyWords[reply.outcome];
    group.words.set(said, [...(group.words.get(said) ?? []), numbers[id] ?? '']);
    groups.set(`${reply.on} ${by}`, group);
  }
  return [...groups].map(([key, { on, by, words }]) => ({
    key: `reply ${key}`,
    at: on,
    when: day(on),
    who: by,
    what: `Reply: ${[...words].map(([said, own]) => `${own.join(', ')} ${said}`).join('; ')}`,
    how: '',
  }));
}

const addendumWords = {
  reply: 'Later reply',
  correction: 'Correction',
  'from-the-child': 'From the child',
  note: 'Note',
} as const;

/** Who received what, when and how; and the replies, additions, filings and finalisations between. Newest first. */
export function logLines(record: ChildRecord, review: Review, numbers: Numbers): LogLine[] {
  const own = <T extends { readonly reviewId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.reviewId === review.id);
  const finalisations = own(record.finalisations).flatMap((row): LogLine[] => {
    const name = row.kind === 'decisions' ? 'Decisions' : 'Record';
    const made = {
      key: row.id,
      at: row.at,
      when: moment(row.at),
      who: row.by,
      what: `${name} finalised, edition ${row.edition}`,
      how: '',
    };
    if (!row.withdrawn) return [made];
    const { at, by, because } = row.withdrawn;
    return [
      made,
      {
        key: `${row.id} back`,
        at,
        when: moment(at),
        who: by,
        what: `${name}, edition ${row.edition}, withdrawn: ${because}`,
        how: '',
      },
    ];
  });
  const lines = [
    ...own(record.issued).map((row): LogLine => ({
      key: row.id,
      at: row.at,
      when: moment(row.at),
      who: row.recipient,
      what: `${documentNames[row.document]}, edition ${row.edition}`,
      how: row.how ?? '',
      issued: row,
    })),
    ...own(record.filings).map((row): LogLine => ({
      key: row.id,
      at: row.on,
      when: day(row.on),
      who: 'Case record',
      what: `${documentNames[row.document]}, filed as ${row.reference}`,
      how: '',
    })),
    ...own(record.addenda).map((row): LogLine => ({
      key: row.id,
      at: row.on,
      when: day(row.on),
      who: row.by,
      what: `${addendumWords[row.kind]}: ${row.text}`,
      how: 'addendum',
    })),
    ...replyLines(record, review, numbers),
    ...finalisations,
  ];
  return lines.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}
