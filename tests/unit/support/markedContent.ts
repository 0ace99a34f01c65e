import * as fc from 'fast-check';
import type { Audience } from '../../../shared/domain/model/common.ts';
import { isFlagged } from '../../../shared/domain/model/common.ts';
import { pointKinds } from '../../../shared/domain/model/minutes.ts';
import { isoDate } from '../../../shared/domain/dates.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import type { ReviewContent } from '../../../shared/report/content.ts';
import { gatherContent } from '../../../shared/report/content.ts';
import type { Block, Paragraph } from '../../../shared/richText.ts';
import { PersonId, PointId, ReviewId } from '../../../shared/domain/ids.ts';
import * as build from './builders.ts';
import type { Marks, Need, Put } from './markedRecord.ts';
import { markedRecord, never, planNames, reader, sections, withGroups } from './markedRecord.ts';

export { reader } from './markedRecord.ts';
export type { Need } from './markedRecord.ts';

/*
 * Random reviews in which every free text is a mark of its own, and for every mark the names that must have been
 * released before it may be seen. The rule is written here a second time, as plainly as possible, so that the
 * filter is not checked against itself.
 */

export const audiences = fc.constantFrom<(Audience | undefined)[]>(
  undefined,
  undefined,
  undefined,
  { level: 'everyone' },
  { level: 'not-read-aloud' },
  { level: 'worker-and-iro' },
  { level: 'not-for', notFor: [reader] },
  { level: 'not-for', notFor: [PersonId.parse('carer')] },
  { level: 'everyone', restriction: 'police' },
  { level: 'worker-and-iro', restriction: 'privilege' },
);

export type Marked = { readonly content: ReviewContent; readonly marks: Marks };

const pointShape = fc.record({
  section: fc.constantFrom(...sections),
  kind: fc.constantFrom(...pointKinds),
  audience: audiences,
  isEarlier: fc.boolean(),
  isQuoted: fc.boolean(),
});
const paragraphShape = fc.record({
  anchors: fc.uniqueArray(fc.nat(7), { maxLength: 2 }),
  place: fc.constantFrom('plain', 'bullet', 'ordered', 'quote'),
});
const shapes = fc.record({
  points: fc.array(pointShape, { maxLength: 8 }),
  texts: fc.array(
    fc.record({ audience: audiences, paragraphs: fc.array(paragraphShape, { minLength: 1, maxLength: 5 }) }),
    {
      maxLength: sections.length,
    },
  ),
  decisions: fc.array(
    fc.record({
      audience: audiences,
      points: fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
      hasSafe: fc.boolean(),
      section: fc.constantFrom(...sections),
    }),
    { maxLength: 4 },
  ),
  actions: fc.array(
    fc.record({
      audience: audiences,
      decision: fc.nat(5),
      hasSafe: fc.boolean(),
      isEarlier: fc.boolean(),
      hasProgress: fc.boolean(),
    }),
    { maxLength: 6 },
  ),
  events: fc.array(audiences, { maxLength: 3 }),
  risks: fc.array(audiences, { maxLength: 3 }),
  sentences: fc.nat(4),
  carer: audiences,
});
type Shapes = typeof shapes extends fc.Arbitrary<infer S> ? S : never;

function marker(): (what: string) => string {
  let made = 0;
  return (what) => {
    made += 1;
    return `mark${made}${what}x`;
  };
}

