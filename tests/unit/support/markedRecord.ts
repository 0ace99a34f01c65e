import type { Audience } from '../../../shared/domain/model/common.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { PersonId } from '../../../shared/domain/ids.ts';
import * as build from './builders.ts';

/* The parts of a marked record that are always there: facts, people, periods, meetings. See `markedContent.ts`. */

export const reader = PersonId.parse('mum');
export const sections = ['health', 'risk-and-safety', 'family-time', 'education', 'childs-views'] as const;
export type MarkedSection = (typeof sections)[number];

export type Audienced = Audience | undefined;
/** A mark, and what its text belongs to. Each part must be open to the reader. */
export type Need = { readonly names: readonly string[]; readonly audiences: readonly Audienced[] };
export type Marks = Map<string, Need[]>;

/** Makes a mark that may be seen only when each of its needs is open. */
export type Put = (what: string, ...needs: Need[]) => string;
/** Nothing opens it. */
export const never: Need = { names: [], audiences: [] };

const groupOf: Record<MarkedSection, string> = {
  health: 'group:health',
  'risk-and-safety': 'group:safe',
  'family-time': 'group:family',
  education: 'group:school',
  'childs-views': 'group:words',
};
export const withGroups = (name: string, section: MarkedSection) => [
  name,
  `section:${section}`,
  groupOf[section],
];
export const planNames = (name: string, section: MarkedSection) => [
  ...withGroups(name, section),
  'section:plan',
];

const fact = (name: string, ...groups: string[]): Need => ({
  names: [`fact:${name}`, ...groups],
  audiences: [],
});

type Given = {
  readonly carer: Audienced;
  readonly events: readonly Audienced[];
  readonly risks: readonly Audienced[];
  readonly sentences: number;
  readonly quotes: readonly string[];
  readonly rows: Partial<ChildRecord>;
};

export function markedRecord(put: Put, given: Given): ChildRecord {
  const front = 'section:front-sheet';
  return build.aRecord({
    child: build.aChild({
      fullName: put('fullname', fact('full-name')),
      caseReference: put('reference', fact('case-reference')),
      communication: put('communication', fact('communication', 'section:identity', 'group:family')),
      religion: put('religion', fact('religion', 'section:identity', 'group:family')),
    }),
    people: [
      build.aPerson({
        id: reader,
        name: 'Kerry Fauxton',
        role: 'parent',
        phone: put('phone', never),
        address: put('address', never),
        mustNotLearn: [{ what: 'other', literals: [put('literal', never)] }],
      }),
      build.aPerson({
        id: 'carer',
        name: put('carername', { names: ['attendee:meeting-1:0', front], audiences: [given.carer] }),
        email: put('email', never),
        organisation: put('organisation', never),
        ...(given.carer && { audience: given.carer }),
      }),
    ],
    periods: [
      build.lookedAfter('2019-05-07'),
      build.aPeriod({
        kind: 'placement',
        placement: 'foster-carers',
        from: '2024-01-01',
        provider: put('provider', fact('provider')),
        address: put('home', { names: ['fact:address'], audiences: [{ level: 'worker-and-iro' }] }),
        source: put('source', never),
      }),
      build.aPeriod({
        kind: 'school',
        name: put('school', fact('school')),
        address: put('schooladdress', never),
        from: '2024-01-01',
      }),
      build.aPeriod({
        kind: 'social-worker',
        name: put('worker', fact('worker', front)),
        managerName: put('manager', never),
        from: '2024-01-01',
      }),
    ],
    events: given.events.map((audience, index) =>
      build.anEvent({
        id: `e${index}`,
        kind: 'dental-check',
        line: put('event', { names: withGroups(`event:e${index}`, 'health'), audiences: [audience] }),
        ...(audience && { audience }),
      }),
    ),
    risks: given.risks.map((audience, index) =>
      build.aRisk({
        id: `r${index}`,
        title: put('risk', { names: withGroups(`risk:r${index}`, 'risk-and-safety'), audiences: [audience] }),
        ...(audience && { audience }),
      }),
    ),
    papers: [build.aPaper({ title: put('paper', never) })],
    meetings: [
      build.aMeeting({
        id: 'meeting-0',
        reviewIds: ['review-0'],
        on: '2026-04-14',
        place: put('oldplace', never),
      }),
      build.aMeeting({
        id: 'meeting-1',
        reviewIds: ['review-1', 'sisters-review'],
        place: put('place', fact('meeting', front)),
        attendees: [
          {
            name: put('attendee', { names: ['attendee:meeting-1:0', front], audiences: [given.carer] }),
            role: 'carer',
            how: 'attended',
            personIds: ['carer', 'sisters-carer'],
          },
          {
            name: put('excluded', {
              names: ['attendee:meeting-1:1'],
              audiences: [{ level: 'worker-and-iro' }],
            }),
            role: 'uncle',
            how: 'excluded',
          },
        ],
      }),
    ],
    sections: [
      build.aSection({
        key: 'life-story',
        ending: {
          kind: 'not-discussed',
          because: put('ending', {
            names: ['ending:life-story', 'section:life-story', 'group:plan'],
            audiences: [],
          }),
        },
      }),
    ],
    reviews: [
      build.aReview({
        id: 'review-0',
        number: 6,
        pageOne: { quotePointIds: [], whereThingsAre: [put('oldsentence', never)] },
        letter: { proudOf: put('oldletter', never), cards: [], toMend: [], whenWeSpeak: 'Soon.' },
      }),
      build.aReview({
        id: 'review-1',
        participation: { code: 'PN1', offered: put('offered', fact('part', front)) },
        duties: {
          parents: [
            {
              personId: reader,
              wasPresent: true,
              viewsObtained: put('parents', fact('parents-views', 'section:others-views', 'group:others')),
            },
          ],
          spokeAlone: { outcome: 'refused', because: put('alone', fact('seen-alone', front)) },
          workerReport: { receivedOn: '2026-10-01', sharedWithChild: put('shared', never) },
          carePlan: {
            datedOn: '2026-04-20',
            meetsNeeds: 'partly',
            sentence: put('needs', fact('plan-meets-needs')),
          },
        },
        nextReview: { kind: 'date', on: '2027-03-01', because: put('later', fact('next-review-details')) },
        pageOne: {
          quotePointIds: [...given.quotes],
          whereThingsAre: Array.from({ length: given.sentences }, (_, index) =>
            put('sentence', { names: [`page-one:sentence:${index}`], audiences: [] }),
          ),
        },
        forManager: { asks: [], goodWork: [put('praise', never)], late: [put('late', never)] },
        letter: { proudOf: put('letter', never), cards: [], toMend: [], whenWeSpeak: 'Soon.' },
      }),
    ],
    ...given.rows,
  });
}
