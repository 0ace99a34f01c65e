import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { PersonId } from '../../shared/domain/ids.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
const reviewId = 'leah-r11';

/** Leah's newest review as the demo has it on its last day, decisions and record finalised on the way. */
beforeEach(async () => {
  app = await testCore('2026-10-05');
  const leah = readDemo().files.get('leah.case.json');
  if (!leah) throw new Error('The demo has Leah');
  await app.call('caseFile:import', {
    files: [caseFileAsOf(leah, isoDate('2026-10-05'))],
    onConflict: 'refuse',
  });
  await app.call('review:finalise', { id: reviewId, kind: 'decisions', gaps: [] });
});
afterEach(() => app.remove());

async function releaseEverything(personId: string): Promise<void> {
  const { review } = await app.call('review:get', { id: reviewId });
  const items = await app.call('release:items', { reviewId, personId });
  const free = items.filter((item) => !item.isFlagged && !item.isRestricted && !item.isNotForReader);
  await app.call('release:add', {
    releases: free.map((item, place) => ({
      id: `release-${personId}-${place}`,
      childId: review.childId,
      reviewId,
      personId: PersonId.parse(personId),
      item: item.name,
      at: '2026-10-05T12:00:00Z',
      by: 'Helen Draftwell',
    })),
  });
}

