import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import type { Output } from '../../../shared/contract.ts';
import type { IsoDate } from '../../../shared/domain/dates.ts';
import { formatLongDate } from '../../../shared/domain/london.ts';
import { read } from '../../app/calls.ts';
import { readKey } from '../../app/queries.ts';
import { counted, formatDay } from '../../app/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Status } from '../../ui/Status.tsx';
import '../../styles/dayProposals.css';

type Days = Output<'nextReview:days'>;

const looks = { must: 'must', look: 'look', note: 'track' } as const;

function aboutDay({ daysInHand, othersThatDay, othersThatWeek }: Days['proposed'][number]): string {
  const others =
    othersThatDay > 0
      ? `${counted(othersThatDay, 'other review')} that day`
      : othersThatWeek > 0
        ? `${counted(othersThatWeek, 'other')} that week`
        : 'none other that week';
  return `${counted(daysInHand, 'day')} in hand, ${others}`;
}

type Props = {
  readonly childId: string;
  /** The review being written up; without it the child's next one is meant. */
  readonly afterReviewId?: string;
  readonly chosen: IsoDate | undefined;
  readonly today: IsoDate;
  readonly onChoose: (day: IsoDate) => void;
};

/** Keeps the last answer on screen while the next day's is worked out. */
function useDays({ childId, afterReviewId, chosen }: Props) {
  const input = {
    childId,
    ...(afterReviewId !== undefined && { afterReviewId }),
    ...(chosen && { on: chosen }),
  };
  return useQuery({
    queryKey: readKey('nextReview:days', input),
    queryFn: () => read('nextReview:days', input),
    placeholderData: keepPreviousData,
  }).data;
}

/** Days to choose from for the next review, the sum of its last lawful day, and what the chosen day costs. */
export function DayProposals(props: Props) {
  const { chosen, today, onChoose } = props;
  const heading = useId();
  const days = useDays(props);
  if (!days) return null;
  const { lastLawfulDay: lawful, proposed, whyNone, costs } = days;
  return (
    <section className="proposals" aria-labelledby={heading}>
      <h4 id={heading}>Days that would do</h4>
      {proposed.length === 0 ? (
        <p className="note">{whyNone}</p>
      ) : (
        <ul>
          {proposed.map((day) => (
            <li key={day.on}>
              <Button look="small" aria-pressed={chosen === day.on} onClick={() => onChoose(day.on)}>
                {formatDay(day.on, today)}
              </Button>
              <span className="note num">{aboutDay(day)}</span>
            </li>
          ))}
        </ul>
      )}
      {chosen && costs.length > 0 && (
        <ul className="costs" aria-live="polite" aria-label={`What ${formatLongDate(chosen)} costs`}>
          {costs.map(({ kind, words }) => (
            <li key={words}>
              <Status kind={looks[kind]}>{words}</Status>
            </li>
          ))}
        </ul>
      )}
      {lawful.kind === 'computed' ? (
        <details className="more">
          <summary>Last lawful day {formatLongDate(lawful.due)}</summary>
          {lawful.sum.map((line) => (
            <p className="note" key={line}>
              {line}
            </p>
          ))}
        </details>
      ) : (
        <p className="note">Last lawful day not computed: {lawful.why}</p>
      )}
    </section>
  );
}
