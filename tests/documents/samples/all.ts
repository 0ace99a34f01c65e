import type { Report } from '../../../shared/report/blocks.ts';
import { chairSheetSample } from './chairSheet.ts';
import { childLetterSample } from './childLetter.ts';
import { decisionsSheetSample } from './decisionsSheet.ts';
import { managerPageSample } from './managerPage.ts';
import { marksSample } from './marks.ts';
import { parentCopySample } from './parentCopy.ts';
import { recordSample } from './record.ts';

export type Sample = { readonly name: string; readonly report: Report; readonly pages: number };

/** The eight pages of `look-pages/pages`, as reports; the record has two of them. */
export const samples: readonly Sample[] = [
  { name: 'marks', report: marksSample, pages: 1 },
  { name: 'record', report: recordSample, pages: 2 },
  { name: 'parent-copy', report: parentCopySample, pages: 1 },
  { name: 'manager-page', report: managerPageSample, pages: 1 },
  { name: 'decisions-sheet', report: decisionsSheetSample, pages: 1 },
  { name: 'child-letter', report: childLetterSample, pages: 1 },
  { name: 'chair-sheet', report: chairSheetSample, pages: 1 },
];
