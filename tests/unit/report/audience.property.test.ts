import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFlagged } from '../../../shared/domain/model/common.ts';
import type { Release } from '../../../shared/domain/model/issue.ts';
import { groupKeys, sectionKeys } from '../../../shared/domain/model/sections.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import { itemsOf } from '../../../shared/report/releaseItems.ts';
import { aRelease } from '../support/builders.ts';
import type { Marked, Need } from '../support/markedContent.ts';
import { markedContents, reader } from '../support/markedContent.ts';

const groupNames = [...groupKeys.map((key) => `group:${key}`), ...sectionKeys.map((key) => `section:${key}`)];

const isGroup = (name: string) => name.startsWith('group:') || name.startsWith('section:');

/** A random review with random releases of what is in it, of groups, and of what is not in it. */
const releasedContents = markedContents.chain((marked) => {
  const names = [
    ...itemsOf(marked.content).map((item) => item.name),
    ...groupNames,
    'point:nothing',
    'fact:nothing',
  ];
  const named = fc.oneof(
    fc.subarray(names),
    fc.subarray(names.filter((name) => !isGroup(name))),
    fc.array(fc.constantFrom(...names), { maxLength: 5 }),
  );
  const releases = fc.tuple(named, fc.infiniteStream(fc.boolean())).map(([items, reasons]) =>
    items.map((item) => {
      const hasReason = reasons.next().value;
      return aRelease({ personId: reader, item, ...(hasReason && { because: 'They ought to know' }) });
    }),
  );
  return fc.record({ marked: fc.constant(marked), releases });
});

const kerry = ({ content }: Marked) => content.record.people.find((person) => person.id === reader);

function printed(
  marked: Marked,
  releases: Release[],
  kind: 'parent' | 'manager' | 'decisions' = 'parent',
): string {
  return JSON.stringify(contentFor(marked.content, { kind, person: kerry(marked), releases }).content);
}

/** The rule once more, plainly: open by its own name (with a reason where flagged), or by a group where not. */
function isOpen(need: Need, releases: Release[]): boolean {
  if (need.names.length === 0) return false;
  const isPrivate = need.audiences.some(isFlagged);
  if (need.audiences.some((audience) => audience?.restriction !== undefined)) return false;
  if (need.audiences.some((audience) => audience?.notFor?.includes(reader))) return false;
  return releases.some(
    (release) =>
      need.names.includes(release.item) && (!isPrivate || (!isGroup(release.item) && release.because)),
  );
}

