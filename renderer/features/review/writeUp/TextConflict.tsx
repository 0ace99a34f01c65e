import type { SectionText } from '../../../../shared/domain/model/minutes.ts';
import { plainText } from '../../../../shared/richText.ts';
import { ConflictPanel } from '../../../app/saving/ConflictPanel.tsx';
import { useSaving } from '../../../app/saving/useSaving.tsx';

/** Both texts in one, the stored one first. */
export function bothTexts(stored: SectionText, typed: SectionText): SectionText {
  return { ...typed, body: { type: 'doc', content: [...stored.body.content, ...typed.body.content] } };
}

/** A text changed in two places: both are shown, and nothing is saved until one is chosen. */
export function TextConflict({ slot }: { readonly slot: string }) {
  const saving = useSaving();
  const state = saving.stateOf(slot);
  if (state.kind !== 'conflict') return null;
  return (
    <ConflictPanel<SectionText>
      conflict={state.conflict}
      textOf={({ body }) => plainText(body)}
      both={bothTexts}
      onResolve={(value) => saving.resolve(slot, value)}
    />
  );
}
