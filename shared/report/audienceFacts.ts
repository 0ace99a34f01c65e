import type { Child, Paper, Period, Person } from '../domain/model/child.ts';
import type { Duties, Meeting, Review } from '../domain/model/review.ts';
import { heldOn, meetingsOf } from '../domain/reviews.ts';
import type * as z from 'zod';
import type { Judge } from './audienceJudge.ts';
import { pick } from './audiencePick.ts';
import { headerOf } from './contentFacts.ts';
import type { ReviewContent } from './content.ts';
import type { FactName } from './releaseFacts.ts';
import { currentPeriod } from './releaseFacts.ts';
import { itemName } from './releaseNames.ts';

/*
 * The facts of a released copy: built up from what was released, never cut down from what there is, so that a field
 * added to the model stays out until somebody decides on it here.
 */

type Has = (name: FactName) => boolean;
const factsGiven =
  (judge: Judge): Has =>
  (name) =>
    judge.isGiven(itemName.fact(name));

/** Age, pronouns and voice are needed to write the copy at all; everything else is a fact of its own. */
export function childFor({ child }: ReviewContent['record'], judge: Judge): Child {
  const has = factsGiven(judge);
  return {
    ...pick(
      child,
      'id',
      'preferredName',
      'pronouns',
      'dateOfBirth',
      'voice',
      'isShortBreaks',
      'letterSymbols',
    ),
    fullName: has('full-name') ? child.fullName : child.preferredName,
    ...(has('case-reference') && pick(child, 'caseReference')),
    ...(has('communication') && pick(child, 'communication')),
    ...(has('languages') && pick(child, 'languages')),
    ...(has('ethnicity') && pick(child, 'ethnicity')),
    ...(has('religion') && pick(child, 'religion')),
  };
}

/** The periods that hold on the day of the review. A kind of home, never where it is, unless that was released. */
export function periodsFor(content: ReviewContent, judge: Judge): Period[] {
  const has = factsGiven(judge);
  const cared = currentPeriod(content, 'looked-after');
  const order = currentPeriod(content, 'legal-status');
  const home = currentPeriod(content, 'placement');
  const worker = currentPeriod(content, 'social-worker');
  const school = currentPeriod(content, 'school');
  const owner = (period: Period) => pick(period, 'id', 'childId', 'from');
  return [
    ...(cared && has('looked-after') ? [{ ...owner(cared), kind: cared.kind }] : []),
    ...(order && has('order')
      ? [{ ...owner(order), kind: order.kind, status: order.status, expiresOn: order.expiresOn }]
      : []),
    ...(home && (has('lives-in') || has('address') || has('provider') || has('carers'))
      ? [
          {
            ...owner(home),
            kind: home.kind,
            placement: home.placement,
            ...(has('address') && { address: home.address }),
            ...(has('provider') && { provider: home.provider }),
            ...(has('carers') && { carerIds: home.carerIds?.filter(judge.isPersonGiven) }),
          },
        ]
      : []),
    ...(worker && has('worker')
      ? [{ ...owner(worker), kind: worker.kind, name: worker.name, team: worker.team }]
      : []),
    ...(school && has('school') ? [{ ...owner(school), kind: school.kind, name: school.name }] : []),
  ];
}

type DutiesOf = z.infer<typeof Duties>;

/** A copy that has the care plan's date but not the judgement on it has an empty sentence: nothing to print. */
function dutiesFor(duties: DutiesOf | undefined, judge: Judge): DutiesOf | undefined {
  const has = factsGiven(judge);
  if (duties === undefined) return undefined;
  const { spokeAlone, workerReport, carePlan } = duties;
  const parents = has('parents-views')
    ? duties.parents.filter((parent) => judge.isPersonGiven(parent.personId))
    : [];
  const given: DutiesOf = {
    parents,
    ...(has('seen-alone') && { spokeAlone }),
    ...(workerReport && has('report') && { workerReport: { receivedOn: workerReport.receivedOn } }),
    ...(carePlan &&
      (has('care-plan') || has('plan-meets-needs')) && {
        carePlan: {
          ...(has('care-plan') && { datedOn: carePlan.datedOn }),
          meetsNeeds: carePlan.meetsNeeds,
          sentence: '',
          ...(has('plan-meets-needs') && {
            sentence: carePlan.sentence,
            permanenceRoute: carePlan.permanenceRoute,
            permanenceNextOn: carePlan.permanenceNextOn,
          }),
        },
      }),
  };
  return parents.length === 0 && Object.keys(given).length === 1 ? undefined : given;
}

