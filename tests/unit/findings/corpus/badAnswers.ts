import type { Point } from '../../../../shared/domain/model/minutes.ts';
import type { ChildRecord } from '../../../../shared/domain/model/record.ts';
import { aPoint, aSection, aText } from '../../support/builders.ts';
import { edit } from '../../support/edits.ts';
import { anOrdinaryRecord } from '../../support/ordinaryRecord.ts';
import type { SpoiledRecord } from './corpus.ts';

const good = anOrdinaryRecord();

function withPoint(record: ChildRecord, id: string, change: Partial<Point>): ChildRecord {
  return { ...record, points: edit(record.points, id, (point) => ({ ...point, ...change })) };
}
/** One more point beside those of the ordinary minutes. */
function raised(given: Parameters<typeof aPoint>[0]): ChildRecord {
  return { ...good, points: [...good.points, aPoint({ id: 'p-new', ...given })] };
}
function linked(record: ChildRecord): ChildRecord {
  const link = (decision: ChildRecord['decisions'][number]) => ({
    ...decision,
    pointIds: [...decision.pointIds, aPoint({ id: 'p-new' }).id],
  });
  return { ...record, decisions: edit(record.decisions, 'd-story', link) };
}
const byDecision = { 'link it to a decision': linked };

export const badAnswers: readonly SpoiledRecord[] = [
  {
    name: 'a section about which nothing is said',
    code: 'section-without-ending',
    record: { ...good, sections: good.sections.filter(({ key }) => key !== 'identity') },
    expects: ['section-without-ending'],
    mends: {
      'write in it': (record) => ({
        ...record,
        texts: [...record.texts, aText({ section: 'identity', body: 'Her hair is braided by Ama.' })],
      }),
      'raise something in it': (record) => ({
        ...record,
        points: [
          ...record.points,
          aPoint({ section: 'identity', kind: 'strength', words: 'Proud of her braids.' }),
        ],
      }),
      'say that it does not apply': (record) => ({
        ...record,
        sections: [
          ...record.sections,
          aSection({ key: 'identity', ending: { kind: 'does-not-apply', because: 'Asked; none now.' } }),
        ],
      }),
    },
  },
  ...(
    [
      ['no change, with nobody', { kind: 'no-change', checkedWith: ' ', on: '2026-10-05' }],
      ['no change, on no day', { kind: 'no-change', checkedWith: 'Bel' }],
      ['not discussed, without why', { kind: 'not-discussed', because: '' }],
      ['does not apply, without why', { kind: 'does-not-apply', because: '' }],
    ] as const
  ).map(([name, ending]): SpoiledRecord => {
    const others = good.sections.filter(({ key }) => key !== 'identity');
    return {
      name,
      code: 'ending-without-words',
      record: { ...good, sections: [...others, aSection({ key: 'identity', ending })] },
      expects: ['ending-without-words'],
      mends: {
        'give the words': (record) => ({
          ...record,
          sections: [
            ...others,
            aSection({
              key: 'identity',
              ending: { kind: 'no-change', checkedWith: 'Bel', on: '2026-10-05' },
            }),
          ],
        }),
      },
    };
  }),
  {
    name: 'safety that does not apply',
    code: 'section-cannot-not-apply',
    record: {
      ...good,
      texts: good.texts.filter(({ section }) => section !== 'risk-and-safety'),
      points: good.points.filter(({ section }) => section !== 'risk-and-safety'),
      sections: [
        ...good.sections,
        aSection({ key: 'risk-and-safety', ending: { kind: 'does-not-apply', because: 'No risks.' } }),
      ],
    },
    expects: ['section-cannot-not-apply'],
    mends: {
      'say why it was not discussed': (record) => ({
        ...record,
        sections: [
          ...good.sections,
          aSection({
            key: 'risk-and-safety',
            ending: { kind: 'not-discussed', because: 'The police asked us to wait.' },
          }),
        ],
      }),
    },
  },
  ...(
    [
      ['need', 'need-without-answer'],
      ['risk', 'risk-without-answer'],
      ['worry', 'worry-without-answer'],
      ['question', 'question-without-answer'],
    ] as const
  ).map(([kind, code]): SpoiledRecord => ({
    name: `a ${kind} that nobody answers`,
    code,
    record: raised({ kind, section: 'education', words: 'Something about the school bus.' }),
    expects: [code],
    mends: {
      ...byDecision,
      'say that it is in hand': (record) =>
        withPoint(record, 'p-new', {
          answer: aPoint({ answer: { kind: 'in-hand', what: 'a seat', who: 'Sam', since: '2026-09-01' } })
            .answer,
        }),
      'say why there is no action': (record) =>
        withPoint(record, 'p-new', { answer: { kind: 'no-action', because: 'The bus is gone.' } }),
    },
  })),
  {
    name: 'a wish that nobody answers',
    code: 'wish-without-answer',
    record: raised({
      kind: 'wish',
      section: 'interests',
      words: 'trampoline',
      telling: { kind: 'in-letter' },
    }),
    expects: ['wish-without-answer'],
    mends: byDecision,
  },
  {
    name: 'a need in hand since nobody knows when',
    code: 'need-without-answer',
    record: raised({ answer: { kind: 'in-hand', what: 'a seat on the bus', who: 'Sam' } }),
    expects: ['need-without-answer'],
    mends: {
      'say since when': (record) =>
        withPoint(record, 'p-new', {
          answer: aPoint({ answer: { kind: 'in-hand', what: 'a seat', who: 'Sam', since: '2026-09-01' } })
            .answer,
        }),
    },
  },
  {
    name: 'a risk with no action and no reason, whose decision has no words',
    code: 'risk-without-answer',
    record: {
      ...linked(raised({ kind: 'risk', section: 'placement', answer: { kind: 'no-action', because: '' } })),
      decisions: edit(linked(good).decisions, 'd-story', (decision) => ({
        ...decision,
        wording: ' ',
        pointIds: [aPoint({ id: 'p-new' }).id, aPoint({ id: 'p-story' }).id],
      })),
    },
    expects: ['risk-without-answer', 'question-without-answer'],
    mends: {
      'give the decision its words': (record) => ({
        ...record,
        decisions: edit(record.decisions, 'd-story', (decision) => ({
          ...decision,
          wording: 'Sessions start.',
        })),
      }),
    },
  },
  ...(['partly', 'not-agreed', 'referred-on'] as const).map((result): SpoiledRecord => ({
    name: `a wish ${result}, without why`,
    code: 'wish-not-followed-without-reason',
    record: withPoint(good, 'p-sundays', { outcome: { result, because: ' ' } }),
    expects: ['wish-not-followed-without-reason'],
    mends: {
      'say why': (record) =>
        withPoint(record, 'p-sundays', { outcome: { result, because: 'The judge decides.' } }),
      'follow it': (record) => withPoint(record, 'p-sundays', { outcome: { result: 'agreed' } }),
    },
  })),
  {
    name: 'a wish whose answer nobody brings back',
    code: 'wish-nothing-about-telling',
    record: withPoint(good, 'p-hamster', { telling: undefined }),
    expects: ['wish-nothing-about-telling'],
    mends: {
      'in the letter': (record) => withPoint(record, 'p-hamster', { telling: { kind: 'in-letter' } }),
      'not safe, because': (record) =>
        withPoint(record, 'p-hamster', {
          telling: { kind: 'not-safe', because: 'The court hears it first.' },
        }),
    },
  },
  ...(
    [
      ['not safe to tell, without why', { kind: 'not-safe', because: '' }],
      ['will be told by nobody, at no time', { kind: 'will-be-told', by: '' }],
      ['will be told by Sam, at no time', { kind: 'will-be-told', by: 'Sam' }],
    ] as const
  ).map(([name, telling]): SpoiledRecord => ({
    name: `a wish: ${name}`,
    code: 'telling-without-words',
    record: withPoint(good, 'p-hamster', { telling }),
    expects: ['telling-without-words'],
    mends: { told: (record) => withPoint(record, 'p-hamster', { telling: { kind: 'told' } }) },
  })),
];
