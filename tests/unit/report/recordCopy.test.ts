import { describe, expect, it } from 'vitest';
import { isoDate } from '../../../shared/domain/dates.ts';
import { contentFor } from '../../../shared/report/audience.ts';
import { buildReport, RecipientNeeded } from '../../../shared/report/documents.ts';
import { fitsOnPage } from '../../../shared/report/fitting.ts';
import type { IssueState } from '../../../shared/report/issueState.ts';
import { draftState } from '../../../shared/report/issueState.ts';
import { linkFaults, targetsOf } from '../../../shared/report/links.ts';
import { copyRecipient } from '../../../shared/report/recipient.ts';
import type { CopyKind } from '../../../shared/report/recipient.ts';
import { buildRecordCopy } from '../../../shared/report/recordCopy.ts';
import {
  finalState,
  headingsOf,
  leah,
  leahContent,
  linesOf,
  personOf,
  tablesOf,
  rowsOf,
} from '../support/leahReport.ts';

const whole = leahContent();

function copyFor(kind: CopyKind, id: string, state: IssueState = finalState, releases = leah.releases) {
  const person = personOf(leah, id);
  const { content } = contentFor(whole, { kind, person, releases });
  return buildRecordCopy(content, state, copyRecipient(kind, person));
}

const kerrys = copyFor('parent', 'leah-p-kerry');
const text = linesOf(kerrys).join('\n');

describe('a parent’s copy', () => {
  it('is a lay copy that says whose it is, and whom to ask', () => {
    expect(kerrys.isLay).toBe(true);
    expect(kerrys.header?.left).toBe('Copy for: Kerry Fauxton, Leah’s mum');
    expect(kerrys.footer.left).toBe('Questions? Ring Helen Draftwell on 01632 960 410');
    expect(linesOf(kerrys).slice(0, 4)).toEqual([
      'Leah’s review',
      'Review 11, held on Mon 5 Oct 2026',
      'Chaired by Helen Draftwell, independent reviewing officer',
      'For Kerry Fauxton, Leah’s mum · written to Leah: “you” means Leah',
    ]);
  });

  it('gives no totals, so that nobody can count what is left out', () => {
    expect(text).not.toMatch(/\d+ of \d+ done/u);
    expect(headingsOf(kerrys)).toContain('What we promised on 14 Apr 2026');
  });

  it('drops the headings that nothing is left under', () => {
    expect(headingsOf(kerrys)).not.toContain('What you asked for that we could not agree, and why');
    expect(headingsOf(kerrys)).not.toContain('Health');
    expect(text).not.toContain('Nothing is recorded');
  });

  it('numbers afresh, without a hole', () => {
    const rows = rowsOf(tablesOf(kerrys, 'Decisions')[0]).map(([number]) => number);
    expect(rows).toEqual(rows.map((_, index) => `D${index + 1}`));
    const voices = targetsOf(kerrys.blocks).filter((target) => target.startsWith('V'));
    expect([...voices].sort()).toEqual(voices.map((_, index) => `V${index + 1}`));
    expect(linkFaults(kerrys.blocks)).toEqual({ dangling: [], repeated: [] });
  });

  it('has the who and when of a decision without the actions that were not released', () => {
    expect(rowsOf(tablesOf(kerrys, 'Decisions')[0])[0]?.slice(2, 4)).toEqual([
      'Farah Testerby',
      '23 Oct 2026',
    ]);
    expect(tablesOf(kerrys, 'Actions for D1')).toEqual([]);
    expect(text).not.toContain('Until then');
  });

  it('reads a decision that stands by silence as agreed', () => {
    expect(text).not.toContain('By no reply');
    expect(rowsOf(tablesOf(kerrys, 'Decisions')[0]).map((row) => row[4])).toContain('● Agreed');
  });

  it('has page 1 on one page', () => {
    const end = kerrys.blocks.findIndex((block) => 'pageBreakBefore' in block && block.pageBreakBefore);
    expect(fitsOnPage(kerrys.blocks.slice(0, end), { layout: 'record', isLay: true })).toBe(true);
  });

  it('has no label, no gap, no participation code and no legal privilege', () => {
    for (const never of [
      'Only worker and IRO',
      'Not in ',
      'Gap:',
      'PN5',
      'Legal privilege',
      'Police information',
    ]) {
      expect(text).not.toContain(never);
    }
  });

  it('with nothing released says whose review it was and when, and no more', () => {
    const empty = copyFor('parent', 'leah-p-kerry', finalState, []);
    expect(linesOf(empty)).toHaveLength(4);
    expect(headingsOf(empty)).toEqual([]);
  });

  it('has an addendum only where it was released to this reader', () => {
    const addendum = {
      kind: 'correction',
      on: isoDate('2026-10-30'),
      by: 'Helen Draftwell',
      text: 'The tutor’s day is Monday.',
    } as const;
    const hidden = copyFor('parent', 'leah-p-kerry', { ...finalState, addenda: [addendum] });
    expect(linesOf(hidden).join('\n')).not.toContain('Monday');
    const releasedTo = [personOf(leah, 'leah-p-kerry').id];
    const shown = copyFor('parent', 'leah-p-kerry', {
      ...finalState,
      addenda: [{ ...addendum, releasedTo }],
    });
    expect(linesOf(shown).join('\n')).toContain('The tutor’s day is Monday.');
  });

  it('does not say who else had an edition that was withdrawn, nor why unless that was released', () => {
    const replaces = {
      edition: 1,
      because: 'it gave a wrong date',
      on: isoDate('2026-11-02'),
      receivedBy: ['Owen Templeby'],
    };
    const kerry = personOf(leah, 'leah-p-kerry').id;
    const secondWith = (releasedTo: readonly (typeof kerry)[]) => {
      const state = { ...finalState, edition: 2, replaces: { ...replaces, releasedTo } };
      return linesOf(copyFor('parent', kerry, state)).join('\n');
    };
    const bare = 'Edition 2, 2 Nov 2026, replaces edition 1, withdrawn. Please destroy edition 1.';
    expect(secondWith([])).toContain(bare);
    expect(secondWith([personOf(leah, 'leah-p-owen').id])).toContain(bare);
    const told = secondWith([kerry]);
    expect(told).toContain('withdrawn because it gave a wrong date. Please destroy edition 1.');
    expect(told).not.toContain('Owen');
  });

  it('says in its footer that a draft is one', () => {
    expect(copyFor('parent', 'leah-p-kerry', draftState).footer.left).toMatch(
      /^Draft: not finalised · Questions\?/u,
    );
  });
});

