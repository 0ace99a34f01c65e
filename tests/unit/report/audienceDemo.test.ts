import { describe, expect, it } from 'vitest';
import { recordFromCaseFile } from '../../../shared/caseFileRecord.ts';
import { isoDate } from '../../../shared/domain/dates.ts';
import { inOrder } from '../../../shared/domain/reviews.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import { gatherContent } from '../../../shared/report/content.ts';
import { buildReport } from '../../../shared/report/documents.ts';
import { draftState } from '../../../shared/report/issueState.ts';
import { forbiddenFor, searchLeaks, textsOfReport } from '../../../shared/report/leak.ts';
import { checkRelease } from '../../../shared/report/release.ts';
import { buildLetter } from '../../../shared/report/letter.ts';
import { draftLetter } from '../../../shared/report/letterDraft.ts';
import { readCaseload } from '../../support/caseload.ts';
import { everyCopy, plantSecrets } from '../support/secrets.ts';

const caseload = readCaseload().map(({ name, file }) => {
  const record = recordFromCaseFile(file);
  const newest = inOrder(record).at(-1);
  if (!newest) throw new Error(`${name} has a review`);
  return { name, file, record, newest };
});
const given = (file: (typeof caseload)[number]['file']) => ({
  today: isoDate('2026-10-27'),
  officer: file.officer,
  settings: defaultSettings,
});

describe.each(caseload)('secrets planted in $name', ({ name, file, record: clean, newest }) => {
  const tag = name.slice(0, 4).replaceAll(/[^a-z]/gu, '');
  const { record, secrets } = plantSecrets(clean, newest.id, tag);
  const content = gatherContent(record, newest.id, given(file));
  if (!content) throw new Error('the record has its review');

  it('are many, each of its own', () => {
    expect(secrets.length).toBeGreaterThan(100);
    expect(new Set(secrets.map(({ mark }) => mark)).size).toBe(secrets.length);
    const json = JSON.stringify(record);
    expect(secrets.filter(({ mark }) => !json.includes(mark))).toEqual([]);
  });

  it('are in no copy that must not have them, in what it may hold and in what it says', () => {
    const leaked = everyCopy(clean.people).flatMap(({ kind, personId }) => {
      const person = record.people.find(({ id }) => id === personId);
      const filtered = contentFor(content, { kind, person, releases: record.releases }).content;
      const report =
        kind === 'letter'
          ? buildLetter(filtered, draftState)
          : buildReport(kind, filtered, draftState, person);
      const said = `${JSON.stringify(filtered)}\n${JSON.stringify(report)}`;
      return secrets
        .filter(({ mark, isKeptFrom }) => isKeptFrom(kind, personId) && said.includes(mark))
        .map(({ sort }) => `${kind}: ${sort}`);
    });
    expect([...new Set(leaked)]).toEqual([]);
  });

  it('are in the service file’s content, and in no draft of the letter', () => {
    const file = contentFor(content, { kind: 'service-file', releases: [] }).content;
    const isIn = (value: unknown, mark: string) => JSON.stringify(value).includes(mark);
    const points = secrets.filter(({ sort }) => sort.endsWith('words of a point'));
    expect(points.length).toBeGreaterThan(3);
    expect(points.filter(({ mark }) => !isIn(file, mark))).toEqual([]);
    const letter = draftLetter(content);
    const kept = secrets.filter(({ isKeptFrom }) => isKeptFrom('letter'));
    expect(kept.filter(({ mark }) => isIn(letter, mark)).map(({ sort }) => sort)).toEqual([]);
  });
});

