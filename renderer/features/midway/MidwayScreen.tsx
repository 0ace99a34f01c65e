import { Link, useParams } from '@tanstack/react-router';
import { formatLongDate } from '../../../shared/domain/london.ts';
import { midwayRatings } from '../../../shared/domain/model/midway.ts';
import type { MidwayRating } from '../../../shared/domain/model/midway.ts';
import { useRead } from '../../app/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNote } from '../../ui/ErrorNote.tsx';
import { TextField } from '../../ui/Field.tsx';
import { PanelBoundary } from '../../ui/PanelBoundary.tsx';
import { Status } from '../../ui/Status.tsx';
import type { StatusKind } from '../../ui/Status.tsx';
import { orNothing, withField } from '../review/writeUp/fields.tsx';
import { SavingNote } from '../../app/saving/SavingNote.tsx';
import { ContactPart } from './ContactPart.tsx';
import { MidwayFoot } from './MidwayFoot.tsx';
import { NewsPart, VisitsPart } from './SincePart.tsx';
import { PromisesPart } from './PromisesPart.tsx';
import type { MidwayPart, MidwayView } from './midwayData.ts';
import { useMidway } from './midwayData.ts';
import '../../styles/midway.css';

const ratingStatus: Readonly<Record<MidwayRating, StatusKind>> = {
  'on-course': 'track',
  concern: 'look',
  'serious-concern': 'must',
};
const ratings = Object.entries(midwayRatings).map(([value, name]) => ({ value, name }));
const isRating = (value: string): value is MidwayRating => Object.hasOwn(midwayRatings, value);

function JudgementPart({ editor, isClosed }: MidwayPart) {
  const { value, edit } = editor;
  return (
    <section aria-labelledby="midway-judgement">
      <h2 id="midway-judgement">Is the plan on course?</h2>
      <fieldset className="plain form" disabled={isClosed}>
        <legend className="hide">Is the plan on course?</legend>
        <div className="btns values">
          {ratings.map((each) => (
            <Button
              key={each.value}
              look="small"
              aria-pressed={value.rating === each.value}
              onClick={() => isRating(each.value) && edit({ ...value, rating: each.value })}
            >
              {each.name}
            </Button>
          ))}
        </div>
        <TextField
          label="The next step"
          isLong
          hint="Who does what by when: it is read first"
          value={value.nextStep ?? ''}
          onChange={(words) => edit(withField(value, 'nextStep', orNothing(words)))}
        />
      </fieldset>
      <SavingNote editor={editor} />
    </section>
  );
}

function Head({ data }: { readonly data: MidwayView }) {
  const { check, preferredName, reviewNumber, heldOn } = data;
  const behind = `after review ${reviewNumber}${heldOn ? ` of ${formatLongDate(heldOn)}` : ''}`;
  return (
    <div className="midwaybar">
      <h1>
        <Link to="/children/$childId/$tab" params={{ childId: check.childId, tab: 'reviews' }}>
          {preferredName}
        </Link>
        : midway check
      </h1>
      <span className="note num">
        {formatLongDate(check.on)}, {behind}
      </span>
      <div className="standing">
        {check.rating && <Status kind={ratingStatus[check.rating]}>{midwayRatings[check.rating]}</Status>}
        {check.completedOn ? (
          <Status kind="done">Completed {formatLongDate(check.completedOn)}</Status>
        ) : (
          <Status kind="open">Not completed</Status>
        )}
      </div>
    </div>
  );
}

function Page({ data }: { readonly data: MidwayView }) {
  const part = useMidway(data);
  return (
    <div className="midway">
      <Head data={data} />
      {/* What scrolls must be reached by keyboard. */}
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex */}
      <div className="midwaybody">
        <section className="scroll" tabIndex={0} aria-labelledby="midway-promises">
          <PanelBoundary name="What was promised">
            <PromisesPart {...part} />
          </PanelBoundary>
        </section>
        <section className="scroll" tabIndex={0} aria-label="Contact, visits, news and the next step">
          <PanelBoundary name="The rest of the check">
            <ContactPart {...part} />
            <VisitsPart {...part} />
            <NewsPart {...part} />
            <JudgementPart {...part} />
            <MidwayFoot {...part} />
          </PanelBoundary>
        </section>
      </div>
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
    </div>
  );
}

/** A midway check on one screen: each open promise, contact, visits, what is new, the rating and the next step. */
export function MidwayScreen() {
  const { midwayId } = useParams({ from: '/midway/$midwayId' });
  const { data, error } = useRead('midway:get', { id: midwayId });
  if (error) return <ErrorNote error={error.error} />;
  return data ? <Page key={midwayId} data={data} /> : null;
}
