import { useState } from 'react';
import { call } from '../../../app/calls.ts';
import { Button } from '../../../ui/Button.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { Status } from '../../../ui/Status.tsx';
import { ageAtReview } from '../../../../shared/domain/reviews.ts';
import { countWords } from '../../../editor/words.ts';
import { useReview } from '../useReview.tsx';
import { RequiredField, orNothing, withField } from './fields.tsx';
import { letterLength, wordsOfLetter } from './letterLength.ts';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';
import { useUndo } from '../../../app/undoLine.tsx';
import type { ReviewEditor } from './useReviewRecord.ts';
import { useReviewRecord } from './useReviewRecord.ts';

type Letter = NonNullable<ReviewEditor['value']['letter']>;
type LetterProps = { readonly letter: Letter; readonly set: (next: Letter) => void };

/** Starts the letter from asks, answers and decisions already written. */
function StartLetter({ editor }: { readonly editor: ReviewEditor }) {
  const { review, child } = useReview();
  const undo = useUndo();
  const [isBusy, setBusy] = useState(false);
  const start = async () => {
    setBusy(true);
    try {
      const letter = await call('letter:draft', { id: review.id });
      editor.edit({ ...editor.value, letter });
    } catch (cause) {
      undo.failed(cause);
    }
    setBusy(false);
  };
  return (
    <Button disabled={isBusy} onClick={() => void start()}>
      {editor.value.letter
        ? 'Draft it again from what is written'
        : `Draft a letter to ${child.preferredName}`}
    </Button>
  );
}

function Cards({ letter, set }: LetterProps) {
  const change = (place: number, next: Letter['cards'][number] | undefined) =>
    set({ ...letter, cards: letter.cards.flatMap((was, at) => (at === place ? (next ?? []) : [was])) });
  return letter.cards.map((card, place) => (
    // oxlint-disable-next-line react/no-array-index-key -- cards keep their places; two may be of one point
    <div key={place} className="form letter-card">
      <RequiredField
        label={`Card ${place + 1}`}
        value={card.heading}
        onChange={(heading) => change(place, { ...card, heading })}
      />
      <TextField
        label={`Text of card ${place + 1}`}
        value={card.text}
        onChange={(text) => change(place, { ...card, text })}
        isLong
      />
      <Button look="small" onClick={() => change(place, undefined)}>
        Remove card {place + 1}
      </Button>
    </div>
  ));
}

function Body({ letter, set }: LetterProps) {
  return (
    <>
      <section className="blk">
        <h3>Proud of</h3>
        <div className="body in form">
          <TextField
            label="It begins with something they are proud of"
            value={letter.proudOf}
            onChange={(proudOf) => set({ ...letter, proudOf })}
            isLong
          />
        </div>
      </section>
      <section className="blk">
        <h3>Asked, answered</h3>
        <div className="body in">
          <Cards letter={letter} set={set} />
        </div>
      </section>
      <section className="blk">
        <h3>To mend</h3>
        <div className="body in form">
          {letter.toMend.map((words, place) => (
            <TextField
              // oxlint-disable-next-line react/no-array-index-key -- passages have no ids, and keep their places
              key={place}
              label={`What we did not keep, ${place + 1}`}
              value={words}
              onChange={(next) =>
                set({ ...letter, toMend: letter.toMend.map((was, at) => (at === place ? next : was)) })
              }
              isLong
            />
          ))}
          <TextField
            label="What stays the same"
            value={letter.staysTheSame ?? ''}
            onChange={(words) => set(withField(letter, 'staysTheSame', orNothing(words)))}
          />
          <TextField
            label="When we speak again"
            value={letter.whenWeSpeak}
            onChange={(whenWeSpeak) => set({ ...letter, whenWeSpeak })}
            isLong
          />
        </div>
      </section>
    </>
  );
}

/** The child's letter: drafted from what is written, then the officer's own. */
export function LetterPart() {
  const { record, review, today, findings } = useReview();
  const editor = useReviewRecord();
  const { letter } = editor.value;
  const age = ageAtReview(record, review, today);
  const { least, most } = letterLength(age);
  const count = letter ? countWords(wordsOfLetter(letter)) : 0;
  const hard = findings.filter(({ code }) => code.startsWith('letter'));
  return (
    <>
      {letter && <Body letter={letter} set={(next) => editor.edit({ ...editor.value, letter: next })} />}
      <section className="blk">
        <h3>{letter ? 'Length' : 'Letter'}</h3>
        <div className="body in form">
          {letter && (
            <Status kind={count < least || count > most ? 'look' : 'settled'}>
              {count} words; at {age} it wants {least} to {most}
            </Status>
          )}
          {hard.map((finding) => (
            <div key={`${finding.code} ${finding.what}`}>
              <Status kind="look">{finding.what}</Status>
              {(finding.sentences ?? []).map((words) => (
                <p className="note" key={words}>
                  {words}
                </p>
              ))}
            </div>
          ))}
          <SavingNote editor={editor} />
          <div className="btns">
            <StartLetter editor={editor} />
          </div>
        </div>
      </section>
    </>
  );
}
