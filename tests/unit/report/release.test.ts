import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { ReviewId } from '../../../shared/domain/ids.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import type { ReviewContent } from '../../../shared/report/content.ts';
import { gatherContent } from '../../../shared/report/content.ts';
import { addendumItem, readersOf } from '../../../shared/report/addedItems.ts';
import { checkRelease, whatGroupReleases } from '../../../shared/report/release.ts';
import { isReleased } from '../../../shared/report/releaseItem.ts';
import { itemsOf } from '../../../shared/report/releaseItems.ts';
import * as build from '../support/builders.ts';

const mum = build.aPerson({ id: 'mum', name: 'Kerry Fauxton', role: 'parent' });
const nan = build.aPerson({ id: 'nan', name: 'Maureen Fauxton', role: 'relative' });

function gather(): ReviewContent {
  const record = build.aRecord({
    people: [mum, nan],
    periods: [
      build.lookedAfter('2019-05-07'),
      build.aPeriod({
        kind: 'placement',
        placement: 'foster-carers',
        address: '12 Larkspur Road',
        from: '2024-01-01',
      }),
    ],
    points: [
      build.aPoint({ id: 'open', section: 'health' }),
      build.aPoint({ id: 'private', section: 'interests', audience: { level: 'not-for', notFor: ['mum'] } }),
      build.aPoint({
        id: 'police',
        section: 'risk-and-safety',
        audience: { level: 'worker-and-iro', restriction: 'police' },
      }),
    ],
    texts: [build.aText({ section: 'health', body: 'One.\n\nTwo.' })],
    decisions: [build.aDecision({ id: 'd', section: 'health', pointIds: ['open'] })],
    actions: [build.anAction({ id: 'a', decisionId: 'd' })],
    sections: [build.aSection({ key: 'life-story', ending: { kind: 'not-discussed', because: 'no time' } })],
    reviews: [build.aReview({ pageOne: { quotePointIds: ['open'], whereThingsAre: ['All is well.'] } })],
  });
  const content = gatherContent(record, ReviewId.parse('review-1'), {
    today: isoDate('2026-10-27'),
    officer: { name: 'Helen Draftwell' },
    settings: defaultSettings,
  });
  if (!content) throw new Error('the record has its review');
  return content;
}
const content = gather();
const itemNamed = (name: string) => itemsOf(content).find((item) => item.name === name);
const check = (given: Partial<Parameters<typeof build.aRelease>[0]>) =>
  checkRelease(content, build.aRelease({ personId: 'nan', ...given }));
const codeOf = (result: ReturnType<typeof check>) => (result.ok ? 'ok' : result.error.code);

