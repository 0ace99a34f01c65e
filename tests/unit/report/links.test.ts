import { describe, expect, it } from 'vitest';
import { linkFaults, linksOf, targetsOf } from '../../../shared/report/links.ts';
import {
  cell,
  heading,
  headOf,
  linkList,
  linkTo,
  numberAtHome,
  paragraph,
  rowOf,
} from '../../../shared/report/runs.ts';
import { textOfRuns } from '../../../shared/report/words.ts';

const blocks = [
  heading(2, 'Addendum', { anchor: 'addendum' }),
  paragraph('addendum', ['See ', linkTo('addendum', 'the addendum'), ' and ', linkTo('D9')]),
  {
    kind: 'table' as const,
    layout: 'points' as const,
    caption: 'Points',
    description: 'Points and their answers.',
    head: headOf('No.', 'Point', 'Answer'),
    rows: [
      rowOf(numberAtHome('N1'), 'sleep', linkTo('D1')),
      { cells: [cell(numberAtHome('N1')), cell('again'), []] },
    ],
  },
  paragraph('decision', [numberAtHome('D1'), ' answers ', linkTo('N1')]),
];

describe('the links of a report', () => {
  it('go to numbers at home and to headings with an anchor', () => {
    expect(targetsOf(blocks)).toEqual(['addendum', 'N1', 'N1', 'D1']);
    expect(linksOf(blocks)).toEqual(['addendum', 'D9', 'D1', 'N1']);
  });

  it('are faulty when they go nowhere, or when a number is at home twice', () => {
    expect(linkFaults(blocks)).toEqual({ dangling: ['D9'], repeated: ['N1'] });
  });

  it('keep two numbers on one line and let three wrap', () => {
    expect(textOfRuns(linkList(['A4', 'A5']))).toBe('A4,\u00A0A5');
    expect(textOfRuns(linkList(['A4', 'A5', 'A6']))).toBe('A4, A5, A6');
  });
});
