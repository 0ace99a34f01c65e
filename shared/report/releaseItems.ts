import { eventKinds, riskTypes } from '../domain/model/events.ts';
import type { Point } from '../domain/model/minutes.ts';
import type { Action, Decision } from '../domain/model/plan.ts';
import type { SectionKey } from '../domain/model/sections.ts';
import { headingIn } from '../domain/sectionWords.ts';
import { promisedActions } from '../domain/promises.ts';
import { meetingsOf } from '../domain/reviews.ts';
import { anchorsOf, paragraphsOf, plainText } from '../richText.ts';
import type { ReviewContent } from './content.ts';
import { factsOf } from './releaseFacts.ts';
import type { Mark, ReleasableItem } from './releaseItem.ts';
import { markOf } from './releaseItem.ts';
import { groupNamesOf, itemName } from './releaseNames.ts';

const shownLength = 90;

/** What a thing is, in one line that may be cut: for the officer's screen only. */
export function shown(label: string, words: string): string {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  const cut = Array.from(line).slice(0, shownLength).join('');
  return `${label}: ${cut.length < line.length ? `${cut.trimEnd()}…` : line}`;
}

const kindLabels: Readonly<Record<Point['kind'], string>> = {
  need: 'Need',
  risk: 'Risk',
  wish: 'Wish',
  worry: 'Worry',
  question: 'Question',
  news: 'News',
  view: 'View',
  observation: 'Observation',
  strength: 'Strength',
  description: 'Description',
};

/** The section a decision is agreed in: its own, else that of its first point of this record, else the plan. */
export function sectionOfDecision(content: ReviewContent, decision: Decision): SectionKey {
  const first = content.record.points.find((point) => point.id === decision.pointIds[0]);
  return decision.section ?? first?.section ?? 'plan';
}

function decisionOf({ record }: ReviewContent, action: Action): Decision | undefined {
  return record.decisions.find((decision) => decision.id === action.decisionId);
}

function sectionOfAction(content: ReviewContent, action: Action): SectionKey {
  const decision = decisionOf(content, action);
  return decision ? sectionOfDecision(content, decision) : (action.section ?? 'plan');
}

/** A decision and its actions go with the section they are agreed in, and with `section:plan`. */
function planGroups(section: SectionKey): string[] {
  return [...new Set([...groupNamesOf(section), ...groupNamesOf('plan')])];
}

function markOfAction(content: ReviewContent, action: Action): Mark {
  return markOf([action.audience, decisionOf(content, action)?.audience], content.record.people);
}

/** Page 1: each quote and each sentence is released alone. Rows are the decisions and the progress themselves. */
function pageOneItems({ record, review }: ReviewContent): ReleasableItem[] {
  const { quotePointIds = [], whereThingsAre = [] } = review.pageOne ?? {};
  const quotes = quotePointIds.flatMap((id) => {
    const point = record.points.find((candidate) => candidate.id === id);
    if (!point) return [];
    return [
      {
        ...markOf([point.audience], record.people),
        name: itemName.quote(id),
        what: shown('Quote on page 1', point.words),
        groups: [],
      },
    ];
  });
  const sentences = whereThingsAre.map((words, index) => ({
    ...markOf([]),
    name: itemName.sentence(index),
    what: shown('Sentence on page 1', words),
    groups: [],
  }));
  return [...quotes, ...sentences];
}

/** A point of the review before this one is there for "you asked, we said": it goes alone. */
function pointItems({ record, review }: ReviewContent): ReleasableItem[] {
  return record.points.map((point) => ({
    ...markOf([point.audience], record.people),
    name: itemName.point(point.id),
    what: shown(kindLabels[point.kind], point.gist ?? point.words),
    groups: point.reviewId === review.id ? groupNamesOf(point.section) : [],
  }));
}

/** A paragraph is as private as its text and as each point that it anchors. */
function paragraphItems({ record, review, settings }: ReviewContent): ReleasableItem[] {
  return record.texts
    .filter((text) => text.reviewId === review.id)
    .flatMap((text) =>
      paragraphsOf(text.body).flatMap((paragraph, index) => {
        const words = plainText({ type: 'doc', content: [paragraph] });
        if (words.trim() === '') return [];
        const anchored = anchorsOf(paragraph).map(
          (id) => record.points.find((point) => point.id === id)?.audience,
        );
        return [
          {
            ...markOf([text.audience, ...anchored], record.people),
            name: itemName.paragraph(text.id, index),
            what: shown(headingIn(settings.words, text.section), words),
            groups: groupNamesOf(text.section),
          },
        ];
      }),
    );
}

