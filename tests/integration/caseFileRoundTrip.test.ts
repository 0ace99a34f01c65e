import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidv7 } from '../../main/core/ids.ts';
import { CaseFile } from '../../shared/caseFile.ts';
import { bodyOf, readCaseload } from '../support/caseload.ts';
import { playReview, startChild } from './support/playReview.ts';
import { openBeside, snapshotOf } from './support/storeRows.ts';
import { codeOf } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore, testOfficer } from './support/testCore.ts';

const caseload = readCaseload();

function byId<T extends { readonly id: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/**
 * The same file in one form, written without the code under test: narratives as the editor's JSON, sections that
 * say nothing left out, and every list in an order of its own.
 */
function oneForm(file: CaseFile): unknown {
  const narrative = (given: CaseFile['reviews'][number]['sections'][number]['account']) => {
    if (given === undefined) return undefined;
    const audience = typeof given === 'object' && 'body' in given ? given.audience : undefined;
    return { body: bodyOf(given), ...(audience && { audience }) };
  };
  const sections = (review: CaseFile['reviews'][number]) =>
    review.sections
      .map(({ key, account, meaning, ending }) => ({
        id: key,
        account: narrative(account),
        meaning: narrative(meaning),
        ending,
      }))
      .filter(({ account, meaning, ending }) => account ?? meaning ?? ending);
  return JSON.parse(
    JSON.stringify({
      ...file,
      officer: testOfficer,
      periods: byId(file.periods),
      people: byId(file.people),
      events: byId(file.events),
      risks: byId(file.risks),
      papers: byId(file.papers),
      actions: byId(file.actions).map((action) => ({ ...action, progress: byId(action.progress) })),
      reviews: byId(file.reviews).map((review) => ({
        ...review,
        meetings: byId(review.meetings),
        sections: byId(sections(review)),
        notes: byId(review.notes),
        points: byId(review.points),
        decisions: byId(review.decisions),
        releases: byId(review.releases),
      })),
    }),
  );
}

describe('a case file', () => {
  let app: TestCore;
  beforeAll(async () => {
    app = await testCore();
    await app.call('caseFile:import', { files: caseload.map(({ file }) => file), onConflict: 'refuse' });
  });
  afterAll(() => app.remove());

  it.each(caseload)('of the demo comes out as it went in: $name', async ({ file }) => {
    const exported = await app.call('caseFile:export', { id: file.child.id });
    expect(oneForm(CaseFile.parse(exported))).toEqual(oneForm(file));
  });

  it('adds nothing when it comes a second time, as written or as exported, and changes no row', async () => {
    const exported = await Promise.all(
      caseload.map(({ file }) => app.call('caseFile:export', { id: file.child.id })),
    );
    const db = await openBeside(app.dir);
    const { request: _first, ...before } = snapshotOf(db);
    for (const files of [caseload.map(({ file }) => file), exported]) {
      for (const onConflict of ['refuse', 'keep-mine', 'take-theirs'] as const) {
        const { children } = await app.call('caseFile:import', { files, onConflict });
        expect(children.map(({ added, changed, kept }) => added + changed + kept)).toEqual(
          children.map(() => 0),
        );
      }
    }
    const { request: _later, ...after } = snapshotOf(db);
    db.close();
    expect(after).toEqual(before);
  });

  it('of brother and sister shares their meeting, in whichever order they come', async () => {
    const shared = caseload.filter(({ file }) =>
      file.reviews.some(({ meetings }) =>
        meetings.some(
          ({ id }) =>
            caseload.filter(({ file: other }) => JSON.stringify(other).includes(`"${id}"`)).length > 1,
        ),
      ),
    );
    expect(shared.length).toBeGreaterThan(1);
    for (const order of [shared, shared.toReversed()]) {
      const fresh = await testCore();
      for (const { file } of order)
        await fresh.call('caseFile:import', { files: [file], onConflict: 'refuse' });
      const db = await openBeside(fresh.dir);
      const links = db
        .prepare<[], number>('SELECT count(*) FROM review_meeting GROUP BY meeting_id HAVING count(*) > 1')
        .pluck()
        .all();
      db.close();
      expect(links.length).toBeGreaterThan(0);
      for (const { file } of shared) {
        const exported = await fresh.call('caseFile:export', { id: file.child.id });
        expect(oneForm(CaseFile.parse(exported))).toEqual(oneForm(file));
      }
      await fresh.remove();
    }
  });
});

describe('what travels in a case file', () => {
  let app: TestCore;
  let exported: CaseFile;
  const childId = 'child-four';
  const paperId = uuidv7(5);
  const paper = Buffer.from('What the child wrote on the form.');

  beforeAll(async () => {
    app = await testCore('2026-01-05');
    await startChild(app, childId);
    await playReview(app, { childId, number: 1, on: '2026-01-28' });
    await app.call('review:withdraw', {
      id: 'four-r1',
      kind: 'record',
      because: 'a wrong date',
      receivedBy: [],
    });
    await app.call('review:finalise', { id: 'four-r1', kind: 'record', gaps: [] });
    const about = { childId, kind: 'childs-form', title: 'Form', receivedOn: '2026-01-20' } as const;
    await app.call('paper:add', { paper: { id: paperId, ...about }, content: paper.toString('base64') });
    await app.call('document:issue', {
      id: uuidv7(6),
      reviewId: 'four-r1',
      document: 'service-file',
      passed: [],
    });
    await app.call('draft:save', {
      childId,
      record: 'four-mum',
      entity: 'person',
      field: 'phone',
      raw: '01632 \ud83d',
      baseVersion: 1,
    });
    exported = CaseFile.parse(await app.call('caseFile:export', { id: childId }));
  });
  afterAll(() => app.remove());

  it('are finalised contents, papers, issued files and drafts, and they come out the same again', async () => {
    const other = await testCore('2026-03-01');
    // Through text, as a file goes.
    const file: unknown = JSON.parse(JSON.stringify(exported));
    await other.call('caseFile:import', { files: [file], onConflict: 'refuse' });
    const again = await other.call('caseFile:export', { id: childId });
    expect({ ...again }).toEqual({ ...exported });
    const { content } = await other.call('paper:read', { id: paperId });
    expect(Buffer.from(content, 'base64')).toEqual(paper);
    const issued = exported.reviews[0]?.issued[0];
    if (!issued) throw new Error('One document was issued');
    const [here, there] = [
      await app.call('document:read', { id: issued.id }),
      await other.call('document:read', { id: issued.id }),
    ];
    expect(there).toEqual(here);
    const request = { reviewId: 'four-r1', document: 'service-file' } as const;
    const [printed, printedThere] = [
      await app.call('document:preview', request),
      await other.call('document:preview', request),
    ];
    expect(printedThere.report).toEqual(printed.report);
    expect(await other.call('draft:list', { id: childId })).toEqual(
      await app.call('draft:list', { id: childId }),
    );
    await other.remove();
  });

  it('is never a withdrawn content', () => {
    const finalisations = exported.reviews[0]?.finalisations ?? [];
    expect(
      finalisations.map(({ kind, edition, withdrawn, content }) => [
        kind,
        edition,
        withdrawn !== undefined,
        content !== undefined,
      ]),
    ).toEqual([
      ['decisions', 1, false, true],
      ['record', 1, true, false],
      ['record', 2, false, true],
    ]);
  });

  it('is refused when a content, a paper or an issued file was changed on the way', async () => {
    const other = await testCore();
    const changed = (change: (review: CaseFile['reviews'][number], file: CaseFile) => void): CaseFile => {
      const file = structuredClone(exported);
      const [review] = file.reviews;
      if (!review) throw new Error('The file has a review');
      change(review, file);
      return file;
    };
    const bytes = Buffer.from('Another').toString('base64');
    const tries: [file: CaseFile, path: string][] = [
      [
        changed(({ finalisations: [first] }) => {
          if (first) first.content = first.content?.replace('talked', 'walked');
        }),
        'reviews[0].finalisations[0].content',
      ],
      [
        changed(({ finalisations: [, withdrawn] }) => {
          if (withdrawn) withdrawn.content = '{}';
        }),
        'reviews[0].finalisations[1].content',
      ],
      [
        changed(({ finalisations: [first] }) => {
          if (!first) return;
          first.content = '{"version":1}';
          first.sha256 = createHash('sha256').update(first.content).digest('hex');
        }),
        'reviews[0].finalisations[0].content',
      ],
      [
        changed(({ issued: [first] }) => {
          if (first) first.content = bytes;
        }),
        'reviews[0].issued[0].content',
      ],
      [
        changed((_review, { papers: [first] }) => {
          if (first) first.content = bytes;
        }),
        'papers[0].content',
      ],
    ];
    for (const [file, path] of tries) {
      const result = await other.send('caseFile:import', { files: [file], onConflict: 'refuse' });
      expect(codeOf(result)).toBe('invalid-input');
      expect(result.ok ? [] : result.error.issues?.map((issue) => issue.path)).toEqual([`files[0].${path}`]);
    }
    expect(await other.call('child:list', {})).toEqual([]);
    await other.remove();
  });
});
