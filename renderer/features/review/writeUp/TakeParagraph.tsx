import { useEffect, useRef, useState } from 'react';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { useRead } from '../../../app/queries.ts';
import { counted } from '../../../app/words.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import type { Decision, Decisions, Offered } from './crossing.ts';
import { crossedWords, nextOpen, piecesOf, whyWords } from './crossing.ts';
import { FieldsBox } from './FieldsBox.tsx';
import type { Sibling } from './useSiblings.ts';
import { useTaking } from './useSiblings.ts';
import { partNames } from './words.ts';

type WordsProps = {
  readonly offered: Offered;
  readonly decisions: Decisions;
  readonly at: number | undefined;
};

/** The paragraph as it stands now: what waits, what is looked at, what was kept or replaced. */
function Words({ offered, decisions, at }: WordsProps) {
  return (
    <p className="read">
      {piecesOf(offered).map(({ words, mark }, place) => {
        const decision = mark === undefined ? undefined : decisions[mark];
        const state = mark === undefined ? undefined : decision ? 'looked' : mark === at ? 'here' : 'open';
        return (
          // oxlint-disable-next-line react/no-array-index-key -- pieces of one text, in their order
          <span key={place} className={state && `cross ${state}`}>
            {decision?.kind === 'replaced' ? decision.by : words}
          </span>
        );
      })}
    </p>
  );
}

type MarkProps = {
  readonly offered: Offered;
  readonly at: number;
  readonly onDecide: (decision: Decision) => void;
};

/** One mark: what it is, and what becomes of it. */
function OneMark({ offered, at, onDecide }: MarkProps) {
  const [by, setBy] = useState('');
  const keep = useRef<HTMLButtonElement>(null);
  const mark = offered.marks[at];
  useEffect(() => keep.current?.focus(), []);
  if (!mark) return null;
  const words = offered.words.slice(mark.start, mark.end);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (by.trim() !== '') onDecide({ kind: 'replaced', by: by.trim() });
      }}
    >
      <p>
        <Status kind="look">
          {at + 1} of {offered.marks.length}: “{words}”, {whyWords[mark.why]}
        </Status>
      </p>
      <div className="row">
        <Button ref={keep} look="small" onClick={() => onDecide({ kind: 'kept' })}>
          Keep “{words}”
        </Button>
        <TextField label={`Other words for “${words}”`} value={by} onChange={setBy} />
        <Button look="small" type="submit" disabled={by.trim() === ''}>
          Replace
        </Button>
      </div>
    </form>
  );
}

type LookProps = {
  readonly offered: Offered;
  readonly sibling: Sibling;
  readonly row: SectionRow;
  readonly onDone: () => void;
  readonly onBack: () => void;
};

/** Every mark is looked at before the words can be put in. */
function LookThrough({ offered, sibling, row, onDone, onBack }: LookProps) {
  const { child } = useReview();
  const [decisions, setDecisions] = useState<Decisions>(() => offered.marks.map(() => undefined));
  const [last, setLast] = useState(-1);
  const [isBusy, setBusy] = useState(false);
  const take = useTaking(row.key);
  const put = useRef<HTMLButtonElement>(null);
  const at = nextOpen(decisions, last);
  const words = crossedWords(offered, decisions);
  useEffect(() => {
    if (at === undefined) put.current?.focus();
  }, [at]);
  const decide = (decision: Decision) => {
    setDecisions(decisions.map((one, place) => (place === at ? decision : one)));
    if (at !== undefined) setLast(at);
  };
  const onPut = async () => {
    if (words === undefined || isBusy) return;
    setBusy(true);
    if (await take(sibling, offered, words)) onDone();
    else setBusy(false);
  };
  return (
    <>
      <Words offered={offered} decisions={decisions} at={at} />
      {at !== undefined && <OneMark key={at} offered={offered} at={at} onDecide={decide} />}
      <div className="btns">
        <Button ref={put} disabled={words === undefined || isBusy} onClick={() => void onPut()}>
          Put into {child.preferredName}’s record
        </Button>
        {last >= 0 && (
          <Button
            look="small"
            onClick={() => {
              setDecisions(offered.marks.map(() => undefined));
              setLast(-1);
            }}
          >
            Look again from the first
          </Button>
        )}
        <Button look="small" onClick={onBack}>
          Another paragraph
        </Button>
      </div>
    </>
  );
}

type ListProps = { readonly offered: readonly Offered[]; readonly onChoose: (offered: Offered) => void };

function ParagraphList({ offered, onChoose }: ListProps) {
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <ul className="choose paragraphs" aria-label="Which paragraph">
      {offered.map((one, place) => (
        <li key={`${one.textId} ${one.place}`}>
          <button type="button" ref={place === 0 ? first : undefined} onClick={() => onChoose(one)}>
            <span className="note">
              {partNames[one.part]}; {counted(one.marks.length, 'word')} to look at
            </span>
            <br />
            {one.words}
          </button>
        </li>
      ))}
    </ul>
  );
}

type Props = { readonly row: SectionRow; readonly sibling: Sibling; readonly onClose: () => void };

/** One paragraph of a brother's or sister's record, looked through word by word before it stands in this one. */
export function TakeParagraph({ row, sibling, onClose }: Props) {
  const { review } = useReview();
  const asked = { reviewId: review.id, fromReviewId: sibling.reviewId, section: row.key };
  const read = useRead('sibling:paragraphs', asked);
  const [chosen, setChosen] = useState<Offered>();
  const say = useSay();
  const { data, error } = read;
  const withheld = data?.withheld ?? 0;
  useEffect(() => {
    if (data) say(`${counted(data.paragraphs.length, 'paragraph')} of ${sibling.name}’s record`);
  }, [data, say, sibling.name]);
  return (
    <FieldsBox label={`From ${sibling.name}’s record`}>
      {error && <ErrorNote error={error.error} />}
      {data?.paragraphs.length === 0 && <p className="empty">Nothing of this section can be taken.</p>}
      {data && !chosen && <ParagraphList offered={data.paragraphs} onChoose={setChosen} />}
      {chosen && (
        <LookThrough
          offered={chosen}
          sibling={sibling}
          row={row}
          onDone={onClose}
          onBack={() => setChosen(undefined)}
        />
      )}
      {withheld > 0 && (
        <Status kind="private">
          {counted(withheld, 'paragraph')} of {sibling.name}’s record {withheld === 1 ? 'is' : 'are'} private,
          and not offered
        </Status>
      )}
      <div className="btns">
        <Button look="small" onClick={onClose}>
          Close
        </Button>
      </div>
    </FieldsBox>
  );
}