describe('a copy of random content with random releases', () => {
  it('holds no text that was not released to its reader', () => {
    fc.assert(
      fc.property(releasedContents, ({ marked, releases }) => {
        const json = printed(marked, releases);
        const leaked = [...marked.marks].filter(
          ([mark, needs]) => json.includes(mark) && !needs.every((need) => isOpen(need, releases)),
        );
        expect(leaked.map(([mark]) => mark)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('holds every text that was released to its reader', () => {
    // The filter must not be safe by giving nothing: every item by its own name and with a reason.
    fc.assert(
      fc.property(markedContents, (marked) => {
        const releases = itemsOf(marked.content).map((item) =>
          aRelease({ personId: reader, item: item.name, because: 'They ought to know' }),
        );
        const json = printed(marked, releases);
        const missing = [...marked.marks].filter(
          ([mark, needs]) => !json.includes(mark) && needs.every((need) => isOpen(need, releases)),
        );
        expect(missing.map(([mark]) => mark)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('holds nothing at all of the review before anything is released', () => {
    fc.assert(
      fc.property(markedContents, (marked) => {
        const json = printed(marked, []);
        expect([...marked.marks.keys()].filter((mark) => json.includes(mark))).toEqual([]);
      }),
    );
  });

  it('takes no account of releases to others, or of another review', () => {
    fc.assert(
      fc.property(releasedContents, ({ marked, releases }) => {
        const others = releases.flatMap((release) => [
          aRelease({ ...release, personId: 'carer' }),
          aRelease({ ...release, reviewId: 'review-0' }),
        ]);
        expect(printed(marked, others)).toBe(printed(marked, []));
      }),
      { numRuns: 50 },
    );
  });

  it('never loses a text by a further release', () => {
    fc.assert(
      fc.property(releasedContents, fc.nat(25), ({ marked, releases }, kept) => {
        const [fewer, more] = [printed(marked, releases.slice(0, kept)), printed(marked, releases)];
        expect(
          [...marked.marks.keys()].filter((mark) => fewer.includes(mark) && !more.includes(mark)),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('numbers without a gap, and numbers only what it holds', () => {
    fc.assert(
      fc.property(releasedContents, ({ marked, releases }) => {
        const { content } = contentFor(marked.content, { kind: 'parent', person: kerry(marked), releases });
        const numbers = Object.values(content.numbers);
        for (const letter of ['N', 'R', 'V', 'G', 'D', 'A']) {
          const own = numbers
            .filter((number) => number.startsWith(letter))
            .map((number) => Number(number.slice(1)));
          expect(own.sort((a, b) => a - b)).toEqual(own.map((_, index) => index + 1));
        }
        const listed = content.record.actions.filter((action) => action.what !== '');
        const held = [...content.record.points, ...content.record.decisions, ...listed];
        expect(Object.keys(content.numbers).every((id) => held.some((row) => row.id === id))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('links to nothing that it does not hold', () => {
    fc.assert(
      fc.property(releasedContents, ({ marked, releases }) => {
        const { record, review } = contentFor(marked.content, {
          kind: 'parent',
          person: kerry(marked),
          releases,
        }).content;
        const points = new Set<string>(record.points.map((point) => point.id));
        const decisions = new Set<string>(record.decisions.map((decision) => decision.id));
        const anchors = JSON.stringify(record.texts).matchAll(/"attrs":\{"id":"([^"]+)"/gu);
        expect([...anchors].map((match) => match[1] ?? '').filter((id) => !points.has(id))).toEqual([]);
        expect(
          record.decisions.flatMap((decision) => decision.pointIds).filter((id) => !points.has(id)),
        ).toEqual([]);
        expect(
          record.actions.filter((action) => action.decisionId && !decisions.has(action.decisionId)),
        ).toEqual([]);
        expect((review.pageOne?.quotePointIds ?? []).filter((id) => !points.has(id))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('says of everything that it leaves out why', () => {
    fc.assert(
      fc.property(releasedContents, ({ marked, releases }) => {
        const { content, withheld } = contentFor(marked.content, {
          kind: 'parent',
          person: kerry(marked),
          releases,
        });
        const left = new Set(withheld.map(({ item }) => item));
        for (const point of marked.content.record.points) {
          const isWhole = content.record.points.some(
            (row) => row.id === point.id && row.section !== 'front-sheet',
          );
          expect(left.has(`point:${point.id}`)).toBe(!isWhole);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('the service’s own sheets of random content', () => {
  it.each(['manager', 'decisions'] as const)(
    'the %s holds no privilege, police information or address',
    (kind) => {
      fc.assert(
        fc.property(markedContents, (marked) => {
          const json = printed(marked, [], kind);
          const leaked = [...marked.marks].filter(([mark, needs]) => {
            const isRestricted = needs.some((need) =>
              need.audiences.some((audience) => audience?.restriction),
            );
            const isNotTheirs = needs.some((need) =>
              need.audiences.some((audience) => audience?.notFor?.includes(reader)),
            );
            const isPlace = /home|address|phone|email|literal|paper|letter|oldsentence/u.test(mark);
            return json.includes(mark) && (isRestricted || isNotTheirs || isPlace);
          });
          expect(leaked.map(([mark]) => mark)).toEqual([]);
        }),
        { numRuns: 200 },
      );
    },
  );

  it('the service file holds everything', () => {
    fc.assert(
      fc.property(markedContents, (marked) => {
        const { content, withheld } = contentFor(marked.content, { kind: 'service-file', releases: [] });
        expect(content).toBe(marked.content);
        expect(withheld).toEqual([]);
      }),
    );
  });
});
