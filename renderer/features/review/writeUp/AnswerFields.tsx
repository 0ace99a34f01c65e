import { SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { RecordDate, orNothing, withField } from './fields.tsx';
import { PersonNameField } from './PersonNameField.tsx';
import type { PointEditor } from './PointFields.tsx';
import { needsAnswer } from './words.ts';

type Props = { readonly editor: PointEditor };

function OwnAnswerFields({ editor }: Props) {
  const { value, edit } = editor;
  const { answer } = value;
  return (
    <div className="row" data-own-answer>
      <SelectField
        label="Answer, where no decision gives it"
        value={answer?.kind ?? 'none'}
        choices={[
          { value: 'none', name: 'A decision, or none yet' },
          { value: 'in-hand', name: 'Already in hand' },
          { value: 'no-action', name: 'No action because' },
        ]}
        onChange={(kind) => {
          if (kind === 'none') edit(withField(value, 'answer', undefined));
          else if (kind === 'in-hand') edit({ ...value, answer: { kind, what: '', who: '' } });
          else edit({ ...value, answer: { kind, because: '' } });
        }}
      />
      {answer?.kind === 'in-hand' && (
        <>
          <TextField
            label="What"
            value={answer.what}
            onChange={(what) => edit({ ...value, answer: { ...answer, what } })}
          />
          <PersonNameField
            label="Who"
            value={answer.who}
            onChange={(who) => edit({ ...value, answer: { ...answer, who } })}
          />
          <RecordDate
            label="Since"
            value={answer.since}
            onChange={(since) => edit({ ...value, answer: withField(answer, 'since', since) })}
            record={value.id}
            entity="point"
            field="answer.since"
          />
        </>
      )}
      {answer?.kind === 'no-action' && (
        <TextField
          label="Because"
          value={answer.because}
          onChange={(because) => edit({ ...value, answer: { kind: 'no-action', because } })}
        />
      )}
    </div>
  );
}

function OutcomeFields({ editor }: Props) {
  const { value, edit } = editor;
  const { outcome } = value;
  return (
    <div className="row">
      <SelectField
        label="What became of the wish"
        value={outcome?.result ?? ''}
        choices={[
          { value: 'agreed', name: 'Agreed' },
          { value: 'partly', name: 'Agreed in part' },
          { value: 'not-agreed', name: 'Not agreed' },
          { value: 'referred-on', name: 'Referred on' },
        ]}
        onChange={(result) => edit({ ...value, outcome: { ...outcome, result } })}
      />
      {outcome && (
        <TextField
          label="Why, in plain words"
          value={outcome.because ?? ''}
          onChange={(because) =>
            edit({ ...value, outcome: withField(outcome, 'because', orNothing(because)) })
          }
        />
      )}
    </div>
  );
}

function TellingDay({ editor }: Props) {
  const { value, edit } = editor;
  const { telling } = value;
  const shared = { record: value.id, entity: 'point' } as const;
  if (telling?.kind === 'told') {
    return (
      <RecordDate
        {...shared}
        label="On"
        value={telling.on}
        onChange={(on) => edit({ ...value, telling: withField(telling, 'on', on) })}
        field="telling.on"
      />
    );
  }
  if (telling?.kind !== 'will-be-told') return null;
  return (
    <RecordDate
      {...shared}
      label="By when"
      value={telling.due}
      onChange={(due) => edit({ ...value, telling: withField(telling, 'due', due) })}
      field="telling.due"
    />
  );
}

function TellingFields({ editor }: Props) {
  const { value, edit } = editor;
  const { child, today, officer } = useReview();
  const { telling } = value;
  const toldNow = { kind: 'told', by: officer.name, on: today } as const;
  return (
    <div className="row">
      <SelectField
        label={`How ${child.preferredName} hears the answer`}
        value={telling?.kind ?? ''}
        choices={[
          { value: 'told', name: 'Told at the review' },
          { value: 'will-be-told', name: 'Will be told' },
          { value: 'in-letter', name: 'In the letter' },
          { value: 'not-safe', name: 'Not safe because' },
        ]}
        onChange={(kind) => {
          if (kind === 'told') edit({ ...value, telling: toldNow });
          else if (kind === 'will-be-told') edit({ ...value, telling: { kind, by: '' } });
          else if (kind === 'in-letter') edit({ ...value, telling: { kind } });
          else edit({ ...value, telling: { kind, because: '' } });
        }}
      />
      {(telling?.kind === 'told' || telling?.kind === 'will-be-told') && (
        <PersonNameField
          label="By whom"
          value={telling.by ?? ''}
          onChange={(by) => edit({ ...value, telling: { ...telling, by } })}
        />
      )}
      <TellingDay editor={editor} />
      {telling?.kind === 'told' && (
        <TextField
          label="What they said to it"
          value={telling.reaction ?? ''}
          onChange={(reaction) =>
            edit({ ...value, telling: withField(telling, 'reaction', orNothing(reaction)) })
          }
        />
      )}
      {telling?.kind === 'not-safe' && (
        <TextField
          label="Not safe because"
          value={telling.because}
          onChange={(because) => edit({ ...value, telling: { kind: 'not-safe', because } })}
        />
      )}
    </div>
  );
}

/** The answer of a point that needs one; for a wish what became of it; for the child's words how the child hears. */
export function AnswerFields({ editor }: Props) {
  const { kind } = editor.value;
  if (!needsAnswer({ kind })) return null;
  const isAsked = kind === 'wish' || kind === 'worry' || kind === 'question';
  return (
    <>
      <OwnAnswerFields editor={editor} />
      {kind === 'wish' && <OutcomeFields editor={editor} />}
      {isAsked && <TellingFields editor={editor} />}
    </>
  );
}
