import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { loadRecord } from '../../main/core/loadRecord.ts';
import { loadReview } from '../../main/core/loadReview.ts';
import { createRepositories } from '../../main/core/repositories.ts';
import type { Repositories } from '../../main/core/repositories.ts';
import type { Database } from '../../main/store/openStore.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { checkReview } from '../../shared/domain/findings/check.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import { previousReview } from '../../shared/domain/reviews.ts';
import { defaultSettings } from '../../shared/domain/settings.ts';
import { gatherContent, pointsBehind } from '../../shared/report/content.ts';
import { canonicalJson } from '../../shared/text/canonicalJson.ts';
import { openBeside } from './support/storeRows.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
let db: Database;
let repos: Repositories;
const files = [...readDemo().files.values()];

beforeEach(async () => {
  app = await testCore();
  await app.call('caseFile:import', { files, onConflict: 'refuse' });
  db = await openBeside(app.dir);
  repos = createRepositories(db);
});
afterEach(() => {
  db.close();
  return app.remove();
});

function wholeOf(childId: string): ChildRecord {
  const loaded = loadRecord(repos, childId);
  if (!loaded) throw new Error('The child was imported');
  return loaded.record;
}

/** What `loadReview` is to give, cut out of the whole record. */
function cutOut(whole: ChildRecord, reviewId: string): ChildRecord {
  const review = whole.reviews.find(({ id }) => id === reviewId);
  const previous = review && previousReview(whole, review.id);
  const behind = review ? pointsBehind(whole, review) : new Set<string>();
  const isNear = (row: { reviewId: string }) => row.reviewId === reviewId || row.reviewId === previous?.id;
  return {
    ...whole,
    sections: whole.sections.filter(isNear),
    texts: whole.texts.filter(isNear),
    notes: whole.notes.filter(isNear),
    points: whole.points.filter((point) => isNear(point) || behind.has(point.id)),
    addenda: whole.addenda.filter(isNear),
    releases: whole.releases.filter(isNear),
    issued: whole.issued.filter(isNear),
    filings: whole.filings.filter(isNear),
  };
}

describe('a review as it is loaded', () => {
  it('has all facts and the plan, and the minutes of itself and the last one, in the order of the whole record', () => {
    for (const file of files) {
      const whole = wholeOf(file.child.id);
      expect(whole.points.length).toBeGreaterThan(0);
      for (const { id } of whole.reviews)
        expect(loadReview({ repos }, id)?.record).toEqual(cutOut(whole, id));
    }
  });

  it('holds every point behind an older promise, of whatever review', () => {
    const far = files.flatMap((file) => {
      const whole = wholeOf(file.child.id);
      return whole.reviews.flatMap((review) => {
        const near = [review.id, previousReview(whole, review.id)?.id];
        const { points } = loadReview({ repos }, review.id)?.record ?? whole;
        return points.filter((point) => !near.includes(point.reviewId));
      });
    });
    expect(far.length).toBeGreaterThan(0);
  });

  it('freezes, to the byte, and finds what the whole record would', () => {
    const today = isoDate('2026-10-05');
    const given = { today, officer: { name: 'Helen Draftwell' }, settings: defaultSettings };
    for (const file of files) {
      const whole = wholeOf(file.child.id);
      for (const { id } of whole.reviews) {
        const { record } = loadReview({ repos }, id) ?? { record: whole };
        const frozen = (from: ChildRecord) =>
          canonicalJson(JSON.parse(JSON.stringify(gatherContent(from, id, given))));
        expect(frozen(record)).toBe(frozen(whole));
        const found = (from: ChildRecord) => checkReview(from, id, { ...given, otherChildren: [] });
        expect(found(record)).toEqual(found(whole));
      }
    }
  });

  it('gives the version of every row, and of no row that it leaves out', () => {
    const [file] = files;
    const whole = wholeOf(file?.child.id ?? '');
    const review = whole.reviews.at(-1);
    const loaded = loadReview({ repos }, review?.id ?? '');
    const { child, drafts: _drafts, ...lists } = loaded?.record ?? whole;
    const rows = Object.values(lists).flatMap((list) =>
      [...list].map((row) => ('id' in row ? row.id : `${row.reviewId}.${row.key}`)),
    );
    expect(new Set(Object.keys(loaded?.versions ?? {}))).toEqual(new Set([child.id, ...rows]));
  });

  it('reads each kind of row once', () => {
    const read: string[] = [];
    const { entities } = repos;
    const counting: Repositories['entities'] = {
      ...entities,
      listByChild: (name, childId) => {
        read.push(name);
        return entities.listByChild(name, childId);
      },
      listOfReviews: (name, ...given) => {
        read.push(name);
        return entities.listOfReviews(name, ...given);
      },
    };
    expect(loadReview({ repos: { ...repos, entities: counting } }, 'leah-r11')).toBeDefined();
    expect(read.length).toBeGreaterThan(15);
    expect(new Set(read).size).toBe(read.length);
  });
});