describe('the copies for school and health', () => {
  it('say so in their title and keep the ordinary type', () => {
    const schools = copyFor('school', 'leah-p-owen');
    expect(headingsOf(schools, 1)).toEqual(['Leah’s review: for school']);
    expect(schools.isLay).toBe(false);
    expect(headingsOf(copyFor('health', 'leah-p-ruth'), 1)).toEqual(['Leah’s review: for health']);
  });

  it('have nothing of the sections that were not released', () => {
    expect(headingsOf(copyFor('school', 'leah-p-owen'))).not.toContain('Risk and safety');
  });
});

describe('the register of documents', () => {
  it('builds every kind, and asks for the reader of a copy', () => {
    for (const kind of ['service-file', 'decisions', 'manager', 'chair'] as const) {
      expect(linkFaults(buildReport(kind, whole, finalState).blocks)).toEqual({ dangling: [], repeated: [] });
    }
    const person = personOf(leah, 'leah-p-gwen');
    expect(buildReport('carer', whole, finalState, person).header?.left).toContain('Gwen Sampleford');
    expect(() => buildReport('carer', whole, finalState)).toThrow(RecipientNeeded);
  });

  it('carries no name in a file’s title', () => {
    for (const kind of ['service-file', 'decisions', 'manager', 'chair'] as const) {
      expect(buildReport(kind, whole, finalState).title).not.toMatch(/Leah|Fauxton|Helen/u);
    }
  });
});
