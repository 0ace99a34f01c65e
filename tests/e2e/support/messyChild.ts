import { readDemo } from '../../../main/cli/demo.ts';
import type { CaseFile } from '../../../shared/caseFile.ts';
import { CaseFile as Schema } from '../../../shared/caseFile.ts';
import { addDays, addMonths, isoDate } from '../../../shared/domain/dates.ts';

const name = 'Bartholomew-Maximilian Placeholder-Featherstonehaugh-Inkwell';

/** A child with a long name, forty reviews, eleven missing episodes, nine homes and words that do not break. */
export function messyChild(): CaseFile {
  const file = readDemo().files.get('otis.case.json');
  if (!file) throw new Error('The demo has Otis');
  const begin = isoDate('2012-03-01');
  return Schema.parse({
    format: file.format,
    version: file.version,
    officer: file.officer,
    child: {
      id: 'child-messy',
      fullName: name,
      preferredName: 'Bartholomew-Maximilian',
      pronouns: 'they/them',
      dateOfBirth: '2011-11-11',
      voice: 'about',
      communication: `Signs, symbols and a board: ${'Donaudampfschifffahrtsgesellschaft'.repeat(3)}.`,
    },
    periods: [
      { id: 'messy-l', kind: 'looked-after', from: begin },
      { id: 'messy-o', kind: 'legal-status', status: 'care-order', from: begin },
      ...Array.from({ length: 9 }, (_, place) => ({
        id: `messy-h${place}`,
        kind: 'placement',
        placement: place % 2 === 0 ? 'foster-carers' : 'relative-or-friend-temporary',
        provider: 'An agency with a very long name that nobody can remember',
        from: addMonths(begin, place * 19),
        ...(place < 8 && { to: addMonths(begin, place * 19 + 19) }),
      })),
      {
        id: 'messy-w',
        kind: 'social-worker',
        name: 'Anastasia Hypothetical-Featherstonehaugh',
        from: '2026-08-01',
      },
    ],
    people: [],
    events: Array.from({ length: 11 }, (_, place) => {
      const on = addDays(isoDate('2026-04-09'), place * 16);
      const episode = { id: `messy-m${place}`, kind: 'missing', on, startedAt: `${on}T20:00:00Z` };
      return { ...episode, endedAt: `${addDays(on, place % 3)}T23:30:00Z` };
    }),
    risks: [
      {
        id: 'messy-risk',
        type: 'missing',
        title: 'Going missing with adults whose names nobody knows, for ever longer times',
        rating: 'high',
        ratedOn: '2026-09-01',
        covers: [],
        events: [],
        urgentSteps: [],
      },
    ],
    papers: [],
    reviews: Array.from({ length: 40 }, (_, place) => ({
      id: `messy-r${place + 1}`,
      kind: 'looked-after',
      number: place + 1,
      isBeforeStore: true,
      heldOn: addDays(begin, 25 + place * 134),
      chairedBy: 'Gerald Specimen',
      countsAsStatutory: true,
      meetings: [],
      sections: [],
      notes: [],
      points: [],
      decisions: [],
      finalisations: [],
      addenda: [],
      releases: [],
      issued: [],
      filings: [],
    })),
    actions: [],
    drafts: [],
  });
}
