import { useState } from 'react';
import type { Point, PointKind } from '../../../../shared/domain/model/minutes.ts';
import { pointKinds } from '../../../../shared/domain/model/minutes.ts';
import type { RecordEditor, SavedValue } from '../../../app/saving/useRecord.ts';
import { useRecord } from '../../../app/saving/useRecord.ts';
import { Button } from '../../../ui/Button.tsx';
import { CheckField, SelectField, TextField } from '../../../ui/Field.tsx';
import { useReview } from '../useReview.tsx';
import { AnswerFields } from './AnswerFields.tsx';
import { AudienceField } from './AudienceField.tsx';
import { RecordDate, orNothing, withField } from './fields.tsx';
import { FieldsBox } from './FieldsBox.tsx';
import { useOpened } from './opened.tsx';
import { PersonNameField } from './PersonNameField.tsx';
import { PointMore } from './PointMore.tsx';
import { SavingNote } from '../../../app/saving/SavingNote.tsx';
import { useChanges } from './useChanges.ts';
import { isVoice, kindNames } from './words.ts';

export type PointEditor = RecordEditor<SavedValue<'point:save'>>;
const kinds = pointKinds.map((value) => ({ value, name: kindNames[value] }));

function SourceFields({ editor }: { readonly editor: PointEditor }) {
  const { value, edit } = editor;
  const { source } = value;
  const change = (next: Partial<NonNullable<typeof source>>) => {
    const merged = { who: '', ...source, ...next };
    // Without a name there is no source to keep; the other words wait in their fields until there is one.
    edit(withField(value, 'source', merged.who.trim() === '' ? undefined : merged));
  };
  return (
    <div className="row">
      <PersonNameField
        label={isVoice({ kind: value.kind }) && value.kind !== 'observation' ? 'Told to' : 'From whom'}
        value={source?.who ?? ''}
        onChange={(who) => change({ who })}
      />
      {source && (
        <>
          <TextField label="How" value={source.how ?? ''} onChange={(how) => change({ how })} />
          <RecordDate
            label="On"
            value={source.on}
            onChange={(on) => edit(withField(value, 'source', withField(source, 'on', on)))}
            record={value.id}
            entity="point"
            field="source.on"
          />
          <CheckField
            label="Alone"
            isChecked={source.wasAlone === true}
            onChange={(wasAlone) => change({ wasAlone })}
          />
        </>
      )}
    </div>
  );
}

function ReadBackFields({ editor }: { readonly editor: PointEditor }) {
  const { value, edit } = editor;
  const [isChanging, setChanging] = useState(false);
  const kind = isChanging ? 'changed' : (value.readBack?.kind ?? '');
  const changedTo = value.readBack?.kind === 'changed' ? value.readBack.to : '';
  return (
    <div className="row">
      <SelectField
        label="Read back to the child"
        value={kind}
        choices={[
          { value: 'yes', name: 'Yes' },
          { value: 'changed', name: 'Yes, and changed' },
          { value: 'not-yet', name: 'Not yet' },
        ]}
        onChange={(next) => {
          // What it was changed to is kept with its words: nothing is put into the child's mouth meanwhile.
          setChanging(next === 'changed');
          if (next !== 'changed') edit({ ...value, readBack: { kind: next } });
        }}
      />
      {kind === 'changed' && (
        <TextField
          label="Changed to"
          value={changedTo}
          onChange={(to) => {
            if (to.trim() !== '') edit({ ...value, readBack: { kind: 'changed', to } });
          }}
        />
      )}
    </div>
  );
}

function Wording({ editor }: { readonly editor: PointEditor }) {
  const { value, edit } = editor;
  const isChild = isVoice({ kind: value.kind });
  return (
    <>
      <div className="row">
        <SelectField<PointKind>
          label="Kind"
          value={value.kind}
          choices={kinds}
          onChange={(kind) => edit({ ...value, kind })}
        />
        <TextField
          label="Short name"
          value={value.gist ?? ''}
          onChange={(gist) => edit(withField(value, 'gist', orNothing(gist)))}
          hint="For tables and cards"
        />
      </div>
      <TextField
        label={isChild ? 'The exact words, uncorrected' : 'In words'}
        value={value.words}
        onChange={(words) => edit({ ...value, words })}
        isLong
      />
    </>
  );
}

/** Everything about one point, in place; each change is kept as it is typed. */
export function PointFields({ point }: { readonly point: Point }) {
  const { versionOf, numbers } = useReview();
  const editor = useRecord('point:save', point.id, point, versionOf(point.id));
  const { close } = useOpened();
  const { remove } = useChanges();
  const { value, edit } = editor;
  const isChild = isVoice({ kind: value.kind });
  return (
    <FieldsBox label={`Fields of ${numbers[point.id] ?? 'this point'}`}>
      <Wording editor={editor} />
      <SourceFields editor={editor} />
      {isChild && value.kind !== 'observation' && <ReadBackFields editor={editor} />}
      <AnswerFields editor={editor} />
      <AudienceField
        value={value.audience}
        onChange={(audience) => edit(withField(value, 'audience', audience))}
      />
      <PointMore editor={editor} />
      <SavingNote editor={editor} />
      <div className="btns">
        <Button look="small" onClick={close}>
          Close
        </Button>
        <Button
          look="small"
          onClick={() => {
            void remove('point:remove', point.id, 'Point removed').then((isRemoved) => isRemoved && close());
          }}
        >
          Remove this point
        </Button>
      </div>
    </FieldsBox>
  );
}
