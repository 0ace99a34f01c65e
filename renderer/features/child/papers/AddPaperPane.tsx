import { useState } from 'react';
import type { Input } from '../../../../shared/contract.ts';
import type { IsoDate } from '../../../../shared/domain/dates.ts';
import { keysOf } from '../../../../shared/domain/keysOf.ts';
import type { AppError } from '../../../../shared/domain/result.ts';
import { host } from '../../../bridge.ts';
import { newId } from '../../../app/ids.ts';
import { useChange } from '../../../app/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { DateField } from '../../../ui/DateField.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { SelectField, TextField } from '../../../ui/Field.tsx';
import { useSay } from '../../../ui/LiveRegion.tsx';
import type { ChildData, ChildView } from '../childData.ts';
import { Pane, usePanes } from '../panes.tsx';
import { mediaTypeOf, paperExtensions, paperNames, titleOf } from '../../../papers/paperKinds.ts';

type Kind = ChildView['papers'][number]['kind'];
type File = { readonly name: string; readonly content: string };

type Typed = {
  readonly kind: Kind;
  readonly title: string;
  readonly receivedOn: IsoDate | undefined;
  readonly dueOn: IsoDate | undefined;
  readonly from: string;
  readonly reviewId: string;
};

const kinds = keysOf(paperNames).map((value) => ({ value, name: paperNames[value] }));

/** Asks the system for a file; what cannot be read here is refused with what can. */
function useFile() {
  const [file, setFile] = useState<File>();
  const [error, setError] = useState<AppError>();
  const choose = async (): Promise<File | undefined> => {
    const accept = [{ name: 'PDF, Word or picture', extensions: paperExtensions }];
    const chosen = await host('host:openFile', { title: 'A paper that came in', accept });
    setError(undefined);
    if (!chosen.ok) {
      if (chosen.error.code !== 'cancelled') setError(chosen.error);
      return undefined;
    }
    const [first] = chosen.value.files;
    if (!first) return undefined;
    if (mediaTypeOf(first.name) === undefined) {
      setError({ code: 'invalid-input', message: 'Choose a PDF, a Word file (.docx) or a picture.' });
      return undefined;
    }
    setFile(first);
    return first;
  };
  return { file, error, choose };
}

/** The paper as it is kept; undefined while something is missing. */
function paperOf(typed: Typed, file: File | undefined, childId: string): Input<'paper:add'> | undefined {
  if (file === undefined || typed.title.trim() === '' || typed.receivedOn === undefined) return undefined;
  const mediaType = mediaTypeOf(file.name);
  const paper = {
    id: newId(),
    childId,
    kind: typed.kind,
    title: typed.title,
    receivedOn: typed.receivedOn,
    ...(typed.dueOn && { dueOn: typed.dueOn }),
    ...(typed.from !== 'none' && { fromPersonId: typed.from }),
    ...(typed.reviewId !== 'none' && { reviewId: typed.reviewId }),
    ...(mediaType !== undefined && { mediaType }),
  };
  return { paper, content: file.content };
}

type FieldsProps = {
  readonly typed: Typed;
  readonly set: (part: Partial<Typed>) => void;
  readonly data: ChildData;
};

function PaperFields({ typed, set, data }: FieldsProps) {
  const { today, view, overview } = data;
  const none = { value: 'none', name: 'Not entered' };
  return (
    <>
      <TextField label="Title" value={typed.title} onChange={(title) => set({ title })} />
      <SelectField label="What it is" value={typed.kind} choices={kinds} onChange={(kind) => set({ kind })} />
      <div className="row">
        <DateField
          label="Received"
          value={typed.receivedOn}
          today={today}
          onChange={(receivedOn) => set({ receivedOn })}
        />
        <DateField
          label="Was due, if a day was agreed"
          value={typed.dueOn}
          today={today}
          onChange={(dueOn) => set({ dueOn })}
        />
      </div>
      <SelectField
        label="From"
        value={typed.from}
        choices={[none, ...view.people.map(({ id, name }) => ({ value: id as string, name }))]}
        onChange={(from) => set({ from })}
      />
      <SelectField
        label="For review"
        value={typed.reviewId}
        choices={[
          none,
          ...overview.reviews
            .filter(({ stage }) => stage !== 'before-store')
            .map(({ id, number }) => ({ value: id as string, name: `Review ${number}` }))
            .toReversed(),
        ]}
        onChange={(reviewId) => set({ reviewId })}
      />
    </>
  );
}

function AddPaper({ data }: { readonly data: ChildData }) {
  const { file, error, choose } = useFile();
  const newest = data.overview.reviews.findLast(({ stage }) => stage === 'prepared' || stage === 'held');
  const [typed, setTyped] = useState<Typed>({
    kind: 'worker-report',
    title: '',
    receivedOn: data.today,
    dueOn: undefined,
    from: 'none',
    reviewId: newest?.id ?? 'none',
  });
  const add = useChange('paper:add');
  const panes = usePanes();
  const say = useSay();
  const set = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const pick = async () => {
    const chosen = await choose();
    if (chosen && typed.title.trim() === '') set({ title: titleOf(chosen.name) });
  };
  const made = paperOf(typed, file, data.view.child.id);
  const keep = () => {
    if (!made) return;
    const onSuccess = () => {
      say('Kept, encrypted');
      panes.open({ kind: 'paper', id: made.paper.id });
    };
    add.mutate(made, { onSuccess });
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <div className="row">
        <Button icon="upload" onClick={() => void pick()}>
          {file ? 'Choose another file' : 'Choose a file'}
        </Button>
        <span className="note">
          {file ? file.name : 'A PDF, a Word file or a photograph. A copy is kept here, encrypted.'}
        </span>
      </div>
      {error && <ErrorNote error={error} />}
      <PaperFields typed={typed} set={set} data={data} />
      {add.error && <ErrorNote error={add.error.error} />}
      <div className="btns">
        <Button type="submit" disabled={!made || add.isPending}>
          Keep the paper
        </Button>
        <Button look="link" onClick={panes.close}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

/** A paper that came in: chosen, stamped received, and kept encrypted. */
export function AddPaperPane({ data }: { readonly data: ChildData }) {
  return (
    <Pane title="Add a paper">
      <AddPaper data={data} />
    </Pane>
  );
}
