import { quoted } from '../../../../shared/report/phrases.ts';
import type { ReactNode } from 'react';
import type { Point } from '../../../../shared/domain/model/minutes.ts';
import type { Decision } from '../../../../shared/domain/model/plan.ts';
import { anchoredPoints } from '../../../../shared/richText.ts';
import { Bead, DecisionMark } from '../../../ui/Marks.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { AnswerBar } from './AnswerBar.tsx';
import { isUnanswered } from './groupState.ts';
import { goTo, useOpened } from './opened.tsx';
import { PointFields } from './PointFields.tsx';
import {
  audienceWords,
  kindNames,
  outcomeWords,
  ownAnswerWords,
  sourceWords,
  tellingWords,
} from './words.ts';

/** What answers a point, as its row says it. */
export function useAnswers(point: Point): {
  readonly decisions: readonly Decision[];
  readonly isLoose: boolean;
} {
  const { record, findings } = useReview();
  return {
    decisions: record.decisions.filter((decision) => decision.pointIds.includes(point.id)),
    isLoose: findings.some((finding) => finding.target.point === point.id && isUnanswered(finding)),
  };
}

/** What a row begins with: its words, which open its fields. */
export function RowButton({
  id,
  className,
  children,
}: {
  readonly id: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const opened = useOpened();
  const isOpen = opened.id === id;
  return (
    <button
      type="button"
      className={`words ${className ?? ''}`.trim()}
      aria-expanded={isOpen}
      onClick={() => (isOpen ? opened.close() : opened.open(id))}
    >
      {children}
    </button>
  );
}

/** A short thread to a decision that is told elsewhere; it leads there. */
export function ShortThread({ decision, place }: { readonly decision: Decision; readonly place?: string }) {
  const { numbers } = useReview();
  return (
    <>
      <span className="threadline" />
      <button type="button" className="to-mark" onClick={() => goTo(decision.id)}>
        <DecisionMark number={numbers[decision.id] ?? 'D'} />
      </button>
      {place !== undefined && <span className="kind">{place}</span>}
    </>
  );
}

/** A point that was made of words which are in no text any more: it stays, and says so. */
export function Unanchored({ point }: { readonly point: Point }) {
  const { record } = useReview();
  if (point.quote === undefined) return null;
  const isAnchored = record.texts.some((text) => anchoredPoints(text.body).includes(point.id));
  return isAnchored ? null : <Status kind="look">Its words are no longer in the text</Status>;
}

export function Private({ point }: { readonly point: Pick<Point, 'audience'> }) {
  const { record } = useReview();
  const words = audienceWords(point.audience, record.people);
  return words === undefined ? null : <Status kind="private">{words}</Status>;
}

/** Answers in words of their own, and what the child hears. */
function AnswerWords({
  point,
  decisions,
}: {
  readonly point: Point;
  readonly decisions: readonly Decision[];
}) {
  const { child, today } = useReview();
  const words = [
    ownAnswerWords(point, today),
    outcomeWords(point),
    tellingWords(point.telling, child.preferredName, today),
  ].filter((part) => part !== undefined);
  if (decisions.length === 0 && words.length === 0) return null;
  return (
    <>
      {decisions.map((decision) => (
        <ShortThread key={decision.id} decision={decision} />
      ))}{' '}
      {decisions.length === 0 && <span aria-hidden="true"> · </span>}
      {words.join('; ')}
    </>
  );
}

/** The child's words, quoted whole, with how we have them, their answer, and what the child hears. */
export function VoiceRow({ point }: { readonly point: Point }) {
  const { numbers, child, today, isEditable } = useReview();
  const { decisions, isLoose } = useAnswers(point);
  const { id: opened } = useOpened();
  const isSeen = point.kind === 'observation';
  const words = point.words.trim() === '' ? 'No words yet' : isSeen ? point.words : quoted(point.words);
  return (
    <div className="p" data-row={point.id}>
      <Bead number={numbers[point.id] ?? 'V'} isLoose={isLoose} />
      <div>
        <div className="v-row">
          <p className={isSeen ? 'say' : 'voice'}>
            <RowButton id={point.id}>{words}</RowButton>
          </p>
          <Private point={point} />
        </div>
        <Unanchored point={point} />
        {point.translation && (
          <p className="src">
            In English, from {point.translation.from}: {quoted(point.translation.words)}
          </p>
        )}
        <p className="src">
          {sourceWords(point, child.preferredName, today)}
          <AnswerWords point={point} decisions={decisions} />
        </p>
        {isLoose && isEditable('point') && <AnswerBar point={point} />}
        {opened === point.id && isEditable('point') && <PointFields point={point} />}
      </div>
    </div>
  );
}

/** A point that needs no thread: a strength, a view, what was noted. */
export function NotedRow({ point }: { readonly point: Point }) {
  const { numbers, child, today, isEditable } = useReview();
  const { id: opened } = useOpened();
  const number = numbers[point.id];
  return (
    <div className="p" data-row={point.id}>
      {number === undefined ? <span /> : <Bead number={number} />}
      <div>
        <div className="v-row">
          <p className="noted">
            <RowButton id={point.id}>
              {point.words.trim() || 'No words yet'}{' '}
              <span className="kind soft">{kindNames[point.kind].toLowerCase()}</span>
            </RowButton>
          </p>
          <Private point={point} />
        </div>
        <Unanchored point={point} />
        {point.source && <p className="src">{sourceWords(point, child.preferredName, today)}</p>}
        {opened === point.id && isEditable('point') && <PointFields point={point} />}
      </div>
    </div>
  );
}