describe.each(caseload)('the demo copies of $name', ({ file, record, newest }) => {
  const others = caseload
    .filter((other) => other.record.child.id !== record.child.id)
    .map((other) => ({ id: other.record.child.id, fullName: other.record.child.fullName }));

  it('can be issued: nothing stands in the way, and the search finds nothing', () => {
    const content = gatherContent(record, newest.id, given(file));
    if (!content) throw new Error('the record has its review');
    const readers = record.people.filter(
      ({ copy }) => copy === 'parent' || copy === 'carer' || copy === 'school' || copy === 'health',
    );
    const found = readers.flatMap((person) => {
      const kind = person.copy;
      if (kind !== 'parent' && kind !== 'carer' && kind !== 'school' && kind !== 'health') return [];
      const asked = { kind, person, releases: record.releases };
      const filtered = contentFor(content, asked);
      const report = buildReport(kind, filtered.content, draftState, person);
      const hits = searchLeaks(textsOfReport(report), forbiddenFor(content, asked, others));
      return [...filtered.problems, ...hits].map((problem) => ({ reader: person.id, ...problem }));
    });
    expect(found).toEqual([]);
  });
});

describe.each(caseload)('the releases of $name', ({ file, record }) => {
  it('may each be made', () => {
    const refused = record.releases.flatMap((release) => {
      const content = gatherContent(record, release.reviewId, given(file));
      const result = content && checkRelease(content, release);
      return result?.ok
        ? []
        : [`${release.reviewId} ${release.personId} ${release.item}: ${result?.error.message}`];
    });
    expect(refused).toEqual([]);
  });
});

describe('Kerry Fauxton’s copy of Leah’s review 11', () => {
  const leah = caseload.find(({ name }) => name.startsWith('leah'));
  if (!leah) throw new Error('Leah is in the demo');
  const content = gatherContent(leah.record, leah.newest.id, given(leah.file));
  const kerry = leah.record.people.find(({ name }) => name === 'Kerry Fauxton');
  if (!content || !kerry) throw new Error('Leah’s mother is among her people');
  const copy = contentFor(content, { kind: 'parent', person: kerry, releases: leah.record.releases }).content;

  it('has the parts of the sample page and nothing else', () => {
    const { record, review, numbers } = copy;
    const quotes = review.pageOne?.quotePointIds.map(
      (id) => record.points.find((point) => point.id === id)?.words,
    );
    expect(quotes).toEqual([
      'They only ask where I was, never why.',
      'I made curry for the whole house and nobody died.',
    ]);
    expect(review.pageOne?.whereThingsAre).toHaveLength(4);
    expect(review.pageOne?.whereThingsAre.join(' ')).not.toContain('using you');
    expect(new Set(record.points.map((point) => numbers[point.id]))).toEqual(new Set(['V1', 'V2']));
    const decided = record.decisions.filter((row) => row.reviewId === review.id);
    expect(new Set(decided.map((row) => numbers[row.id]))).toEqual(new Set(['D1', 'D2', 'D3', 'D4', 'D5']));
    expect(decided.find((row) => row.wording.startsWith('Time with Kian'))?.pointIds).toEqual([]);
    expect(record.sections.map((section) => section.key)).toEqual(['life-story']);
    expect(record.texts).toEqual([]);
  });

  it('has every promise with why, those released and no other', () => {
    const here = copy.record.progress.filter(
      ({ occasion }) => occasion.kind === 'review' && occasion.reviewId === copy.review.id,
    );
    expect(here.map(({ value }) => value).sort()).toEqual([
      'done',
      'done',
      'done',
      'not_done',
      'not_done',
      'part_done',
    ]);
  });

  it('has the fact strip without an address, a school or a carer', () => {
    const text = JSON.stringify(copy);
    expect(copy.record.periods.map(({ kind }) => kind).sort()).toEqual([
      'legal-status',
      'placement',
      'social-worker',
    ]);
    expect(text).not.toMatch(/Larkspur|Fictive|Mockbridge|Standinghouse|07700/u);
    expect(copy.review.duties?.spokeAlone).toMatchObject({ outcome: 'yes', on: '2026-09-30' });
    expect(copy.review.nextReview).toEqual({ kind: 'date', on: '2026-12-07' });
  });
});
