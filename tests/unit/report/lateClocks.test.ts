import { describe, expect, it } from 'vitest';
import { contentFor } from '../../../shared/report/audience.ts';
import { buildManagersPage } from '../../../shared/report/managersPage.ts';
import { readContent } from '../../../shared/report/readContent.ts';
import { buildServiceFile } from '../../../shared/report/serviceFile.ts';
import { paragraphTexts } from '../../../shared/report/words.ts';
import { canonicalJson } from '../../../shared/text/canonicalJson.ts';
import { aFinalisation, aMark } from '../support/builders.ts';
import { finalState, leah, leahContent, linesOf, personOf, plain, under } from '../support/leahReport.ts';

const record = {
  ...leah,
  finalisations: [
    aFinalisation({ id: 'f1', reviewId: 'leah-r11', kind: 'decisions', at: '2026-10-14T10:00:00Z' }),
  ],
  deadlineMarks: [
    aMark({ kind: 'late', deadline: 'record:leah-r11', reason: 'other', words: 'Laptop stolen.' }),
    aMark({ kind: 'late', deadline: 'decisions:leah-r11', reason: 'court', on: '2026-10-13' }),
    aMark({
      kind: 'late',
      deadline: 'decisions:leah-r11',
      reason: 'officer-away',
      words: 'Three days of leave',
      on: '2026-10-14',
    }),
    // Of another review, and of something else: none of this record's.
    aMark({ kind: 'late', deadline: 'decisions:leah-r10', reason: 'court' }),
    aMark({ kind: 'snooze', deadline: 'issue:leah-r11', until: '2026-11-09', because: 'Waiting' }),
  ],
};
const content = leahContent({ record });

const said = [
  'Decisions sent: due 12 Oct 2026, done 14 Oct 2026, because the reviewing officer was away: Three days of leave.',
  'Full record complete: due 26 Oct 2026, because Laptop stolen.',
];

describe('why a clock ran over', () => {
  it('is frozen with the record, the newest word of each, first due first', () => {
    expect(content.late).toEqual([
      {
        rule: 'A-01',
        what: 'Decisions sent',
        due: '2026-10-12',
        doneOn: '2026-10-14',
        reason: 'officer-away',
        words: 'Three days of leave',
      },
      {
        rule: 'A-05',
        what: 'Full record complete',
        due: '2026-10-26',
        reason: 'other',
        words: 'Laptop stolen.',
      },
    ]);
    const frozen = canonicalJson(JSON.parse(JSON.stringify(content)));
    expect(readContent(frozen).late).toEqual(content.late);
    expect(leahContent().late).toBeUndefined();
  });

  it('prints in the service file and on the manager’s page', () => {
    const file = buildServiceFile(content, finalState);
    expect(under(file, 'What came late').flatMap(paragraphTexts).map(plain).slice(0, 2)).toEqual(said);
    const page = buildManagersPage(content, finalState, personOf(leah, 'leah-p-farah'));
    expect(linesOf(page).join('\n')).toContain(said.join(' '));
  });

  it('is in nobody else’s copy', () => {
    const readers = leah.people.map((person) => ({ person }));
    for (const { person } of readers) {
      const own = contentFor(content, { kind: 'parent', person, releases: [] });
      expect(own.content.late).toBeUndefined();
    }
  });
});