function nextReviewFor(next: Review['nextReview'], has: Has): Review['nextReview'] {
  if (next === undefined || !has('next-review')) return undefined;
  if (next.kind === 'none' || has('next-review-details')) return next;
  return { kind: next.kind, on: next.on };
}

function pageOneFor(pageOne: Review['pageOne'], judge: Judge): Review['pageOne'] {
  const quotePointIds = (pageOne?.quotePointIds ?? []).filter((id) => judge.isGiven(itemName.quote(id)));
  const whereThingsAre = (pageOne?.whereThingsAre ?? []).filter((_, index) =>
    judge.isGiven(itemName.sentence(index)),
  );
  return quotePointIds.length + whereThingsAre.length === 0 ? undefined : { quotePointIds, whereThingsAre };
}

/** The review itself. What is asked of the manager is on the manager's page only; the letter is the child's. */
export function reviewFor({ record, review }: ReviewContent, judge: Judge): Review {
  const has = factsGiven(judge);
  return {
    ...headerOf(record, review),
    ...(has('counts') && { whyNotCounted: review.whyNotCounted }),
    ...(has('adjournment') && { adjournment: review.adjournment }),
    ...(has('part') && { participation: review.participation }),
    ...(has('midway') && { midwayOn: review.midwayOn }),
    duties: dutiesFor(review.duties, judge),
    nextReview: nextReviewFor(review.nextReview, has),
    pageOne: pageOneFor(review.pageOne, judge),
  };
}

/** Other children's reviews that the meeting also served, and people the reader has not, go. */
function meetingWith(
  meeting: Meeting,
  attendees: Meeting['attendees'],
  judge: Judge,
  ownReviews: ReadonlySet<string>,
) {
  return {
    ...meeting,
    reviewIds: meeting.reviewIds.filter((id) => ownReviews.has(id)),
    attendees: attendees.map(({ personIds, ...attendee }) => {
      const known = personIds?.filter(judge.isPersonGiven);
      return known && known.length > 0 ? { ...attendee, personIds: known } : attendee;
    }),
  };
}

/**
 * The meetings of this review of which something was released, and then the one whose day is the review's. Where
 * nothing was, the review's own day stands in for them.
 */
export function meetingsFor(content: ReviewContent, judge: Judge): Meeting[] {
  const { record, review } = content;
  const isWhole = factsGiven(judge)('meeting');
  const day = heldOn(record, review);
  const shown = meetingsOf(record, review).map((meeting) => {
    const attendees = meeting.attendees.filter((_, index) =>
      judge.isGiven(itemName.attendee(meeting.id, index)),
    );
    const whole = isWhole ? pick(meeting, 'startsAt', 'endsAt', 'place', 'mode') : {};
    const own = { ...pick(meeting, 'id', 'reviewIds', 'on'), ...whole, attendees: [] };
    return meetingWith(own, attendees, judge, new Set([review.id]));
  });
  const isSaid = (meeting: Meeting) => isWhole || meeting.attendees.length > 0;
  return shown.some(isSaid) ? shown.filter((meeting) => isSaid(meeting) || meeting.on === day) : [];
}

const bareOf = (paper: Paper): Paper => ({
  ...pick(paper, 'id', 'childId', 'reviewId', 'kind', 'receivedOn', 'dueOn'),
  title: paper.kind.replaceAll('-', ' '),
});

/**
 * That papers came, and whether in time; what one is called is for the service file alone. A released copy knows of
 * the worker's report only, where that fact was released.
 */
export function papersFor({ record, review }: ReviewContent, judge: Judge): Paper[] {
  if (judge.reader.reading === 'service') return record.papers.map(bareOf);
  if (!factsGiven(judge)('report')) return [];
  return record.papers
    .filter((paper) => paper.kind === 'worker-report' && paper.reviewId === review.id)
    .map(bareOf);
}

/** The service's own sheets: whole meetings, without people that the reader may not have. */
export function serviceMeetings(content: ReviewContent, judge: Judge): Meeting[] {
  const ownReviews = new Set<string>(content.record.reviews.map(({ id }) => id));
  const own = meetingsOf(content.record, content.review);
  return content.record.meetings.map((meeting) => {
    const attendees = meeting.attendees.filter(
      (_, index) => !own.includes(meeting) || judge.isGiven(itemName.attendee(meeting.id, index)),
    );
    return meetingWith(meeting, attendees, judge, ownReviews);
  });
}

/** A person as a released copy names them: never an address, a phone, who they must not know about. */
export function namedPerson(person: Person, judge: Judge): Person {
  return {
    ...pick(person, 'id', 'childId', 'name', 'role', 'relationship'),
    ...(factsGiven(judge)('parents-views') && {
      hasParentalResponsibility: person.hasParentalResponsibility,
    }),
  };
}
