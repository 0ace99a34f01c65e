import { describe, expect, it } from 'vitest';
import type { MatrixGiven, Row } from '../../../renderer/features/review/issue/matrix.ts';
import { matrixOf, openProblems, passKey, tallyOf } from '../../../renderer/features/review/issue/matrix.ts';
import { outLines } from '../../../renderer/features/review/issue/releaseLines.ts';
import type { Item } from '../../../renderer/features/review/issue/releaseLines.ts';
import { placeOfProblem } from '../../../renderer/features/review/issue/placeOfProblem.ts';
import { recordFromCaseFile } from '../../../shared/caseFileRecord.ts';
import { instant, isoDate } from '../../../shared/domain/dates.ts';
import { FinalisationId, IssuedId, RecordId, ReviewId } from '../../../shared/domain/ids.ts';
import type { DocumentKind } from '../../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { documentsOf, offersTo, offersToCaseRecord, offersToChild } from '../../../shared/report/offers.ts';
import { leah, leahReview } from '../../e2e/support/openLeah.ts';

const record = recordFromCaseFile(leah());
const review = record.reviews.find(({ id }) => id === leahReview);
if (!review) throw new Error('The demo has the review');
const hash = 'a'.repeat(64);

function finalised(kind: 'decisions' | 'record', at: string, edition = 1) {
  return {
    childId: record.child.id,
    reviewId: ReviewId.parse(leahReview),
    id: FinalisationId.parse(`final-${kind}-${edition}`),
    kind,
    edition,
    at: instant(at),
    by: 'Helen Draftwell',
    sha256: hash,
    gaps: [],
  };
}

function sent(document: DocumentKind, at: string, personId?: string, edition = 1) {
  const person = record.people.find(({ id }) => id === personId);
  return {
    id: IssuedId.parse(`issued-${document}-${personId ?? 'service'}-${edition}`),
    childId: record.child.id,
    reviewId: ReviewId.parse(leahReview),
    document,
    ...(person && { personId: person.id }),
    recipient: person?.name ?? 'Service',
    at: instant(at),
    by: 'Helen Draftwell',
    edition,
    fileName: `${document}.docx`,
    sha256: hash,
    byteLength: 1,
  };
}

/** What the core would say of each document: nothing in the way. */
function readinessOf({ people }: ChildRecord, waitsFor?: string): MatrixGiven['readiness'] {
  const wait = waitsFor === undefined ? {} : { waitsFor };
  return [
    ...documentsOf(offersToChild).map((document) => ({ document, withheld: 3, problems: [], ...wait })),
    ...people.flatMap((person) =>
      documentsOf(offersTo(person)).map((document) => ({
        document,
        personId: person.id,
        withheld: 7,
        problems: [],
        ...wait,
      })),
    ),
    ...documentsOf(offersToCaseRecord).map((document) => ({ document, withheld: 0, problems: [], ...wait })),
  ];
}

const personWith = (copy: string) => {
  const person = record.people.find((candidate) => candidate.copy === copy);
  if (!person) throw new Error(`Somebody gets ${copy}`);
  return person;
};
const given = (changes: Partial<ChildRecord>, more: Partial<MatrixGiven> = {}): MatrixGiven => ({
  record: { ...record, releases: [], issued: [], filings: [], finalisations: [], ...changes },
  review,
  readiness: readinessOf(record),
  passed: {},
  age: 14,
  ...more,
});
const kinds = (rows: readonly Row[], id: string) =>
  rows.find((row) => row.id === id)?.cells.map(({ state }) => state.kind);

