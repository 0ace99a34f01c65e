import { widthOf } from './arialWidths.ts';
import type { Block, Report, ReportHeader } from './blocks.ts';
import type { ReportContext } from './context.ts';
import type { IssueState } from './issueState.ts';
import { capitalise, day, firstName, joined, longDay, possessive } from './phrases.ts';
import { heading, paragraph } from './runs.ts';
import { type Paper, textWidthOf, typeOf } from './styleSheet.ts';
import { mmToPoints } from './units.ts';

/** Said wherever a document is printed before its content is frozen. */
export const draftWords = 'Draft: not finalised';

/** "Leah’s review". */
export function titleOfReview({ voice }: ReportContext): string {
  return `${possessive(voice.name)} ${voice.review}`;
}

/** "Leah’s review 11, 5 Oct 2026": the right of every header. */
export function headerRight(context: ReportContext): string {
  const { review, heldOn } = context.content;
  return joined([`${titleOfReview(context)} ${review.number}`, heldOn && day(heldOn)], ', ');
}

/** Points: the least space between the two ends of a header. */
const betweenEnds = 8;

/**
 * The header of a copy: for whom on the left, the review on the right. Where both do not stand on one line the reader's
 * name stands alone, since the title block says who that is.
 */
export function copyHeader(context: ReportContext, { forWhom, name }: ForWhom, paper: Paper): ReportHeader {
  const right = headerRight(context);
  const { size } = typeOf('header', paper);
  const width = (left: string) => widthOf(`Copy for: ${left}`, size, true) + widthOf(right, size, false);
  const fits = width(forWhom) + betweenEnds <= mmToPoints(textWidthOf(paper));
  return { left: `Copy for: ${fits ? forWhom : name}`, right, isBoxed: false };
}

type ForWhom = { readonly forWhom: string; readonly name: string };

/** The file's title: what it is, never whose. */
export function fileTitle(what: string, { content, voice }: ReportContext): string {
  return `${what} ${voice.review} ${content.review.number}`;
}

/** "Decisions finalised 5 Oct 2026 · record finalised 20 Oct 2026 · edition 1". */
export function standing(state: IssueState): string {
  const { decisionsFinalisedOn: decisions, recordFinalisedOn: record, edition } = state;
  if (decisions === undefined && record === undefined) return `${draftWords} · edition ${edition}`;
  return joined(
    [
      decisions ? `Decisions finalised ${day(decisions)}` : 'Decisions not finalised',
      record ? `record finalised ${day(record)}` : 'record not finalised: draft',
      `edition ${edition}`,
    ],
    ' · ',
  );
}

/** The title block of a record: what it is, when, who chaired, whom this copy is for, and to whom it speaks. */
export function recordTitle(context: ReportContext, title: string, forWhom: string): Block[] {
  const { review, heldOn } = context.content;
  const { voice, state } = context;
  const held = heldOn ? `held on ${longDay(heldOn)}` : 'not yet held';
  const chair = `chaired by ${review.chairedBy}, independent reviewing officer`;
  const which = `${capitalise(voice.review)} ${review.number}, ${held}`;
  const isDraft = state.recordFinalisedOn === undefined;
  return [
    heading(1, title),
    ...(context.isLay
      ? [paragraph('meta', which), paragraph('meta', capitalise(chair))]
      : [paragraph('meta', `${which} · ${chair}`)]),
    paragraph('meta', `For ${forWhom} · ${voice.writtenFor}${isDraft ? ` · ${draftWords}` : ''}`),
  ];
}

/** "Questions? Ring Helen Draftwell on 01632 960 410". */
export function questionsWords({ content }: ReportContext): string {
  const { name, phone, email } = content.officer;
  if (phone) return `Questions? Ring ${name} on ${phone}`;
  return email ? `Questions? Write to ${name} at ${email}` : `Questions? Ask ${name}`;
}

/** How a manager sends the page back. */
export function replyHowWords({ content }: ReportContext): string {
  const { name, phone } = content.officer;
  const ring = phone ? `, or ring ${firstName(name)} on ${phone}` : '';
  return `To reply: tick and type here in Word and send it back${ring}`;
}

/** A draft says so in its footer too. */
export function withDraft(words: string, isFinal: boolean): string {
  return isFinal ? words : `${draftWords} · ${words}`;
}

export type Frame = Pick<Report, 'layout' | 'isLay' | 'title' | 'header' | 'footer'>;
