import { useState } from 'react';
import type { Letter, Review } from '../../../../shared/domain/model/review.ts';
import type { AppError } from '../../../../shared/domain/result.ts';
import { call, failureOf } from '../../../app/calls.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { LetterCheck } from './LetterCheck.tsx';

type EditProps = { readonly letter: Letter; readonly onEdit: (letter: Letter) => void };

function Cards({ letter, onEdit }: EditProps) {
  const edit = (place: number, card: Letter['cards'][number]) =>
    onEdit({ ...letter, cards: letter.cards.map((each, index) => (index === place ? card : each)) });
  return letter.cards.map((card, index) => (
    // oxlint-disable-next-line react/no-array-index-key -- the cards of a letter are known by their place
    <fieldset key={index} className="letter-card">
      <legend>Card {index + 1}</legend>
      <TextField
        label="Heading"
        value={card.heading}
        onChange={(heading) => edit(index, { ...card, heading })}
      />
      <TextField label="Words" value={card.text} isLong onChange={(text) => edit(index, { ...card, text })} />
      <div className="btns">
        <Button
          look="link"
          aria-label={`Leave out card ${index + 1}: ${card.heading}`}
          onClick={() => onEdit({ ...letter, cards: letter.cards.filter((_, place) => place !== index) })}
        >
          Leave out this card
        </Button>
      </div>
    </fieldset>
  ));
}

/** The parts of the letter in the order in which the child reads them. */
function LetterFields({ letter, onEdit }: EditProps) {
  return (
    <div className="form">
      <TextField
        label="What they are proud of"
        value={letter.proudOf}
        isLong
        onChange={(proudOf) => onEdit({ ...letter, proudOf })}
      />
      <Cards letter={letter} onEdit={onEdit} />
      <TextField
        label="What we must mend"
        hint="One paragraph for each promise, with an empty line between"
        value={letter.toMend.join('\n\n')}
        isLong
        onChange={(text) => onEdit({ ...letter, toMend: text === '' ? [] : text.split('\n\n') })}
      />
      <TextField
        label="What stays the same"
        value={letter.staysTheSame ?? ''}
        isLong
        onChange={(staysTheSame) => onEdit({ ...letter, staysTheSame })}
      />
      <TextField
        label="When we speak next"
        value={letter.whenWeSpeak}
        isLong
        onChange={(whenWeSpeak) => onEdit({ ...letter, whenWeSpeak })}
      />
    </div>
  );
}

/** Nothing yet: the letter begins with a draft out of what is already written. */
function NotWritten({
  onDraft,
  why,
}: {
  readonly onDraft: (letter: Letter) => void;
  readonly why: string | undefined;
}) {
  const { review } = useReview();
  const [error, setError] = useState<AppError>();
  const draft = async () => {
    try {
      const { cards, toMend, ...rest } = await call('letter:draft', { id: review.id });
      onDraft({ ...rest, cards: cards.map((card) => ({ ...card })), toMend: [...toMend] });
    } catch (cause) {
      setError(failureOf(cause));
    }
  };
  return (
    <>
      <p className="empty">
        {why ?? 'The letter is not written yet. It begins with what is already written.'}
      </p>
      {why === undefined && <Button onClick={() => void draft()}>Start from its draft</Button>}
      {error && <ErrorNote error={error} />}
    </>
  );
}

/** The child's letter: how it reads for this child, and its words while the record is open. */
export function LetterPane() {
  const { review, versionOf, whyNot } = useReview();
  const { value, edit } = useRecord('review:save', review.id, review, versionOf(review.id));
  const why = whyNot('narrative');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same values, which the contract marks as nobody's to change
  const letter = (value as Review).letter;
  const write = (next: Letter) => edit({ ...value, letter: next });
  if (letter === undefined) {
    const frozen = why === undefined ? undefined : 'This record was finalised without a letter.';
    return <NotWritten onDraft={write} why={frozen} />;
  }
  return (
    <>
      <LetterCheck letter={letter} />
      {why === undefined && <LetterFields letter={letter} onEdit={write} />}
    </>
  );
}
