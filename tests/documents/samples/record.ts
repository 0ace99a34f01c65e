import type { Report } from '../../../shared/report/blocks.ts';
import { recordPageOne } from './recordPageOne.ts';
import { recordPageTwo } from './recordPageTwo.ts';

/** The extract's first two pages; of its decisions only D5 is at home in it. */
export const recordSample: Report = {
  layout: 'record',
  isLay: false,
  title: 'Review record 11',
  header: { left: 'Service file: not for circulation', right: 'Leah’s review 11, 5 Oct 2026', isBoxed: true },
  footer: { left: 'Decisions finalised 5 Oct 2026 · record finalised 20 Oct 2026 · edition 1' },
  blocks: [...recordPageOne, ...recordPageTwo],
};