describe('what the issue screen reads', () => {
  it('says for each reader which document waits, and for what', async () => {
    const rows = await app.call('document:readiness', { id: reviewId });
    const people = await app.call('child:get', {
      id: (await app.call('review:get', { id: reviewId })).review.childId,
    });
    const school = people.people.find((person) => person.copy === 'school');
    const ofSchool = rows.filter((row) => row.personId === school?.id);
    expect(ofSchool.map(({ document, waitsFor }) => [document, waitsFor])).toEqual([
      ['school', 'Finalise the record first.'],
    ]);
    const manager = people.people.find((person) => person.copy === 'manager');
    const ofManager = rows.filter((row) => row.personId === manager?.id);
    expect(ofManager.map(({ document, waitsFor }) => [document, waitsFor])).toEqual([
      ['decisions', undefined],
      ['manager', undefined],
      ['service-file', 'Finalise the record first.'],
    ]);
    expect(rows.filter((row) => row.personId === undefined).map(({ document }) => document)).toEqual([
      'letter',
      'decisions',
      'manager',
      'service-file',
    ]);
  });

  it('gives the same answer as the preview of one document', async () => {
    const rows = await app.call('document:readiness', { id: reviewId });
    for (const row of rows) {
      const request = { reviewId, document: row.document, ...(row.personId && { personId: row.personId }) };
      const one = await app.call('document:preview', request);
      expect([row.document, row.withheld, row.problems]).toEqual([
        row.document,
        one.withheld.length,
        one.problems,
      ]);
    }
  });

  it('lists what a reader has and has not, and releases change it', async () => {
    const { review } = await app.call('review:get', { id: reviewId });
    const { people } = await app.call('child:get', { id: review.childId });
    const father = people.find((person) => person.role === 'parent' && person.copy === 'none');
    if (!father) throw new Error('The demo has a parent without a copy');
    const before = await app.call('release:items', { reviewId, personId: father.id });
    expect(before.some((item) => item.isReleased)).toBe(false);
    expect(before.some((item) => item.isFlagged && item.because !== undefined)).toBe(true);
    await releaseEverything(father.id);
    const after = await app.call('release:items', { reviewId, personId: father.id });
    expect(after.filter((item) => item.isReleased).map(({ name }) => name)).toEqual(
      before
        .filter((item) => !item.isFlagged && !item.isRestricted && !item.isNotForReader)
        .map(({ name }) => name),
    );
  });

  it('never offers a fact that the reader must not learn', async () => {
    const { review } = await app.call('review:get', { id: reviewId });
    const { people } = await app.call('child:get', { id: review.childId });
    const closed = async (person: (typeof people)[number] | undefined) => {
      if (!person) throw new Error('The demo has this reader');
      const items = await app.call('release:items', { reviewId, personId: person.id });
      return items.filter((item) => item.isNotForReader).map(({ name }) => name);
    };
    const hidden = people.find((person) => person.mustNotLearn?.some(({ what }) => what === 'address'));
    expect(await closed(hidden)).toContain('fact:address');
    expect(await closed(people.find((person) => person.copy === 'health'))).not.toContain('fact:address');
  });

  it('knows the child as a reader by the child’s own id', async () => {
    const { review } = await app.call('review:get', { id: reviewId });
    const items = await app.call('release:items', { reviewId, personId: PersonId.parse(review.childId) });
    expect(items.length).toBeGreaterThan(20);
  });

  it('keeps how a document went', async () => {
    const { issued } = await app.call('document:issue', {
      id: 'issued-1',
      reviewId,
      document: 'decisions',
      passed: [],
      how: 'secure email',
    });
    expect(issued.how).toBe('secure email');
    const { issued: log } = await app.call('review:get', { id: reviewId });
    expect(log.find((row) => row.id === 'issued-1')?.how).toBe('secure email');
  });

  it('gives why an edition was withdrawn, and an addendum, to no copy that it was not released to', async () => {
    const { review } = await app.call('review:get', { id: reviewId });
    const { people } = await app.call('child:get', { id: review.childId });
    const idOf = (copy: string) => PersonId.parse(people.find((person) => person.copy === copy)?.id);
    const [school, manager] = [idOf('school'), idOf('manager')];
    await app.call('review:finalise', { id: reviewId, kind: 'record', gaps: [] });
    const because = 'it told where her friend Bo sleeps';
    await app.call('review:withdraw', { id: reviewId, kind: 'decisions', because, receivedBy: [] });
    await app.call('review:finalise', { id: reviewId, kind: 'decisions', gaps: [] });
    await app.call('review:finalise', { id: reviewId, kind: 'record', gaps: [] });
    const text = 'The clinic moved.';
    const addendum = { id: 'added', childId: review.childId, reviewId, kind: 'note', text } as const;
    await app.call('addendum:add', { ...addendum, on: '2026-10-05', by: 'Helen Draftwell', edition: 2 });

    const previewOf = async (
      document: 'decisions' | 'school' | 'manager' | 'service-file',
      personId: PersonId,
    ) => {
      const { report, withheld } = await app.call('document:preview', { reviewId, document, personId });
      const words = JSON.stringify(report);
      return { tells: words.includes(because), adds: words.includes(text), withheld };
    };
    const added = (withheld: readonly { readonly item: string }[]) =>
      withheld.map(({ item }) => item.split(':')[0]).filter((kind) => /addendum|withdrawal/.test(kind ?? ''));
    expect(await previewOf('manager', manager)).toMatchObject({ tells: true });
    expect(await previewOf('service-file', manager)).toMatchObject({ tells: true, adds: true, withheld: [] });
    const sheet = await previewOf('decisions', manager);
    expect([sheet.tells, added(sheet.withheld)]).toEqual([false, ['withdrawal']]);
    const before = await previewOf('school', school);
    expect([before.tells, before.adds, added(before.withheld)]).toEqual([
      false,
      false,
      ['addendum', 'withdrawal'],
    ]);

    const item = before.withheld.find((line) => line.item.startsWith('withdrawal:'))?.item ?? '';
    const release = { childId: review.childId, reviewId, at: '2026-10-05T12:00:00Z', by: 'Helen Draftwell' };
    await app.call('release:add', {
      releases: [
        { ...release, id: 'release-why', personId: school, item },
        { ...release, id: 'release-added', personId: school, item: 'addendum:added' },
      ],
    });
    expect(await previewOf('school', school)).toMatchObject({ tells: true, adds: true });
    expect(await previewOf('decisions', manager)).toMatchObject({ tells: false });
  });
});