describe('the items of a review', () => {
  it('have each a name of its own, in the form that a release may carry', () => {
    const names = itemsOf(content).map((item) => item.name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(() => build.aRelease({ personId: 'mum', item: name })).not.toThrow();
    expect(names).toEqual(
      expect.arrayContaining([
        'point:open',
        'text:review-1.health.account:0',
        'text:review-1.health.account:1',
        'decision:d',
        'action:a',
        'page-one:quote:open',
        'page-one:sentence:0',
        'ending:life-story',
        'fact:lives-in',
        'fact:address',
      ]),
    );
  });

  it('go with their section and group; page 1 and the address go with none', () => {
    expect(itemNamed('point:open')?.groups).toEqual(['section:health', 'group:health']);
    expect(itemNamed('decision:d')?.groups).toEqual(['section:health', 'group:health', 'section:plan']);
    expect(itemNamed('action:a')?.groups).toEqual(['section:health', 'group:health', 'section:plan']);
    for (const name of ['page-one:quote:open', 'page-one:sentence:0', 'fact:address']) {
      expect(itemNamed(name)?.groups).toEqual([]);
    }
  });

  it('say why they are flagged, and for whom they never are', () => {
    expect(itemNamed('point:private')).toMatchObject({
      isFlagged: true,
      because: 'Not in the copy of Kerry Fauxton',
      notFor: ['mum'],
    });
    expect(itemNamed('point:police')).toMatchObject({
      because: 'Police information; Only worker and IRO',
      isRestricted: true,
    });
    expect(itemNamed('fact:address')).toMatchObject({ isFlagged: true, because: 'An address' });
    expect(itemNamed('point:open')?.isFlagged).toBe(false);
  });
});

describe('one key for a group', () => {
  it('releases what belongs to it, when nothing in it is flagged', () => {
    const { items, inTheWay } = whatGroupReleases(content, 'group:health');
    expect(items.map((item) => item.name).sort()).toEqual([
      'action:a',
      'decision:d',
      'point:open',
      'text:review-1.health.account:0',
      'text:review-1.health.account:1',
    ]);
    expect(inTheWay).toEqual([]);
    expect(codeOf(check({ item: 'group:health' }))).toBe('ok');
  });

  it('says what stands in the way, and is refused while it does', () => {
    expect(whatGroupReleases(content, 'section:interests').inTheWay.map((item) => item.name)).toEqual([
      'point:private',
    ]);
    expect(codeOf(check({ item: 'section:interests' }))).toBe('invalid-input');
    expect(codeOf(check({ item: 'group:safe', because: 'They ought to know' }))).toBe('invalid-input');
  });

  it('releases a section’s ending', () => {
    expect(codeOf(check({ item: 'section:life-story' }))).toBe('ok');
    const release = build.aRelease({ personId: 'mum', item: 'section:life-story' });
    const given = contentFor(content, { kind: 'parent', person: mum, releases: [release] }).content;
    expect(given.record.sections.map((section) => section.key)).toEqual(['life-story']);
  });

  it('is refused where there is nothing in it', () => {
    expect(codeOf(check({ item: 'group:school' }))).not.toBe('ok');
    expect(codeOf(check({ item: 'section:pathway' }))).toBe('not-found');
  });
});

describe('one thing released alone', () => {
  it.each([
    ['an open thing without a reason', { item: 'point:open' }, 'ok'],
    ['a flagged thing without a reason', { item: 'point:private' }, 'invalid-input'],
    ['a flagged thing with a blank reason', { item: 'point:private', because: '  ' }, 'invalid-input'],
    ['a flagged thing with a reason', { item: 'point:private', because: 'She arranges the tea' }, 'ok'],
    [
      'a thing that is not for this reader, whatever the reason',
      { item: 'point:private', personId: 'mum', because: 'Because' },
      'forbidden',
    ],
    ['police information, whatever the reason', { item: 'point:police', because: 'Because' }, 'forbidden'],
    ['the address with a reason', { item: 'fact:address', because: 'She visits' }, 'ok'],
    ['a thing that is not there', { item: 'point:nothing' }, 'not-found'],
    ['to somebody who is not among the people', { item: 'point:open', personId: 'stranger' }, 'not-found'],
    ['to the child', { item: 'point:open', personId: 'child-1' }, 'ok'],
    ['of another review', { item: 'point:open', reviewId: 'review-9' }, 'not-found'],
  ])('%s', (_, given, code) => {
    expect(codeOf(check(given))).toBe(code);
  });

  it('quotes no words in a refusal', () => {
    for (const item of [
      'group:safe',
      'section:interests',
      'point:private',
      'point:police',
      'point:nothing',
    ]) {
      expect(JSON.stringify(check({ item }))).not.toMatch(/dentist|Kerry|Maureen/u);
    }
  });

  it('does not release a flagged thing by its group, even where such a release is in the store', () => {
    const item = itemNamed('point:private');
    if (!item) throw new Error('there is a private point');
    expect(isReleased(item, [{ item: 'section:interests', because: 'They ought to know' }])).toBe(false);
    expect(isReleased(item, [{ item: 'point:private', because: 'They ought to know' }])).toBe(true);
  });
});

describe('an addendum', () => {
  it('is for those it was released to by name', () => {
    const addendum = build.anAddendum({ id: 'add' });
    const release = (personId: string, item: string) => build.aRelease({ personId, item });
    const releases = [
      release('mum', 'addendum:add'),
      release('nan', 'addendum:other'),
      release('nan', 'group:health'),
    ];
    expect(readersOf(addendumItem(addendum), releases)).toEqual(['mum']);
    expect(checkRelease(content, release('mum', 'addendum:add'), [addendumItem(addendum)]).ok).toBe(true);
    expect(checkRelease(content, release('mum', 'addendum:add')).ok).toBe(false);
  });
});
