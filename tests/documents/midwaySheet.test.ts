import { beforeAll, describe, expect, it } from 'vitest';
import { toBuffer } from '../../main/documents/toBuffer.ts';
import { recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { ActionId, MidwayCheckId, ProgressId, ReviewId } from '../../shared/domain/ids.ts';
import { standingPromises } from '../../shared/domain/standingPromises.ts';
import type { MidwayCheck } from '../../shared/domain/model/midway.ts';
import { buildMidwaySheet } from '../../shared/report/midwaySheet.ts';
import { wordsOf } from '../../shared/report/words.ts';
import { readCaseload } from '../support/caseload.ts';
import { wordsFromLibreOffice, wordsFromPandoc } from './support/readers.ts';
import { validateDocx } from './support/validate.ts';

const file = readCaseload().find((each) => each.file.child.id === 'child-leah')?.file;
if (!file) throw new Error('The demo has Leah');
const plain = recordFromCaseFile(file);
const on = isoDate('2026-11-06');
const [secret, ...others] = standingPromises(plain)
  .filter(({ isClosed }) => !isClosed)
  .map(({ action }) => action);

/** Leah's plan half way. */
const record = {
  ...plain,
  // As the core gives it: what such a reader may not have is gone.
  actions: plain.actions.filter((action) => action.id !== secret?.id),
  progress: [
    ...plain.progress,
    ...others.map((action, index) => ({
      id: ProgressId.parse(`mp-${index}`),
      childId: plain.child.id,
      actionId: ActionId.parse(action.id),
      occasion: { kind: 'midway' as const, on },
      value: index % 3 === 0 ? ('done' as const) : ('not_done' as const),
      evidence: 'Joss Fauxwell, by phone',
      effect: 'better' as const,
    })),
  ],
};

const empty: MidwayCheck = {
  id: MidwayCheckId.parse('midway-1'),
  childId: plain.child.id,
  reviewId: ReviewId.parse('leah-r11'),
  on,
  by: 'Helen Draftwell',
};
const full: MidwayCheck = {
  ...empty,
  contact: { outcome: 'yes', on, how: 'by phone, at her choice', said: 'its better now\u000b honest' },
  visits: { inTime: 'some', line: 'one came six days late' },
  newEvents: 'Went missing once, on 20 Oct 2026.\nA new tutor began.',
  rating: 'serious-concern',
  nextStep: 'Formal challenge on 13 Nov 2026 unless the strategy meeting is held',
  completedOn: on,
};
const reports = [empty, full].map((check) => buildMidwaySheet({ record, check, numberOf: () => 'A1' }));
let files: Uint8Array[] = [];
beforeAll(async () => {
  files = await Promise.all(reports.map((report) => toBuffer(report)));
});

describe('the midway check in Word', () => {
  it('is valid, and says the same words in LibreOffice and pandoc, empty and full', async () => {
    expect(await validateDocx(files)).toEqual([[], []]);
    const expected = reports.map((report) => wordsOf(report));
    expect(await wordsFromLibreOffice(files)).toEqual(expected);
    expect(await wordsFromPandoc(files)).toEqual(expected);
  });

  it('has what the check found, of the actions that it was given', () => {
    const words = reports
      .slice(1)
      .flatMap((report) => wordsOf(report))
      .join(' ');
    for (const part of ['Serious concern', 'its better now', 'one came six days late', 'A new tutor began'])
      expect(words).toContain(part);
    expect(words).not.toContain(secret?.what ?? 'nothing');
    const done = others.filter((_, index) => index % 3 === 0).length;
    expect(words).toContain(`${done} of ${others.length} done`);
  });
});