function planItems(content: ReviewContent): ReleasableItem[] {
  const { record, review } = content;
  const decisions = record.decisions.map((decision) => ({
    ...markOf([decision.audience], record.people),
    name: itemName.decision(decision.id),
    what: shown('Decision', decision.wording),
    groups: decision.reviewId === review.id ? planGroups(sectionOfDecision(content, decision)) : [],
  }));
  const actions = record.actions
    .filter((action) => action.reviewId === review.id)
    .map((action) => ({
      ...markOfAction(content, action),
      name: itemName.action(action.id),
      what: shown('Action', action.what),
      groups: planGroups(sectionOfAction(content, action)),
    }));
  // A promise is one thing: the action and what this review found of it.
  const promised = promisedActions(record, review.id).map(({ action, progress }) => ({
    ...markOfAction(content, action),
    name: progress ? itemName.progress(progress.id) : itemName.action(action.id),
    what: shown('Promise', action.what),
    groups: groupNamesOf('previous-actions'),
  }));
  return [...decisions, ...actions, ...promised];
}

function eventItems({ record }: ReviewContent): ReleasableItem[] {
  const events = record.events.map((event) => ({
    ...markOf([event.audience], record.people),
    name: itemName.event(event.id),
    what: shown('Event', event.label ?? eventKinds[event.kind].label),
    groups: groupNamesOf(eventKinds[event.kind].section),
  }));
  const risks = record.risks.map((risk) => ({
    ...markOf([risk.audience], record.people),
    name: itemName.risk(risk.id),
    what: shown(`Risk, ${riskTypes[risk.type]}`, risk.title),
    groups: groupNamesOf('risk-and-safety'),
  }));
  return [...events, ...risks];
}

function sectionItems({ record, review, settings }: ReviewContent): ReleasableItem[] {
  return record.sections
    .filter((section) => section.reviewId === review.id && section.ending !== undefined)
    .map((section) => ({
      ...markOf([]),
      name: itemName.ending(section.key),
      what: shown('How the section ends', headingIn(settings.words, section.key)),
      groups: groupNamesOf(section.key),
    }));
}

function factItems(content: ReviewContent): ReleasableItem[] {
  return factsOf(content).map((fact) => ({
    ...markOf([], [], fact.isFlagged ? ['An address'] : []),
    name: itemName.fact(fact.name),
    what: fact.what,
    groups: fact.section === null ? [] : groupNamesOf(fact.section),
  }));
}

/** Who took part, one by one. That somebody was excluded, and why, never goes with the rest. */
function attendeeItems({ record, review }: ReviewContent): ReleasableItem[] {
  return meetingsOf(record, review).flatMap((meeting) =>
    meeting.attendees.map((attendee, index) => {
      const people = record.people.filter((person) => attendee.personIds?.includes(person.id));
      const reasons = attendee.how === 'excluded' ? ['Was excluded from the meeting'] : [];
      return {
        ...markOf(
          people.map((person) => person.audience),
          record.people,
          reasons,
        ),
        name: itemName.attendee(meeting.id, index),
        what: shown('Took part', attendee.name),
        groups: groupNamesOf('front-sheet'),
      };
    }),
  );
}

/** People are named where a released thing names them; only those whose own audience is narrower are items. */
function personItems({ record }: ReviewContent): ReleasableItem[] {
  return record.people.flatMap((person) => {
    const mark = markOf([person.audience], record.people);
    if (!mark.isFlagged) return [];
    return [{ ...mark, name: itemName.person(person.id), what: shown('Person', person.name), groups: [] }];
  });
}

/**
 * Everything of a review that a reader may be given or not, each with its name, the groups it goes with, and why
 * it is flagged. In no copy but the service file is there anything else.
 */
export function itemsOf(content: ReviewContent): ReleasableItem[] {
  return [
    ...pageOneItems(content),
    ...factItems(content),
    ...attendeeItems(content),
    ...pointItems(content),
    ...paragraphItems(content),
    ...planItems(content),
    ...eventItems(content),
    ...sectionItems(content),
    ...personItems(content),
  ];
}
