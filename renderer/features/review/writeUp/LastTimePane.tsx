import { quoted } from '../../../../shared/report/phrases.ts';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { heldOn, previousReview, reviewById } from '../../../../shared/domain/reviews.ts';
import { plainText } from '../../../../shared/richText.ts';
import { useRead } from '../../../app/queries.ts';
import { countWords } from '../../../editor/words.ts';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { useReview } from '../useReview.tsx';
import { measuresOf } from './facts.ts';
import type { LastTime } from './lastTime.ts';
import { comparedSentences, saidLastTime, sectionOfPromise } from './lastTime.ts';
import { PromiseItem } from './PromiseItem.tsx';
import { shortDay } from './words.ts';

type Props = { readonly row: SectionRow; readonly last: LastTime };

function ThenAndNow({ row, last }: Props) {
  const { record, review, today } = useReview();
  const previous = last.review && reviewById(record, review.id) && previousReview(record, review.id);
  const then = previous && heldOn(record, previous);
  if (!previous || !then) return null;
  const before = previousReview(record, previous.id);
  const now = heldOn(record, review) ?? today;
  const shared = { record, today };
  const thenMeasures = measuresOf({ ...shared, on: then, since: before && heldOn(record, before) }, row.key);
  const nowMeasures = measuresOf({ ...shared, on: now, since: then }, row.key);
  const rows = nowMeasures.map(({ label, value }) => ({
    label,
    value,
    was: thenMeasures.find((measure) => measure.label === label)?.value ?? '–',
  }));
  if (rows.length === 0) return null;
  return (
    <section>
      <h4 className="sub">Then and now</h4>
      <table className="then num">
        <thead>
          <tr>
            <th>
              <span className="hide">What</span>
            </th>
            <th>{shortDay(then, today)}</th>
            <th>{shortDay(now, today)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, value, was }) => (
            <tr key={label}>
              <td>{label}</td>
              <td>{was}</td>
              <td className={value === was ? undefined : 'up'}>{value === was ? 'same' : value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Promised({ row, last }: Props) {
  const { view, today } = useReview();
  const promised = view.promised.filter((promise) => sectionOfPromise(promise, last) === row.key);
  if (promised.length === 0) return null;
  return (
    <section>
      <h4 className="sub">{last.heldOn ? `Promised by ${shortDay(last.heldOn, today)}` : 'Promised'}</h4>
      <ul className="prom">
        {promised.map((promise) => (
          <PromiseItem key={promise.action.id} promise={promise} />
        ))}
      </ul>
    </section>
  );
}

function Asked({ row }: { readonly row: SectionRow }) {
  const { view } = useReview();
  const asks = view.lastAsks.filter(({ point }) => point.section === row.key || row.key === 'childs-views');
  if (asks.length === 0) return null;
  return (
    <section>
      <h4 className="sub">You asked, we said</h4>
      <ul className="asked">
        {asks.map(({ point, decisions }) => (
          <li key={point.id}>
            <p className="voice">{quoted(point.words)}</p>
            <p className="note">
              {[...decisions.map(({ wording }) => wording.replace(/\.$/, '')), point.outcome?.because]
                .filter(Boolean)
                .join('; ') || 'Nothing was written of an answer'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ row, last }: Props) {
  const { record } = useReview();
  const said = saidLastTime(last, row.key);
  if (said === '') return <p className="empty">Nothing was written here last time.</p>;
  const now = record.texts
    .filter((text) => text.section === row.key)
    .map(({ body }) => plainText(body))
    .join(' ');
  const sentences = comparedSentences(said, now);
  const same = sentences.filter(({ isSame }) => isSame).length;
  return (
    <section>
      <h4 className="sub">
        What it said, {countWords(said)} words{same > 0 && `; ${same} the same now`}
      </h4>
      <p className="was">
        {sentences.map(({ words, isSame }, place) => (
          <span key={`${place} ${words}`}>
            <span className={isSame ? 'same' : undefined}>{words}</span>{' '}
          </span>
        ))}
      </p>
    </section>
  );
}

/** The same sections then: figures beside today's, promises with what became of them, and what it said. */
export function LastTimePane({ rows }: { readonly rows: readonly SectionRow[] }) {
  const { review } = useReview();
  const read = useRead('review:lastTime', { id: review.id });
  if (read.error) return <ErrorNote error={read.error.error} />;
  if (!read.data) return null;
  if (!read.data.review)
    return <p className="empty">This is the first review here: there is no last time.</p>;
  const last = read.data;
  return rows.map((row) => (
    <div key={row.key} className="pane-part">
      {rows.length > 1 && <h3>{row.heading}</h3>}
      <ThenAndNow row={row} last={last} />
      <Promised row={row} last={last} />
      <Asked row={row} />
      <Said row={row} last={last} />
    </div>
  ));
}
