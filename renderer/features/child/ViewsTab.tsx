import { quoted } from '../../../shared/report/phrases.ts';
import { formatDate } from '../../../shared/domain/london.ts';
import { useRead } from '../../app/queries.ts';
import { DecisionMark } from '../../ui/Marks.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { Status } from '../../ui/Status.tsx';
import type { Ask, ChildData } from './childData.ts';
import { progressStatus, progressWords } from './promiseWords.ts';

const kinds: Readonly<Partial<Record<Ask['point']['kind'], string>>> = {
  wish: 'Wish',
  worry: 'Worry',
  question: 'Question',
};

function toldWords({ point, toldLater }: Ask): string {
  if (toldLater !== undefined) return toldLater;
  const { telling } = point;
  if (!telling) return '';
  switch (telling.kind) {
    case 'told':
      return ['Told', telling.by && `by ${telling.by}`, telling.on && formatDate(telling.on)]
        .filter((part) => part !== undefined)
        .join(' ')
        .concat(telling.reaction ? `: ${telling.reaction}` : '');
    case 'will-be-told':
      return `Will be told by ${telling.by}${telling.due ? ` by ${formatDate(telling.due)}` : ''}`;
    case 'in-letter':
      return 'Told in the letter';
    case 'not-safe':
      return `Not told, because it is not safe: ${telling.because}`;
    default:
      return telling satisfies never;
  }
}

function Asked({ ask: { point }, name }: { readonly ask: Ask; readonly name: string }) {
  const { source, translation, understood } = point;
  const from = [kinds[point.kind], source?.who && `to ${source.who}`, source?.on && formatDate(source.on)]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
  return (
    <td data-name={`${name} asked`}>
      <p className="voice">{quoted(point.words)}</p>
      {translation && (
        <p className="voice">
          {quoted(translation.words)} <span className="note">from {translation.from}</span>
        </p>
      )}
      <p className="note">{from}</p>
      {understood && (
        <p className="note">
          {understood.by} understood: {understood.words}
        </p>
      )}
    </td>
  );
}

function Row({ ask, name }: { readonly ask: Ask; readonly name: string }) {
  const told = toldWords(ask);
  return (
    <tr>
      <Asked ask={ask} name={name} />
      <td data-name="We said">
        <p>
          {ask.said}{' '}
          {ask.decisions.map(({ id, number, wording }) => (
            <span key={id} title={wording}>
              <DecisionMark number={number} />{' '}
            </span>
          ))}
        </p>
        {told !== '' && <p className="note">{told}</p>}
      </td>
      <td data-name="What happened">
        {ask.happened.length === 0 && <span className="note">No promise carries it.</span>}
        {ask.happened.map(({ actionId, what, progress, foundOn }) => (
          <p key={actionId}>
            {progress ? (
              <Status kind={progressStatus[progress.value]}>{progressWords[progress.value]}</Status>
            ) : (
              <Status kind="open">Not asked yet</Status>
            )}{' '}
            {what}
            {progress?.evidence && <span className="note">. {progress.evidence}</span>}
            {foundOn && <span className="note num">, {formatDate(foundOn)}</span>}
          </p>
        ))}
      </td>
    </tr>
  );
}

function ReviewAsks({ asks, name }: { readonly asks: readonly Ask[]; readonly name: string }) {
  const [first] = asks;
  if (!first) return null;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          Review {first.reviewNumber}{' '}
          <span className="num">{first.askedOn ? formatDate(first.askedOn) : ''}</span>
        </th>
      </tr>
      {asks.map((ask) => (
        <Row key={ask.point.id} ask={ask} name={name} />
      ))}
    </tbody>
  );
}

/** You asked, we said, what happened: over all reviews, the newest first. */
export function ViewsTab({ data }: { readonly data: ChildData }) {
  const asks = useRead('child:asks', { id: data.view.child.id });
  if (asks.error) return <ErrorNote error={asks.error.error} />;
  if (!asks.data) return null;
  const name = data.view.child.preferredName;
  if (asks.data.length === 0) {
    return (
      <div className="tabbody">
        <p className="empty">
          {name} has asked for nothing in the reviews that are written here. What {name} says at the next one
          stands here, with the answer and what came of it.
        </p>
      </div>
    );
  }
  const reviews = [...new Set(asks.data.map(({ reviewId }) => reviewId))];
  return (
    <div className="tabbody">
      <table className="asks">
        <thead>
          <tr>
            <th scope="col">{name} asked</th>
            <th scope="col">We said</th>
            <th scope="col">What happened</th>
          </tr>
        </thead>
        {reviews.map((id) => (
          <ReviewAsks key={id} name={name} asks={asks.data.filter(({ reviewId }) => reviewId === id)} />
        ))}
      </table>
    </div>
  );
}
