import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';
import type { GivenEnding } from '../../../../shared/domain/model/minutes.ts';
import type { SectionRow } from '../../../../shared/domain/model/sections.ts';
import { sectionsThatAlwaysApply } from '../../../../shared/domain/model/sections.ts';
import { endingOf } from '../../../../shared/domain/endings.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorNote } from '../../../ui/ErrorNote.tsx';
import { TextField } from '../../../ui/Field.tsx';
import { Status } from '../../../ui/Status.tsx';
import { useReview } from '../useReview.tsx';
import { RecordDate, orNothing, withField } from './fields.tsx';
import { isTyping } from '../../../app/typing.ts';
import { useEnding } from './useEnding.ts';

const keys = [
  { kind: 'no-change', key: 'C', name: 'No change, checked' },
  { kind: 'not-discussed', key: 'O', name: 'Not discussed because' },
  { kind: 'does-not-apply', key: 'X', name: 'Does not apply because' },
] as const;
type Kind = GivenEnding['kind'];

function begun(kind: Kind, on: GivenEnding & { kind: 'no-change' }): GivenEnding {
  if (kind === 'no-change') return on;
  return kind === 'not-discussed' ? { kind, because: '' } : { kind, because: '' };
}

type Editing = ReturnType<typeof useEnding>;

function EndingWords({
  ending,
  editing,
  id,
}: {
  readonly ending: GivenEnding;
  readonly editing: Editing;
  readonly id: string;
}) {
  const { edit } = editing;
  if (ending.kind === 'no-change') {
    return (
      <div className="row">
        <TextField
          label="No change: checked with"
          value={ending.checkedWith}
          onChange={(checkedWith) => edit({ ...ending, checkedWith })}
        />
        <RecordDate
          label="On"
          value={ending.on}
          onChange={(on) => edit(withField(ending, 'on', on))}
          record={id}
          entity="section"
          field="ending.on"
        />
      </div>
    );
  }
  return (
    <div className="row">
      <TextField
        label={ending.kind === 'not-discussed' ? 'Not discussed because' : 'Does not apply because'}
        value={ending.because}
        onChange={(because) => edit({ ...ending, because })}
      />
      {ending.kind === 'not-discussed' && (
        <>
          <TextField
            label="Who covers it"
            value={ending.who ?? ''}
            onChange={(who) => edit(withField(ending, 'who', orNothing(who)))}
          />
          <RecordDate
            label="By when"
            value={ending.by}
            onChange={(by) => edit(withField(ending, 'by', by))}
            record={id}
            entity="section"
            field="ending.by"
          />
        </>
      )}
    </div>
  );
}

/** C, O or X anywhere in the section, while nobody types, gives its ending. */
function useEndingKeys(
  block: RefObject<HTMLElement | null>,
  choices: readonly (typeof keys)[number][],
  give: (kind: Kind) => void,
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : undefined;
      if (!target || isTyping(target) || target.closest('.makings') !== null) return;
      if (block.current?.closest('.sec')?.contains(target) !== true) return;
      const choice = choices.find(({ key }) => key === event.key.toUpperCase());
      if (!choice) return;
      event.preventDefault();
      give(choice.kind);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [block, choices, give]);
}

/** How a section ends where its content does not show it: one key, and its words. */
export function Ending({ row }: { readonly row: SectionRow }) {
  const { record, review, isEditable, today } = useReview();
  const editing = useEnding(row.key);
  const block = useRef<HTMLElement>(null);
  const derived = endingOf(record, review.id, row.key);
  const choices = keys.filter(
    ({ kind }) => kind !== 'does-not-apply' || !sectionsThatAlwaysApply.includes(row.key),
  );
  const give = (kind: Kind) => {
    const name = choices.find((choice) => choice.kind === kind)?.name ?? '';
    void editing.give(
      begun(kind, { kind: 'no-change', checkedWith: '', on: today }),
      `Ending of ${row.heading}: ${name.toLowerCase()}`,
    );
    // The words are asked for at once: an ending without them is not one.
    requestAnimationFrame(() => block.current?.querySelector('input')?.focus());
  };
  useEndingKeys(block, choices, give);
  if (derived?.kind === 'discussed' || !row.takesEnding) return null;
  const { ending } = editing;
  return (
    <section className="blk" ref={block} aria-label={`Ending of ${row.heading}`}>
      <h3>Ending</h3>
      <div className="body in form">
        {ending && <EndingWords ending={ending} editing={editing} id={`${review.id}.${row.key}`} />}
        {!ending && <Status kind="part">None yet. Write what was discussed, or press one key:</Status>}
        {isEditable('narrative') && (
          <div className="btns endings">
            {choices.map(({ kind, key, name }) => (
              <Button key={kind} look="small" aria-pressed={ending?.kind === kind} onClick={() => give(kind)}>
                <span className="key" aria-hidden="true">
                  {key}
                </span>
                {name}
              </Button>
            ))}
            {ending && (
              <Button look="small" onClick={() => void editing.give(undefined, `${row.heading}: no ending`)}>
                No ending
              </Button>
            )}
          </div>
        )}
        {editing.state.kind === 'not-saved' && <ErrorNote error={editing.state.error} />}
      </div>
    </section>
  );
}
