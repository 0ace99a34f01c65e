import type { SectionText } from '../../../../shared/domain/model/minutes.ts';
import type { RichText } from '../../../../shared/richText.ts';
import { plainText } from '../../../../shared/richText.ts';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { Button } from '../../../ui/Button.tsx';
import { Status } from '../../../ui/Status.tsx';

/** Both texts in one, the first above the second. */
export function bothTexts(mine: RichText, theirs: RichText): RichText {
  return { type: 'doc', content: [...mine.content, ...theirs.content] };
}

/** A text changed in two places: both are shown, and nothing is saved until one is chosen. */
export function TextConflict({ slot }: { readonly slot: string }) {
  const saving = useSaving();
  const state = saving.stateOf(slot);
  if (state.kind !== 'conflict') return null;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the slot of a text holds texts
  const [mine, theirs] = [state.conflict.mine as SectionText, state.conflict.theirs as SectionText];
  const keep = (body: RichText) => saving.resolve(slot, { ...mine, body });
  return (
    <div role="alert" className="stopb">
      <Status kind="must">This text was changed in two places. Both are kept: choose.</Status>
      <p className="sub">First: what is on this screen</p>
      <p className="read unheld">{plainText(mine.body)}</p>
      <p className="sub">Second: what is saved</p>
      <p className="read unheld">{plainText(theirs.body)}</p>
      <div className="btns">
        <Button look="small" onClick={() => keep(bothTexts(mine.body, theirs.body))}>
          Keep both
        </Button>
        <Button look="small" onClick={() => keep(mine.body)}>
          Keep first
        </Button>
        <Button look="small" onClick={() => keep(theirs.body)}>
          Keep second
        </Button>
      </div>
    </div>
  );
}
