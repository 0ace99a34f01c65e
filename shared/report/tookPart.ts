import type { Attendee, Meeting, Review } from '../domain/model/review.ts';
import { countedOn, meetingsOf } from '../domain/reviews.ts';
import type { Block, TableRow } from './blocks.ts';
import type { ReportContext } from './context.ts';
import { participationWords } from './factStrip.ts';
import { capitalise, clause, countInWords, day, joined, longDay, sentence, timeOfDay } from './phrases.ts';
import { heading, headOf, paragraph, rowOf, strong } from './runs.ts';

const howWords: Readonly<Record<Attendee['how'], string>> = {
  attended: 'All of it',
  'part-of-it': 'Part of it',
  'views-sent': 'Sent views',
  invited: 'Could not come',
  excluded: 'Not invited in',
};

/** Who took part, how, and why others did not: page 2 of a record. Nothing where the reader may have none of it. */
export function tookPart(context: ReportContext, flow: { readonly pageBreakBefore?: boolean } = {}): Block[] {
  const { record, review } = context.content;
  const meetings = meetingsOf(record, review);
  const series = seriesWords(context, review, meetings.length);
  const tables = meetings.flatMap((meeting, index) => meetingBlocks(context, meeting, index === 0));
  if (tables.length === 0 && series === '') return [];
  return [
    heading(2, 'Who took part', flow),
    ...(series === '' ? [] : [paragraph('meta', series, { keepWithNext: true })]),
    ...tables,
    ...parentsViews(context),
  ];
}

/** A series of meetings, an adjournment, and whether and when it counts as the statutory review. */
function seriesWords(context: ReportContext, review: Review, meetings: number): string {
  const { voice, content } = context;
  const counted = countedOn(content.record, review);
  const series = meetings > 1 ? `This ${voice.review} was ${countInWords(meetings)} meetings.` : '';
  const { adjournment } = review;
  const adjourned = adjournment
    ? `Adjourned on ${day(adjournment.on)} until ${day(adjournment.until)} because ${clause(adjournment.why)}.`
    : '';
  const isOtherDay = counted !== undefined && (meetings > 1 || counted !== content.heldOn);
  const counts = isOtherDay ? `It counts as the statutory review on ${day(counted)}.` : '';
  return joined([series, adjourned, counts], ' ');
}

function meetingBlocks(context: ReportContext, meeting: Meeting, isFirst: boolean): Block[] {
  const child = isFirst ? childRow(context) : [];
  const rows = [...child, ...attendeeRows(context, meeting)];
  // A copy that has only the day has it in its title already.
  if (rows.length === 0 && meeting.startsAt === undefined && placeOf(meeting) === undefined) return [];
  return [
    paragraph('meta', meetingWords(context, meeting), rows.length === 0 ? {} : { keepWithNext: true }),
    ...(rows.length === 0
      ? []
      : [
          {
            kind: 'table',
            layout: 'tookPart',
            caption: 'Who took part',
            description: 'How each person took part, and who they are.',
            head: headOf('How', 'Who'),
            rows,
          } as const,
        ]),
  ];
}

/** "At your home, 1.30 to 3.10 pm on Mon 5 Oct 2026. This is the statutory review." */
function meetingWords({ content }: ReportContext, meeting: Meeting): string {
  const { review, record } = content;
  const where = joined([placeOf(meeting), timesOf(meeting)], ', ');
  const when = joined([where === '' ? undefined : where, longDay(meeting.on)], ' on ');
  const isOnlyOne = meetingsOf(record, review).length === 1;
  if (!review.countsAsStatutory) {
    const why = review.whyNotCounted?.trim() ?? '';
    return `${capitalise(when)}. This is not the statutory review${why === '' ? '' : `: ${clause(why)}`}.`;
  }
  const isCounted = isOnlyOne && countedOn(record, review) === meeting.on;
  return joined([`${capitalise(when)}.`, isCounted ? 'This is the statutory review.' : undefined], ' ');
}

/** "at your home", "by video", with a small first letter. */
export function placeOf({ place, mode }: Meeting): string | undefined {
  const words = place?.trim() ?? '';
  if (words === '') return mode === 'video' ? 'by video' : mode === 'phone' ? 'by phone' : undefined;
  const small = words.replace(/^(?:Your|The|At|By|In|On|Home)\b/u, (word) => word.toLocaleLowerCase('en-GB'));
  return /^(?:at|by|in|on)\b/u.test(small) ? small : `at ${small}`;
}

/** "1.30 to 3.10 pm"; the half of the day once where both share it. */
function timesOf({ startsAt, endsAt }: Meeting): string | undefined {
  if (startsAt === undefined) return undefined;
  const start = timeOfDay(startsAt);
  if (endsAt === undefined) return start;
  const end = timeOfDay(endsAt);
  const half = /\u00a0(am|pm)$/u;
  return `${half.exec(start)?.[1] === half.exec(end)?.[1] ? start.replace(half, '') : start} to ${end}`;
}

