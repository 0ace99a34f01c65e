import { textIdOf } from '../../../shared/caseFileRecord.ts';
import type { Input } from '../../../shared/contract.ts';
import { addWorkingDays } from '../../../shared/domain/workingDays.ts';
import { addDays, addMonths, isoDate } from '../../../shared/domain/dates.ts';
import { ChildId, PointId, ReviewId } from '../../../shared/domain/ids.ts';
import { sectionsForAge } from '../../../shared/domain/model/sections.ts';
import { richTextFromPlain } from '../../../shared/richText.ts';
import type { TestCore } from './testCore.ts';

/** A child of nine with a parent, an order, a placement and a worker, as an officer enters them on the first day. */
export async function startChild(app: Played, childId: string): Promise<void> {
  await app.call('child:save', {
    value: {
      id: childId,
      fullName: 'Quill Inkwell',
      preferredName: 'Quill',
      dateOfBirth: '2017-03-09',
      voice: 'to-you',
    },
    baseVersion: 0,
  });
  const periods: Input<'period:save'>['value'][] = [
    { id: 'four-p1', childId, kind: 'looked-after', from: '2026-01-05' },
    { id: 'four-p2', childId, kind: 'legal-status', status: 'care-order', from: '2026-01-05' },
    {
      id: 'four-p3',
      childId,
      kind: 'placement',
      placement: 'foster-carers',
      from: '2026-01-05',
      address: '9 Made Up Mews, Nowhereton, ZZ9 9ZZ',
    },
    { id: 'four-p4', childId, kind: 'social-worker', name: 'Sam Penfold', from: '2026-01-06' },
  ];
  for (const value of periods) await app.call('period:save', { value, baseVersion: 0 });
  await app.call('person:save', {
    value: {
      id: 'four-mum',
      childId,
      name: 'Ink Inkwell',
      role: 'parent',
      relationship: 'mum',
      hasParentalResponsibility: true,
      copy: 'parent',
    },
    baseVersion: 0,
  });
}

/** A core to call, and its clock. */
type Played = Pick<TestCore, 'call' | 'clock'>;

export type Play = {
  readonly childId: string;
  readonly number: number;
  readonly on: string;
  /** The review as somebody has begun it, its meeting booked; else it is begun here. */
  readonly reviewId?: string;
  /** What is found of every promise; done when left out. */
  readonly progress?: Input<'progress:save'>['value']['value'];
  readonly stopBefore?: 'progress';
  readonly from?: 'progress';
};

/** The meeting as it was booked, or one of its own, with what is known once it was held. */
async function holdMeeting(app: Played, { number, on }: Play, reviewId: ReviewId): Promise<void> {
  const { meetings, versions } = await app.call('review:get', { id: reviewId });
  const id = meetings[0]?.id ?? `four-m${number}`;
  await app.call('meeting:save', {
    value: {
      id,
      reviewIds: [reviewId],
      on,
      startsAt: '13:30',
      endsAt: '14:45',
      place: 'At home',
      mode: 'in-person',
      attendees: [{ name: 'Ink Inkwell', role: 'mum', personIds: ['four-mum'], how: 'attended' }],
    },
    baseVersion: versions[id] ?? 0,
  });
}

async function writeSections(app: Played, play: Play, reviewId: ReviewId): Promise<void> {
  const childId = ChildId.parse(play.childId);
  for (const { key, takesEnding } of sectionsForAge(9)) {
    if (!takesEnding) continue;
    const value = {
      id: textIdOf(reviewId, key, 'account'),
      childId,
      reviewId,
      section: key,
      part: 'account' as const,
      body: richTextFromPlain(
        `At review ${play.number} we talked about ${key} and Sam, your worker, told us what had changed.`,
      ),
    };
    const first = await app.call('text:save', { value, baseVersion: 0 });
    await app.call('text:save', { value, baseVersion: first.version });
    await app.call('text:settle', { ids: [value.id] });
  }
}

