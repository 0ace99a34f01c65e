import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { tableOf } from '../../../renderer/features/firstDay/clipboardTable.ts';
import {
  actionsOf,
  draftsOf,
  dueDay,
  noteOnDraft,
  readPasted,
} from '../../../renderer/features/firstDay/pastedActions.ts';
import { isoDate } from '../../../shared/domain/dates.ts';
import { anAction } from '../support/builders.ts';

const reviewOn = isoDate('2025-11-12');
const given = { reviewId: 'r17', reviewOn, count: 2, newId: () => 'a1' };

beforeAll(() => {
  vi.stubGlobal('DOMParser', new Window().DOMParser);
});

const word = `<html xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->
<p>Actions</p><table border=1><tr><td colspan=2><p><b>No. and action</b></p></td><td>By&nbsp;whom</td><td>By when</td></tr>
<tr><td>1.</td><td><p>Ring CAMHS<br>about the wait</p></td><td>Tomasz Inventar</td><td>5 Jan</td></tr>
<tr><td></td><td></td><td></td><td></td></tr>
<tr><td>2.</td><td>Update the <i>screening</i></td><td>Sunniva Example</td><td>ongoing</td></tr></table><!--EndFragment--></body></html>`;

describe('last time’s actions from a Word table', () => {
  it('reads the rows and keeps columns in line where a cell spans two', async () => {
    expect(await tableOf({ html: word, text: '' })).toEqual([
      ['No. and action', '', 'By whom', 'By when'],
      ['1.', 'Ring CAMHS about the wait', 'Tomasz Inventar', '5 Jan'],
      ['2.', 'Update the screening', 'Sunniva Example', 'ongoing'],
    ]);
  });

  it('reads text with tabs, and a quoted cell of several lines', async () => {
    const text = 'Action\tWho\tBy when\n"Ring CAMHS\nabout the wait"\tTomasz\t5 Jan 2026\n';
    expect(await tableOf({ html: '', text })).toEqual([
      ['Action', 'Who', 'By when'],
      ['Ring CAMHS about the wait', 'Tomasz', '5 Jan 2026'],
    ]);
  });

  it('finds the columns by their headings, and without headings by what is in them', () => {
    const rows = [['Ring CAMHS about the long wait', 'Tomasz Inventar', '5 Jan 2026']];
    expect(readPasted([['Recommendation', 'Responsible', 'Target date'], ...rows], reviewOn).mapping).toEqual(
      { what: 0, who: 1, due: 2 },
    );
    const bare = readPasted([['5 Jan 2026', 'Tomasz Inventar', 'Ring CAMHS about the long wait']], reviewOn);
    expect(bare).toMatchObject({
      rows: [['5 Jan 2026', 'Tomasz Inventar', 'Ring CAMHS about the long wait']],
      mapping: { what: 2, who: 1, due: 0 },
    });
  });

  it('takes a day without a year as the first one from the review on', () => {
    expect(dueDay('5 Jan', reviewOn)).toBe('2026-01-05');
    expect(dueDay('5 Dec', reviewOn)).toBe('2025-12-05');
    expect(dueDay('5 Jan 2025', reviewOn)).toBe('2025-01-05');
    expect(dueDay('5/1/25', reviewOn)).toBe('2025-01-05');
    expect(dueDay('ongoing', reviewOn)).toBeUndefined();
  });

  it('keeps words that stand where a day should be, and makes actions of the review before the store', () => {
    const table = readPasted(
      [
        ['Action', 'Who', 'By when'],
        ['1. Ring CAMHS', 'Tomasz', '5 Jan'],
        ['Update the screening', '', 'ongoing'],
      ],
      reviewOn,
    );
    const drafts = draftsOf(table, [], reviewOn);
    expect(drafts.map((draft) => noteOnDraft(draft, reviewOn)?.words)).toEqual([
      '5 Jan 2026',
      'No day: these words go into the action',
    ]);
    expect(actionsOf(drafts, given)).toEqual([
      {
        id: 'a1',
        reviewId: 'r17',
        what: 'Ring CAMHS',
        accountable: { kind: 'named', name: 'Tomasz' },
        due: { kind: 'date', on: '2026-01-05' },
        position: 2,
        history: [],
      },
      {
        id: 'a1',
        reviewId: 'r17',
        what: 'Update the screening (by when: ongoing)',
        position: 3,
        history: [],
      },
    ]);
  });

  it('leaves out what the child already has, and says a day before the review is one', () => {
    const cells = [
      ['Action', 'Who', 'By when'],
      ['ring camhs!', 'T', '5 Jan 2025'],
      ['Something else', 'T', ''],
    ];
    const existing = [anAction({ what: 'Ring CAMHS' })];
    const [here, other] = draftsOf(readPasted(cells, reviewOn), existing, reviewOn);
    expect([here?.isChosen, other?.isChosen]).toEqual([false, true]);
    expect(here && noteOnDraft(here, reviewOn)).toEqual({
      isFault: true,
      words: 'Before the review of 12 Nov 2025',
    });
  });
});