/** The child stands first. What was offered and chosen belongs to how they took part. */
function childRow(context: ReportContext): TableRow[] {
  const { participation } = context.content.review;
  const words = participationWords(context);
  if (participation?.code === undefined || words === undefined) return [];
  const { code } = participation;
  const label =
    code === 'PN0' ? 'Under four' : ['PN5', 'PN6', 'PN7'].includes(code) ? 'Chose not to come' : 'Came';
  const isOffered = code !== 'PN4' && code !== 'PN7' && participation.offered !== undefined;
  const offered = isOffered ? `Offered: ${clause(participation.offered ?? '')}.` : undefined;
  const nextTime =
    participation.nextTime === undefined ? undefined : `Next time: ${sentence(participation.nextTime)}`;
  return [
    rowOf(
      strong(label),
      joined([sentence(words), offered, sentence(participation.part ?? ''), nextTime], ' '),
    ),
  ];
}

function attendeeRows(context: ReportContext, meeting: Meeting): TableRow[] {
  const hows: readonly Attendee['how'][] = ['attended', 'part-of-it', 'views-sent', 'invited', 'excluded'];
  return hows.flatMap((how) => {
    const people = meeting.attendees.filter(
      (attendee) => attendee.how === how && !isChild(context, attendee),
    );
    if (people.length === 0) return [];
    // Before the review nobody has failed to come.
    const isToCome = how === 'invited' && meeting.on > context.content.gatheredOn;
    return [
      rowOf(
        strong(isToCome ? 'Invited' : howWords[how]),
        people.map((attendee) => attendeeWords(context, attendee)).join(' · '),
      ),
    ];
  });
}

/** The child has a row of their own once the participation is recorded. */
function isChild({ content }: ReportContext, { name }: Attendee): boolean {
  const { fullName, preferredName } = content.record.child;
  return content.review.participation?.code !== undefined && [fullName, preferredName].includes(name.trim());
}

/** "Kerry Fauxton, your mum (parental responsibility), by phone from 2.40 pm"; "Ruth Placeholt, nurse: report of …". */
function attendeeWords(context: ReportContext, attendee: Attendee): string {
  const hasResponsibility = context.content.record.people.some(
    (person) => person.hasParentalResponsibility === true && attendee.personIds?.includes(person.id),
  );
  const isSaid = /parental responsibility/iu.test(attendee.role);
  const { role: own, through } = interpreting(attendee);
  const role = `${own}${hasResponsibility && !isSaid ? ' (parental responsibility)' : ''}`;
  const between = attendee.how === 'views-sent' || attendee.how === 'excluded' ? ': ' : ', ';
  return joined(
    [`${attendee.name.trim()}, ${role}`, joined([through, attendee.detail && clause(attendee.detail)], '; ')],
    between,
  );
}

/**
 * The role, and how somebody interpreted: "your Dari interpreter", "by telephone". A role that says "interpreter" takes
 * the language in, so that it is not said twice.
 */
function interpreting({ role, interpreter }: Attendee): { role: string; through: string | undefined } {
  const own = clause(role);
  if (interpreter === undefined) return { role: own, through: undefined };
  const { language } = interpreter;
  const mode = clause(interpreter.mode);
  if (!/\binterpreter\b/iu.test(own)) return { role: own, through: `${language} interpreter, ${mode}` };
  const isSaid = own.toLocaleLowerCase('en-GB').includes(language.toLocaleLowerCase('en-GB'));
  const named = isSaid ? own : own.replace(/\b([Ii])nterpreter\b/u, `${language} interpreter`);
  return { role: named, through: mode };
}

/** Parents and holders of parental responsibility who were not there: how their views were obtained, or why not. */
function parentsViews(context: ReportContext): Block[] {
  const { record, review } = context.content;
  const attendees = meetingsOf(record, review).flatMap((meeting) => meeting.attendees);
  const isListed = (id: string): boolean =>
    attendees.some(({ personIds }) => personIds?.some((one) => one === id));
  return (review.duties?.parents ?? []).flatMap(({ personId, wasPresent, viewsObtained, whyNot }) => {
    const person = record.people.find((candidate) => candidate.id === personId);
    if (person === undefined || wasPresent || isListed(personId)) return [];
    const how = viewsObtained?.trim() ?? '';
    const why = whyNot?.trim() ?? '';
    const words =
      how === ''
        ? `No views obtained${why === '' ? '' : ` because ${clause(why)}`}.`
        : `Views obtained: ${sentence(how)}`;
    return [
      paragraph('normal', [
        strong(
          `${person.name}${person.relationship ? `, ${clause(person.relationship)}` : ''}, was not there.`,
        ),
        ` ${words}`,
      ]),
    ];
  });
}
