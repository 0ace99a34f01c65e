import type { Child, Period, Person } from '../domain/model/child.ts';
import type { Duties, Meeting, Review } from '../domain/model/review.ts';
import { heldOn, meetingsOf } from '../domain/reviews.ts';
import type * as z from 'zod';
import type { Judge } from './audienceJudge.ts';
import { pick } from './audiencePick.ts';
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

/** What identifies a review: all that a released copy has of an earlier one. */
export function headerOf(review: Review): Review {
  return pick(
    review,
    'id',
    'childId',
    'kind',
    'number',
    'chairedBy',
    'countsAsStatutory',
    'isBeforeStore',
    'heldOn',
    'countedOn',
  );
}

/** The review itself. What is asked of the manager is on the manager's page only; the letter is the child's. */
export function reviewFor(review: Review, judge: Judge): Review {
  const has = factsGiven(judge);
  return {
    ...headerOf(review),
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
  ownReviews: Set<string>,
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

/** The meetings of the kept reviews: of this one what was released, of the others the day alone. */
export function meetingsFor(content: ReviewContent, judge: Judge, reviews: readonly Review[]): Meeting[] {
  const { record, review } = content;
  const has = factsGiven(judge);
  const ownReviews = new Set<string>(reviews.map(({ id }) => id));
  const days = new Set(reviews.flatMap((kept) => heldOn(record, kept) ?? []));
  const own = meetingsOf(record, review);
  const isOfReviews = (meeting: Meeting) => meeting.reviewIds.some((id) => ownReviews.has(id));
  return record.meetings.filter(isOfReviews).flatMap((meeting) => {
    const isOwn = own.includes(meeting);
    const attendees = isOwn
      ? meeting.attendees.filter((_, index) => judge.isGiven(itemName.attendee(meeting.id, index)))
      : [];
    if (!days.has(meeting.on) && attendees.length === 0 && !(isOwn && has('meeting'))) return [];
    const bare: Meeting = { ...pick(meeting, 'id', 'reviewIds', 'on'), attendees: [] };
    const shown =
      isOwn && has('meeting') ? { ...bare, ...pick(meeting, 'startsAt', 'endsAt', 'place', 'mode') } : bare;
    return [meetingWith(shown, attendees, judge, ownReviews)];
  });
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