function makeContent(shape: Shapes): Marked {
  const mark = marker();
  const marks: Marks = new Map();
  const put: Put = (what, ...needs) => {
    const text = mark(what);
    marks.set(text, needs);
    return text;
  };
  const points = shape.points.map((given, index) => {
    const id = `p${index}`;
    const names = given.isEarlier ? [`point:${id}`] : withGroups(`point:${id}`, given.section);
    const own: Need = { names, audiences: [given.audience] };
    const isQuoted = given.isQuoted && !given.isEarlier;
    const words: Need = {
      names: isQuoted ? [...names, `page-one:quote:${id}`] : names,
      audiences: [given.audience],
    };
    return {
      need: own,
      words,
      audience: given.audience,
      isQuoted,
      row: build.aPoint({
        id,
        reviewId: given.isEarlier ? 'review-0' : 'review-1',
        section: given.section,
        kind: given.kind,
        words: put('words', words),
        gist: put('gist', words),
        understood: { by: 'Helen', words: put('understood', words) },
        quote: put('quote', never),
        answer: { kind: 'no-action', because: put('answer', own) },
        outcome: { result: 'partly', because: put('outcome', own) },
        telling: { kind: 'not-safe', because: put('telling', never) },
        source: { who: put('source', words) },
        ...(given.audience && { audience: given.audience }),
      }),
    };
  });
  const pointAt = (index: number) => points[index];

  const texts = shape.texts.map((given, index) => {
    const section = sections[index] ?? 'health';
    const id = `review-1.${section}.account`;
    const blocks = given.paragraphs.map((paragraph, place): Block => {
      const anchored = paragraph.anchors.flatMap((anchor) => pointAt(anchor) ?? []);
      const need: Need = {
        names: withGroups(`text:${id}:${place}`, section),
        audiences: [given.audience, ...anchored.map((point) => point.audience)],
      };
      const node: Paragraph = {
        type: 'paragraph',
        content: [
          {
            type: 'text',
            text: put('text', need, ...anchored.map((point) => point.need)),
            marks: anchored.map((point) => ({ type: 'point', attrs: { id: PointId.parse(point.row.id) } })),
          },
        ],
      };
      if (paragraph.place === 'quote') return { type: 'blockquote', content: [node] };
      if (paragraph.place === 'bullet')
        return { type: 'bulletList', content: [{ type: 'listItem', content: [node] }] };
      if (paragraph.place === 'ordered') {
        return { type: 'orderedList', attrs: { start: 7 }, content: [{ type: 'listItem', content: [node] }] };
      }
      return node;
    });
    return build.aText({
      section,
      body: { type: 'doc', content: blocks },
      ...(given.audience && { audience: given.audience }),
    });
  });

  // What stands behind a decision: each private point needs its words open before the own wording may be seen.
  const decisions = shape.decisions.map((given, index) => {
    const id = `d${index}`;
    const behind = given.points.flatMap((place) => pointAt(place) ?? []);
    const need: Need = { names: planNames(`decision:${id}`, given.section), audiences: [given.audience] };
    const privately = behind.filter((point) => isFlagged(point.audience)).map((point) => point.words);
    const open = given.hasSafe ? [never] : [need, ...privately];
    return {
      need,
      privately,
      section: given.section,
      audience: given.audience,
      row: build.aDecision({
        id,
        wording: put('wording', ...open),
        howWeWillKnow: put('know', ...open),
        reply: {
          outcome: 'with-change',
          on: '2026-10-12',
          wording: put('reply', ...open),
          because: put('because', ...open),
        },
        position: index,
        section: given.section,
        pointIds: behind.map((point) => point.row.id),
        ...(given.hasSafe && { safeWording: put('safe', need) }),
        ...(given.audience && { audience: given.audience }),
      }),
    };
  });

  const actions = shape.actions.map((given, index) => {
    const id = `a${index}`;
    const decision = given.isEarlier ? undefined : decisions[given.decision];
    const ownNames = decision
      ? planNames(`action:${id}`, decision.section)
      : [`action:${id}`, 'section:plan'];
    const promised = ['section:previous-actions', 'group:promised'];
    const promiseName = given.hasProgress ? `progress:g${index}` : `action:${id}`;
    const names = given.isEarlier ? [promiseName, ...promised] : ownNames;
    const need: Need = { names, audiences: [given.audience, decision?.audience] };
    const open = given.hasSafe ? [never] : [need, ...(decision?.privately ?? [])];
    const progress =
      given.isEarlier && given.hasProgress
        ? [
            build.aProgress({
              id: `g${index}`,
              actionId: id,
              value: 'not_done',
              evidence: put('evidence', ...open),
              because: put('why', ...open),
            }),
          ]
        : [];
    return {
      progress,
      row: build.anAction({
        id,
        reviewId: given.isEarlier ? 'review-0' : 'review-1',
        what: put('what', ...open),
        interimStep: put('interim', ...open),
        doneBy: put('doneby', need, ...(given.hasSafe ? [] : (decision?.privately ?? []))),
        history: [
          {
            id: `h${index}`,
            at: '2026-09-01T09:00:00Z',
            by: 'Helen',
            before: { what: put('before', never) },
          },
        ],
        position: index,
        ...(decision && { decisionId: decision.row.id }),
        ...(given.hasSafe && { safeWording: put('safe', need) }),
        ...(given.audience && { audience: given.audience }),
      }),
    };
  });

  const record = markedRecord(put, {
    carer: shape.carer,
    events: shape.events,
    risks: shape.risks,
    sentences: shape.sentences,
    quotes: points
      .filter((point) => point.isQuoted)
      .slice(0, 3)
      .map((point) => point.row.id),
    rows: {
      points: points.map((point) => point.row),
      texts,
      decisions: decisions.map((decision) => decision.row),
      actions: actions.map((action) => action.row),
      progress: actions.flatMap((action) => action.progress),
    },
  });
  // Only three quotes fit on page 1; the others are not quoted after all.
  points
    .filter((point) => point.isQuoted)
    .slice(3)
    .forEach((point) => {
      for (const needs of marks.values()) {
        const place = needs.indexOf(point.words);
        if (place !== -1) needs[place] = point.need;
      }
    });

  const content = gatherContent(record, ReviewId.parse('review-1'), {
    today: isoDate('2026-10-27'),
    officer: { name: 'Helen Draftwell' },
    settings: { ...defaultSettings, knownInitials: [put('initials', never)] },
    gaps: [{ code: 'x', what: put('gap', never), because: 'y', by: 'Helen', on: isoDate('2026-10-20') }],
  });
  if (!content) throw new Error('the record has its review');
  return { content, marks };
}

export const markedContents: fc.Arbitrary<Marked> = shapes.map(makeContent);
