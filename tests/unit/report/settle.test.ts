import { describe, expect, it } from 'vitest';
import { PointId } from '../../../shared/domain/ids.ts';
import type { Block } from '../../../shared/report/blocks.ts';
import { linkFaults } from '../../../shared/report/links.ts';
import {
  cell,
  headOf,
  heading,
  linkTo,
  numberAtHome,
  paragraph,
  tickCell,
} from '../../../shared/report/runs.ts';
import { settleNumbers } from '../../../shared/report/settle.ts';
import { wordsOfBlocks } from '../../../shared/report/words.ts';

const blocks: Block[] = [
  heading(2, ['See ', linkTo('addenda', 'the end'), ' and ', linkTo('nowhere', 'elsewhere')]),
  paragraph('normal', [numberAtHome('V1'), ' ', linkTo('D1'), ' ', linkTo('D9')]),
  {
    kind: 'table',
    layout: 'points',
    caption: 'Points',
    description: 'Points.',
    head: headOf('No.', 'Point', 'Answer'),
    rows: [{ cells: [cell(numberAtHome('V1')), cell(numberAtHome('D1')), tickCell('D1: agree')] }],
  },
  {
    kind: 'narrative',
    style: 'narrative',
    numbers: { a: { number: 'V1' }, b: { number: 'N7' }, c: { number: 'R2', from: 'review of 3 May 2026' } },
    body: {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: ['a', 'b', 'c'].map((id) => ({
            type: 'text' as const,
            text: `word${id} `,
            marks: [{ type: 'point' as const, attrs: { id: PointId.parse(id) } }],
          })),
        },
      ],
    },
  },
  heading(2, 'Addenda', { anchor: 'addenda' }),
];

describe('settled numbers', () => {
  const settled = settleNumbers(blocks);

  it('are at home once, where they stand first, and links elsewhere', () => {
    expect(linkFaults(blocks)).not.toEqual({ dangling: [], repeated: [] });
    expect(linkFaults(settled)).toEqual({ dangling: [], repeated: [] });
    const table = settled[2];
    expect(table?.kind === 'table' && table.rows[0]?.cells[0]?.[0]?.runs[0]).toEqual(linkTo('V1'));
  });

  it('lose no word: a link to nothing stays as what it said', () => {
    expect(wordsOfBlocks(settled.slice(0, 3))).toEqual(wordsOfBlocks(blocks.slice(0, 3)));
  });

  it('leave no number in a text for what the document does not hold, and keep an earlier review’s', () => {
    const narrative = settled[3];
    expect(narrative?.kind === 'narrative' && narrative.numbers).toEqual({
      a: { number: 'V1' },
      c: { number: 'R2', from: 'review of 3 May 2026' },
    });
  });
});
