import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import { aPerson, aPoint, aText } from '../../support/builders.ts';
import { edit } from '../../support/edits.ts';
import { aCompleteReview, anOrdinaryRecord } from '../../support/ordinaryRecord.ts';
import type { SpoiledRecord } from './corpus.ts';

const good = anOrdinaryRecord();

function written(record: ChildRecord, ...more: Parameters<typeof aText>[0][]): ChildRecord {
  const rows = more.map(aText);
  const ids = new Set(rows.map(({ id }) => id));
  return { ...record, texts: [...record.texts.filter(({ id }) => !ids.has(id)), ...rows] };
}

/** Over eighty words of analysis. */
const lastTime =
  'Juniper has found a home in which she is known. Bel sees when she is tired before she says so, and the house has room for her noise and for her quiet. ' +
  'What she lacks is the story of how she came here: the adults who could tell it have each left it to another. ' +
  'Until somebody sits down with her and the photographs, she will go on filling the gap with the thought that it was her own fault, and that thought grows. ' +
  'This is the most important thing to change before she leaves her primary school.';
const thisTime = `${lastTime.replace('This is the most important thing to change', 'Nothing matters more')} Her teacher draws the same from what she paints.`;
const anew =
  'Six sessions have been held, and the question of fault has gone from her drawings. Bel has noticed that bedtime takes a quarter of an hour where it took an hour in spring. ' +
  'The work is not finished, because the hardest page, on the day when her brother was born, has been put off twice, by the worker and not by the girl. ' +
  'My view is that she is ready, that the adults around her are less so, and that supervision for the worker is the step which would unlock it before Christmas.';

const repeated = written(
  good,
  { section: 'life-story', part: 'meaning', reviewId: 'review-0', body: lastTime },
  { section: 'life-story', part: 'meaning', body: thisTime },
);

const repeats: readonly SpoiledRecord[] = [
  {
    name: 'the analysis of last time',
    code: 'same-analysis',
    record: repeated,
    expects: ['same-analysis'],
    mends: {
      'what it means now': (record) =>
        written(record, { section: 'life-story', part: 'meaning', body: anew }),
      'a few words': (record) =>
        written(record, { section: 'life-story', part: 'meaning', body: thisTime.slice(0, 200) }),
      'as a fact': (record) =>
        written(
          { ...record, texts: record.texts.filter(({ part }) => part === 'account') },
          { section: 'life-story', reviewId: 'review-0', body: lastTime },
          { section: 'life-story', body: thisTime },
        ),
      'as a quotation': (record) =>
        written(record, {
          section: 'life-story',
          part: 'meaning',
          body: {
            type: 'doc',
            content: [
              {
                type: 'blockquote',
                content: [{ type: 'paragraph', content: [{ type: 'text', text: thisTime }] }],
              },
            ],
          },
        }),
      'of legal status': (record) =>
        written(
          { ...record, texts: record.texts.filter(({ part }) => part === 'account') },
          { section: 'legal-status', part: 'meaning', reviewId: 'review-0', body: lastTime },
          { section: 'legal-status', part: 'meaning', body: thisTime },
        ),
    },
  },
];

const caseload = ['Leah Fauxton', 'Otis', 'Ruby Stubbs-Mock'];
const identity: readonly SpoiledRecord[] = [
  {
    name: 'another child’s name in a text, a point and an action',
    code: 'other-child-named',
    record: {
      ...written(good, {
        section: 'interests',
        body: 'She plays with Ruby  Stubbs-Mock and Otis, and again with ruby stubbs mock.',
      }),
      points: edit(good.points, 'p-good', (point) => ({
        ...point,
        words: 'She taught Leah Fauxton to juggle.',
        gist: 'Leah Fauxton juggles',
      })),
      actions: edit(good.actions, 'a-story', (action) => ({
        ...action,
        interimStep: 'Leah Fauxton’s mother rings.',
      })),
    },
    caseload,
    expects: ['other-child-named', 'other-child-named', 'other-child-named'],
    mends: {
      'both are among her people': (record) => ({
        ...record,
        people: [
          ...record.people,
          aPerson({ name: 'leah fauxton', role: 'friend' }),
          aPerson({ name: 'Rubes', role: 'brother-or-sister', linkedChildId: 'other-2' }),
        ],
      }),
      'first names only': (record) => ({
        ...written(record, { section: 'interests', body: 'She plays with Ruby and Otis.' }),
        points: good.points,
        actions: good.actions,
      }),
    },
  },
  {
    name: 'letters that nobody knows, twice',
    code: 'unknown-initials',
    record: written(good, {
      section: 'education',
      body: 'The TAF met on 3 May with the IRO and the SENCO. The TAF meets again, NOT in June. PC Notreal of XQZ came too, and two PEPs were read.',
    }),
    expects: ['unknown-initials', 'unknown-initials'],
    mends: {
      'written out': (record) =>
        written(record, { section: 'education', body: 'The team around the family met.' }),
      'told to the service file only': (record) =>
        written(record, {
          section: 'education',
          body: 'The TAF met with XQZ.',
          audience: { level: 'worker-and-iro' },
        }),
      'in the child’s own words': (record) => ({
        ...written(record, { section: 'education', body: 'They met.' }),
        points: [...record.points, aPoint({ kind: 'news', section: 'interests', words: 'OMG LMAO the TAF' })],
      }),
      'a provider’s name': (record) => ({
        ...record,
        people: [
          ...record.people,
          aPerson({ name: 'Jo Example', organisation: 'TAF and XQZ', role: 'other' }),
        ],
      }),
    },
  },
];

const letter = (text: string) =>
  aCompleteReview({
    letter: {
      proudOf: 'You held the cards for twenty minutes. You were a fair boss.',
      cards: [{ heading: 'A hamster: yes', text }],
      toMend: ['We forgot the dentist. That was our job.'],
      whenWeSpeak: 'I will ring you in January.',
    },
  }).letter;

function withLetter(record: ChildRecord, text: string): ChildRecord {
  return {
    ...record,
    reviews: edit(record.reviews, 'review-1', (review) => ({ ...review, letter: letter(text) })),
  };
}

const letters: readonly SpoiledRecord[] = [
  {
    name: 'a letter in the words of an office',
    code: 'letter-hard-to-read',
    record: withLetter(
      good,
      'Unfortunately the local authority was unable to facilitate additional supervised contact arrangements.',
    ),
    expects: ['letter-hard-to-read'],
    mends: {
      plainly: (record) => withLetter(record, 'You asked to see Mum more. We could not say yes.'),
      'as the child’s own words': (record) =>
        withLetter(
          record,
          'You said: “unfortunately the local authority facilitates additional supervised contact”.',
        ),
    },
  },
  {
    name: 'a letter with one long sentence',
    code: 'letter-hard-to-read',
    record: withLetter(
      good,
      'Bel says yes if you help to clean the cage and if you feed it each day and if it does not run in the hall at night.',
    ),
    expects: ['letter-hard-to-read'],
    mends: { 'in two': (record) => withLetter(record, 'Bel says yes. You help to clean the cage.') },
  },
];

const long = (words: number) => Array.from({ length: words }, (_, place) => `word${place}`).join(' ');
const lengths: readonly SpoiledRecord[] = [
  {
    name: 'a record of more than five thousand words',
    code: 'record-too-long',
    record: written(good, { section: 'identity', body: long(4_900) }),
    expects: ['record-too-long'],
    mends: { shorter: (record) => written(record, { section: 'identity', body: long(4_400) }) },
  },
];

export const lookWords: readonly SpoiledRecord[] = [...repeats, ...identity, ...letters, ...lengths];