describe('who gets what', () => {
  it('never offers the service’s papers outside it, nor the letter to anybody but the child', () => {
    const { rows } = matrixOf(given({}));
    expect(kinds(rows, 'child')).toEqual(['ready', 'none', 'none', 'never', 'never']);
    expect(kinds(rows, personWith('parent').id)).toEqual(['never', 'never', 'waits', 'never', 'never']);
    expect(kinds(rows, personWith('manager').id)).toEqual(['never', 'ready', 'none', 'ready', 'ready']);
    expect(kinds(rows, 'case-record')).toEqual(['none', 'ready', 'none', 'ready', 'ready']);
  });

  it('lists apart everybody for whom no copy is chosen', () => {
    const { rows, without } = matrixOf(given({}));
    expect(without.map(({ copy }) => copy ?? 'none')).toEqual(without.map(() => 'none'));
    expect(rows).toHaveLength(record.people.length - without.length + 2);
  });

  it('waits for a finalisation and for a release, whichever is missing', () => {
    const waiting = matrixOf(given({}, { readiness: readinessOf(record, 'Finalise the record first.') }));
    const states = waiting.rows.flatMap(({ cells }) => cells.map(({ state }) => state.kind));
    expect(new Set(states)).toEqual(new Set(['waits', 'none', 'never']));
  });

  it('is gone once it went out, and ready again when the record behind it was withdrawn', () => {
    const manager = personWith('manager');
    const finalisations = [
      finalised('decisions', '2026-10-08T09:00:00Z'),
      finalised('record', '2026-10-20T09:00:00Z'),
    ];
    const issued = [
      sent('manager', '2026-10-08T10:00:00Z', manager.id),
      sent('service-file', '2026-10-21T10:00:00Z', manager.id),
    ];
    const { rows } = matrixOf(given({ finalisations, issued }));
    expect(kinds(rows, manager.id)).toEqual(['never', 'ready', 'none', 'gone', 'gone']);
    const withdrawn = finalisations.map((row) =>
      row.kind === 'record'
        ? { ...row, withdrawn: { at: row.at, by: 'Helen Draftwell', because: 'wrong', receivedBy: [] } }
        : row,
    );
    const again = [...withdrawn, finalised('record', '2026-10-22T09:00:00Z', 2)];
    expect(kinds(matrixOf(given({ finalisations: again, issued })).rows, manager.id)).toEqual([
      'never',
      'ready',
      'none',
      'gone',
      'ready',
    ]);
  });

  it('asks to file what went out, until each document of the column is in the case record', () => {
    const finalisations = [
      finalised('decisions', '2026-10-08T09:00:00Z'),
      finalised('record', '2026-10-20T09:00:00Z'),
    ];
    const [parent, school] = [personWith('parent'), personWith('school')];
    const issued = [
      sent('parent', '2026-10-21T09:00:00Z', parent.id),
      sent('school', '2026-10-21T09:00:00Z', school.id),
    ];
    const filing = (document: DocumentKind, on: string) => ({
      id: RecordId.parse(`filing-${document}`),
      childId: record.child.id,
      reviewId: ReviewId.parse(leahReview),
      document,
      on: isoDate(on),
      reference: 'CR 1',
      by: 'Helen Draftwell',
    });
    const one = [filing('parent', '2026-10-21')];
    const both = [...one, filing('school', '2026-10-22')];
    const copyCell = (filings: typeof both) =>
      matrixOf(given({ finalisations, issued, filings })).rows.find(({ id }) => id === 'case-record')
        ?.cells[2]?.state;
    expect(copyCell(one)).toEqual({ kind: 'to-file' });
    expect(copyCell(both)).toEqual({ kind: 'filed', on: '2026-10-22' });
    // Filed before this record was final: that was another edition.
    expect(copyCell([filing('parent', '2026-10-01'), filing('school', '2026-10-01')])).toEqual({
      kind: 'to-file',
    });
  });

  it('is blocked by what stands in the way, until a common word is passed with a reason', () => {
    const person = personWith('manager');
    const problem = { what: 'The school', part: 'body', excerpt: 'Mill Lane', seen: '1a', isPassable: true };
    const readiness = readinessOf(record).map((row) =>
      row.document === 'manager' && row.personId ? { ...row, problems: [problem] } : row,
    );
    const blocked = matrixOf(given({}, { readiness }));
    expect(kinds(blocked.rows, person.id)?.[3]).toBe('blocked');
    expect(tallyOf(blocked.rows).blocked).toBe(1);
    const key = passKey('manager', person.id);
    const empty = { [key]: [{ what: 'The school', because: '  ', seen: '1a' }] };
    expect(kinds(matrixOf(given({}, { readiness, passed: empty })).rows, person.id)?.[3]).toBe('blocked');
    const hit = { what: 'The school', because: 'It is the name of the street too.', seen: '1a' };
    const passed = { [key]: [hit] };
    expect(kinds(matrixOf(given({}, { readiness, passed })).rows, person.id)?.[3]).toBe('ready');
    expect(openProblems([{ ...problem, isPassable: false }], passed[key])).toHaveLength(1);
    expect(openProblems([{ ...problem, seen: '2b' }], passed[key])).toHaveLength(1);
  });
});

const item = (name: string, more: Partial<Item> = {}): Item => ({
  name,
  what: name,
  groups: ['section:health', 'group:health'],
  isFlagged: false,
  isRestricted: false,
  isNotForReader: false,
  isReleased: false,
  ...more,
});
const out = (...items: readonly Item[]) =>
  outLines(
    items,
    items.map(({ name }) => ({ item: name, what: name, because: 'Not released to this reader' })),
  ).map((line) =>
    line.kind === 'one'
      ? `one ${line.item.name}`
      : line.kind === 'fixed'
        ? `fixed ${line.what}`
        : `${line.kind} ${line.name} ${line.items.length}`,
  );

describe('what a copy leaves out', () => {
  it('offers one key for a group in which nothing is flagged', () => {
    expect(out(item('point:a'), item('point:b'))).toEqual(['group group:health 2']);
  });

  it('falls back to sections, and in the flagged one to single things', () => {
    const feelings = { groups: ['section:emotional-wellbeing', 'group:health'] };
    expect(out(item('point:a'), item('point:b', { isFlagged: true }), item('point:c', feelings))).toEqual([
      'one point:b',
      'mixed section:health 1',
      'group section:emotional-wellbeing 1',
    ]);
  });

  it('never offers what no release opens', () => {
    const lines = out(
      item('point:a', { isRestricted: true, isFlagged: true, because: 'Police information' }),
      item('point:b', { isRestricted: true, isFlagged: true, because: 'Police information' }),
      item('point:c', { isNotForReader: true, isFlagged: true }),
    );
    expect(lines).toEqual(['fixed Police information, 2 things', 'fixed point:c']);
  });

  it('leaves out of the list what the reader has', () => {
    expect(outLines([item('point:a', { isReleased: true })], [])).toEqual([]);
  });
});

describe('the place of a problem', () => {
  it('is the action or decision in whose words the line stands', () => {
    const action = record.actions.find((row) => row.reviewId === leahReview);
    if (!action) throw new Error('The review has actions');
    const problem = { what: 'A name', part: 'body', excerpt: `A1\t${action.what}` };
    expect(placeOfProblem(problem, record, leahReview)).toEqual({ at: action.id, edit: 'action-of-review' });
  });

  it('is the item that the problem names', () => {
    const decision = record.decisions.find((row) => row.reviewId === leahReview);
    if (!decision) throw new Error('The review has decisions');
    const problem = { what: 'A private point stands behind this.', item: `decision:${decision.id}` };
    expect(placeOfProblem(problem, record, leahReview)).toEqual({ at: decision.id, edit: 'decision' });
  });

  it('is nowhere for the words of a fact', () => {
    expect(
      placeOfProblem({ what: 'A name', excerpt: 'Zebedee Nowhere' }, record, leahReview),
    ).toBeUndefined();
  });
});