async function decide(app: Played, play: Play, reviewId: string): Promise<void> {
  const { childId, number, on } = play;
  const wish: Input<'point:save'>['value'] = {
    id: `${reviewId}-v1`,
    childId,
    reviewId,
    section: 'childs-views',
    kind: 'wish',
    words: `I want to see my cat, please, at review ${number}.`,
    gist: 'Your cat',
    source: { who: 'Helen Draftwell', on, how: 'on a walk', wasAlone: true },
    readBack: { kind: 'yes' },
    outcome: { result: 'agreed' },
    telling: { kind: 'told', by: 'Helen Draftwell', on },
  };
  await app.call('point:make', { point: { value: wish, baseVersion: 0 } });
  const need: Input<'point:save'>['value'] = {
    id: `${reviewId}-n1`,
    childId,
    reviewId,
    section: 'health',
    kind: 'need',
    words: 'to see a dentist',
    source: { who: 'Bel Marrow', on },
  };
  await app.call('point:save', { value: need, baseVersion: 0 });
  await app.call('decision:save', {
    value: {
      id: `${reviewId}-d1`,
      childId,
      reviewId,
      wording: 'Teeth looked after, and time with the cat.',
      howWeWillKnow: 'A visit to the dentist and one to the cat each month',
      changesCarePlan: false,
      theme: 'rest',
      pointIds: [wish.id, need.id],
      position: 0,
    },
    baseVersion: 0,
  });
  await app.call('action:save', {
    value: {
      id: `${reviewId}-a1`,
      childId,
      reviewId,
      decisionId: `${reviewId}-d1`,
      what: `Book the dentist at review ${number}`,
      accountable: { kind: 'named', name: 'Sam Penfold' },
      due: { kind: 'date', on: addDays(isoDate(on), 30) },
      position: 0,
      history: [],
    },
    baseVersion: 0,
  });
}

async function recordDuties(app: Played, play: Play, reviewId: string): Promise<void> {
  const { childId, on } = play;
  const view = await app.call('review:get', { id: reviewId });
  const months = play.number === 1 ? 3 : 6;
  await app.call('review:save', {
    value: {
      ...view.review,
      childId,
      countsAsStatutory: true,
      participation: { code: 'PN1' },
      duties: {
        spokeAlone: { outcome: 'yes', on, how: 'on a walk' },
        parents: [{ personId: 'four-mum', wasPresent: true }],
        workerReport: { receivedOn: on, sharedWithChild: 'read together', sharedWithParents: 'sent' },
        carePlan: { datedOn: on, meetsNeeds: 'yes', sentence: 'The plan meets your needs.' },
      },
      nextReview: { kind: 'date', on: addMonths(isoDate(on), months) },
      pageOne: {
        quotePointIds: [PointId.parse(`${reviewId}-v1`)],
        whereThingsAre: ['You are well.', 'You are safe.', 'The plan is right for you.'],
      },
      letter: {
        proudOf: 'You told me you were proud of your drawing. You drew a cat.',
        cards: [
          {
            pointId: `${reviewId}-v1`,
            heading: 'Your cat: yes',
            text: 'You can see your cat. Sam will take you.',
          },
        ],
        toMend: [],
        whenWeSpeak: 'I will ring you soon. You can ring me too.',
      },
    },
    baseVersion: view.versions[reviewId] ?? 0,
  });
}

async function recordProgress(app: Played, play: Play, reviewId: string): Promise<void> {
  const view = await app.call('review:get', { id: reviewId });
  for (const { action, progress } of view.promised) {
    if (progress) continue;
    await app.call('progress:save', {
      value: {
        id: `${reviewId.slice(-12)}-${action.id}`,
        childId: play.childId,
        actionId: action.id,
        occasion: { kind: 'review', reviewId },
        value: play.progress ?? 'done',
        evidence: 'Bel, carer, told the review',
        because: 'The clinic was full.',
        effect: 'same',
      },
      baseVersion: 0,
    });
  }
}

async function finaliseBoth(app: Played, play: Play, reviewId: string): Promise<void> {
  const held = isoDate(play.on);
  app.clock.setDay(addWorkingDays(held, 3));
  const { finalisations } = await app.call('review:get', { id: reviewId });
  if (!finalisations.some(({ kind }) => kind === 'decisions'))
    await app.call('review:finalise', { id: reviewId, kind: 'decisions', gaps: [] });
  const view = await app.call('review:get', { id: reviewId });
  const decision = view.decisions[0];
  if (!decision) throw new Error('The review has a decision');
  await app.call('decision:reply', {
    id: decision.id,
    baseVersion: view.versions[decision.id] ?? 0,
    reply: { outcome: 'agreed', on: addWorkingDays(held, 5), by: 'Max Margin' },
  });
  app.clock.setDay(addWorkingDays(held, 12));
  await app.call('review:finalise', { id: reviewId, kind: 'record', gaps: [] });
}

/** Plays one review from its start to the final record, by contract calls alone. */
export async function playReview(app: Played, play: Play): Promise<void> {
  const reviewId = ReviewId.parse(play.reviewId ?? `four-r${play.number}`);
  if (play.from === undefined) {
    const { reviews } = await app.call('child:get', { id: play.childId });
    app.clock.setDay(play.on);
    if (!reviews.some((review) => review.id === reviewId)) {
      await app.call('review:start', { id: reviewId, childId: play.childId, kind: 'looked-after' });
    }
    await holdMeeting(app, play, reviewId);
    await writeSections(app, play, reviewId);
    await decide(app, play, reviewId);
    await recordDuties(app, play, reviewId);
    if (play.stopBefore !== undefined) return;
  }
  await recordProgress(app, play, reviewId);
  await finaliseBoth(app, play, reviewId);
}
