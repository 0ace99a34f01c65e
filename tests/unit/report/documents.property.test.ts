import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentKind } from '../../../shared/domain/model/issue.ts';
import type { Block } from '../../../shared/report/blocks.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import { buildReport } from '../../../shared/report/documents.ts';
import { linkFaults, targetsOf } from '../../../shared/report/links.ts';
import { itemsOf } from '../../../shared/report/releaseItems.ts';
import { tableLayoutOf } from '../../../shared/report/tableLayouts.ts';
import { wordsOf } from '../../../shared/report/words.ts';
import { aRelease } from '../support/builders.ts';
import { finalState } from '../support/leahReport.ts';
import type { Marked } from '../support/markedContent.ts';
import { markedContents, reader } from '../support/markedContent.ts';

const kinds = [
  'service-file',
  'decisions',
  'manager',
  'chair',
  'parent',
  'carer',
  'school',
  'health',
] as const;
type Kind = (typeof kinds)[number] & DocumentKind;

/** A random review with a random part of it released to the reader. */
const cases = fc
  .record({ marked: markedContents, kind: fc.constantFrom<Kind>(...kinds) })
  .chain(({ marked, kind }) => {
    const names = itemsOf(marked.content).map((item) => item.name);
    return fc.subarray(names).map((items) => ({
      marked,
      kind,
      releases: items.map((item) => aRelease({ personId: reader, item, because: 'They ought to know' })),
    }));
  });

type Case = typeof cases extends fc.Arbitrary<infer C> ? C : never;

function built({ marked, kind, releases }: Case) {
  const person = marked.content.record.people.find(({ id }) => id === reader);
  const { content } = contentFor(marked.content, { kind, person, releases });
  return { content, report: buildReport(kind, content, finalState, person) };
}

describe('a document of a random review', () => {
  it('has each number at home once and no link that leads nowhere', () => {
    fc.assert(
      fc.property(cases, (given) => {
        expect(linkFaults(built(given).report.blocks)).toEqual({ dangling: [], repeated: [] });
      }),
    );
  });

  it('numbers nothing that its content does not number', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { content, report } = built(given);
        const known = new Set(Object.values(content.numbers));
        expect(targetsOf(report.blocks).filter((target) => !known.has(target))).toEqual([]);
      }),
    );
  });

  it('prints no mark that its content does not hold', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { content, report } = built(given);
        const held = JSON.stringify(content);
        const printed =
          wordsOf(report)
            .join(' ')
            .match(/mark\d+\w*x/gu) ?? [];
        expect(printed.filter((mark) => !held.includes(mark))).toEqual([]);
      }),
    );
  });

  it('has a cell for each column of each table', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { blocks, isLay } = built(given).report;
        for (const block of blocks) {
          if (block.kind !== 'table') continue;
          const { columns } = tableLayoutOf(block.layout, isLay);
          expect(block.head === null || block.head.length === columns.length).toBe(true);
          expect(block.rows.filter((row) => row.cells.length !== columns.length)).toEqual([]);
        }
      }),
    );
  });

  it('has something under each heading', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { blocks } = built(given).report;
        expect(blocks.filter((block, index) => isBare(block, blocks[index + 1]))).toEqual([]);
      }),
    );
  });
});

/** The headings of a manager's page carry their answer, and may stand alone. */
function isBare(block: Block, next: Block | undefined): boolean {
  if (block.kind !== 'heading' || block.level === 1) return false;
  const words = block.runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
  if (/^(?:Safe today\?|Is the plan|Promised)/u.test(words)) return false;
  return next === undefined || (next.kind === 'heading' && next.level <= block.level);
}

describe('the service file of a random review', () => {
  const files = markedContents.map((marked) => ({ marked, kind: 'service-file' as const, releases: [] }));

  it('loses no word that was written', () => {
    fc.assert(
      fc.property(files, (given) => {
        const words = wordsOf(built(given).report).join(' ');
        expect(writtenIn(given.marked).filter((mark) => !words.includes(mark))).toEqual([]);
      }),
    );
  });
});

/** Texts, points, decisions and actions of the review itself, which the service file must have in full. */
function writtenIn({ content }: Marked): string[] {
  const { record, review } = content;
  const own = <T extends { reviewId: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.reviewId === review.id);
  const anchored = JSON.stringify(record.texts);
  const written = [
    ...own(record.texts).map((text) => JSON.stringify(text.body)),
    ...own(record.points)
      .filter(({ kind, id }) => kind !== 'description' || !anchored.includes(`"${id}"`))
      .map((point) => point.words),
    ...own(record.decisions).map((decision) => `${decision.wording} ${decision.howWeWillKnow ?? ''}`),
    ...own(record.actions).map((action) => `${action.what} ${action.interimStep ?? ''}`),
    ...(review.pageOne?.whereThingsAre ?? []),
  ];
  return written.flatMap((words) => words.match(/mark\d+\w*x/gu) ?? []);
}
