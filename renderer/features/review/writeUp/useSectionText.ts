import type { Editor } from '@tiptap/core';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { textIdOf } from '../../../../shared/caseFileRecord.ts';
import type { Input } from '../../../../shared/contract.ts';
import type { SectionText, TextPart } from '../../../../shared/domain/model/minutes.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import type { RichText } from '../../../../shared/richText.ts';
import { emptyRichText, withoutAnchor } from '../../../../shared/richText.ts';
import { invoke } from '../../../bridge.ts';
import { call } from '../../../app/calls.ts';
import { newId } from '../../../app/ids.ts';
import { readAgain } from '../../../app/queries.ts';
import type { SaveResult } from '../../../app/saving/slot.ts';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { recordKey } from '../../../app/saving/useRecord.ts';
import { useReview } from '../useReview.tsx';
import { unanchor } from './marking.ts';

type NewPoint = {
  readonly point: Input<'point:make'>['point'];
  /** Told once the core has it, with the way back. */
  readonly onMade: (undo: string | undefined) => void;
};

/** Points made of a text's words that the core does not have yet, by the text's key; they go with its next save. */
const unmade = new Map<string, NewPoint[]>();

function holdsText(current: unknown): boolean {
  return (
    typeof current === 'object' &&
    current !== null &&
    'value' in current &&
    typeof current.value === 'object' &&
    current.value !== null &&
    'body' in current.value
  );
}

/** Saves a text; with the point that was made of its words, if one waits, in one call. */
async function send(
  key: string,
  value: SectionText,
  baseVersion: number,
  requestId: string,
): Promise<SaveResult> {
  const [made, ...others] = unmade.get(key) ?? [];
  if (!made) return invoke('text:save', { value, baseVersion }, requestId);
  const { point, onMade } = made;
  const result = await invoke('point:make', { point, text: { value, baseVersion } }, requestId);
  if (!result.ok && (result.error.code !== 'conflict' || holdsText(result.error.current))) return result;
  unmade.set(key, others);
  onMade(result.ok ? result.value.point.undo : undefined);
  void readAgain();
  // The point was there already (an answer that never came back): its text still has to go.
  if (!result.ok || !result.value.text) return invoke('text:save', { value, baseVersion }, newId());
  return { ok: true, value: { version: result.value.text.version } };
}

/** Five idle minutes settle a text: one row in its history for all that was typed since. */
const idleMs = 5 * 60_000;

function useSettling(id: string) {
  const saving = useSaving();
  const isDirty = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const settle = useCallback(async () => {
    clearTimeout(timer.current);
    if (!isDirty.current) return;
    isDirty.current = false;
    if (!(await saving.flushAll())) return;
    await call('text:settle', { ids: [id] }).catch(() => undefined);
    await readAgain();
  }, [id, saving]);
  const touched = useCallback(() => {
    isDirty.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void settle(), idleMs);
  }, [settle]);
  useEffect(() => () => void settle(), [settle]);
  return { settle, touched };
}

type Keep = (change: (was: SectionText | undefined) => Pick<SectionText, 'body' | 'audience'>) => void;

/** How points come to a text, and go from it. */
function usePoints(key: string, keep: Keep) {
  /** Before the words are anchored: the point is kept together with the save that carries its anchor. */
  const addPoint = useCallback(
    (value: NewPoint['point']['value'], onMade: NewPoint['onMade']) => {
      unmade.set(key, [...(unmade.get(key) ?? []), { point: { value, baseVersion: 0 }, onMade }]);
    },
    [key],
  );
  /** Makes the words of a point that was taken back plain again, in the open editor or in what is kept. */
  const removeAnchor = useCallback(
    (editor: Editor, pointId: string) => {
      // In the text itself where it is still open: the caret stays where it is.
      if (!editor.isDestroyed) return unanchor(editor, pointId);
      return keep((was) => ({
        body: withoutAnchor(was?.body ?? emptyRichText, pointId),
        audience: was?.audience,
      }));
    },
    [keep],
  );
  return { addPoint, removeAnchor };
}

/** One rich text of this review: what to show, and how what is typed reaches the store. */
export function useSectionText(section: SectionKey, part: TextPart) {
  const { view, versionOf } = useReview();
  const saving = useSaving();
  const { id: reviewId, childId } = view.review;
  const id = textIdOf(reviewId, section, part);
  const key = recordKey('text:save', id);
  const version = versionOf(id);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read only
  const stored = view.texts.find((text) => text.id === id) as SectionText | undefined;
  const stateKind = useSyncExternalStore(saving.subscribe, () => saving.stateOf(key).kind);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this hook puts values under this key
  const newer = saving.newerThan(key, version) as SectionText | undefined;
  const { settle, touched } = useSettling(id);
  const keep = useCallback(
    (change: (was: SectionText | undefined) => Pick<SectionText, 'body' | 'audience'>) => {
      // Read at this moment: a limit that was just set must not go with the next letter typed.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this hook puts values under this key
      const was = (saving.newerThan(key, version) as SectionText | undefined) ?? stored;
      const { body, audience } = change(was);
      const value: SectionText = {
        id,
        childId,
        reviewId,
        section,
        part,
        body,
        ...(audience && { audience }),
      };
      saving.open<SectionText>(key, version, (text, base, requestId) => send(key, text, base, requestId));
      saving.edit(key, value);
      touched();
    },
    [childId, id, key, part, reviewId, saving, section, stored, touched, version],
  );
  const edit = useCallback((body: RichText) => keep((was) => ({ body, audience: was?.audience })), [keep]);
  /** Who may have the whole text; single points carry their own. */
  const limit = useCallback(
    (audience: SectionText['audience']) => keep((was) => ({ body: was?.body ?? emptyRichText, audience })),
    [keep],
  );
  const { addPoint, removeAnchor } = usePoints(key, keep);
  return {
    id,
    key,
    version,
    stateKind,
    body: (newer ?? stored)?.body ?? emptyRichText,
    audience: (newer ?? stored)?.audience,
    edit,
    limit,
    settle,
    addPoint,
    removeAnchor,
  };
}
export type SectionTextEditing = ReturnType<typeof useSectionText>;
