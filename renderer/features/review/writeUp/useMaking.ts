import type { Editor } from '@tiptap/core';
import { useCallback, useMemo } from 'react';
import { newId } from '../../../app/ids.ts';
import { call } from '../../../app/calls.ts';
import { readAgain } from '../../../app/queries.ts';
import type { SaveChannel } from '../../../app/saving/useRecord.ts';
import { recordKey } from '../../../app/saving/useRecord.ts';
import { useSaving } from '../../../app/saving/useSaving.tsx';
import { ActionId, DecisionId } from '../../../../shared/domain/ids.ts';
import type { PointKind } from '../../../../shared/domain/model/minutes.ts';
import type { Action, Decision } from '../../../../shared/domain/model/plan.ts';
import type { SectionKey } from '../../../../shared/domain/model/sections.ts';
import { decisionsInOrder } from '../../../../shared/domain/promises.ts';
import { selectedWords } from '../../../editor/words.ts';
import type { ReviewData } from '../useReview.tsx';
import { useReview } from '../useReview.tsx';
import type { Making } from './makings.ts';
import { anchorSelection, newPoint, pointsAtSelection, selectSentence } from './marking.ts';
import { sectionOfPlan } from './place.ts';
import { goTo, useOpened } from './opened.tsx';
import { useUndo } from '../../../app/undoLine.tsx';
import { beginningOf, withArticle } from '../../../app/words.ts';
import type { WritingPlace } from './selection.tsx';

/** A decision that was just made of words; its theme follows the section, and can be changed. */
export function newDecision(
  { review, view }: Pick<ReviewData, 'review' | 'view'>,
  section: SectionKey,
  wording: string,
  pointIds: Decision['pointIds'],
): Decision {
  const theme = section === 'risk-and-safety' ? 'safety' : section === 'permanence' ? 'permanence' : 'rest';
  return {
    id: DecisionId.parse(newId()),
    childId: review.childId,
    reviewId: review.id,
    wording,
    changesCarePlan: false,
    theme,
    section,
    pointIds,
    position: view.decisions.filter((decision) => decision.theme === theme).length,
  };
}

/** An action that was just made of words, under a decision where there is one. */
export function newAction(
  { review, view }: Pick<ReviewData, 'review' | 'view'>,
  section: SectionKey,
  what: string,
  decision: Pick<Decision, 'id'> | undefined,
): Action {
  return {
    id: ActionId.parse(newId()),
    childId: review.childId,
    reviewId: review.id,
    ...(decision ? { decisionId: decision.id } : { section }),
    what,
    position: view.actions.filter((action) => action.decisionId === decision?.id).length,
    history: [],
  };
}

/** The decision that an action of these words carries out: what answers the points at hand, else the section's last. */
export function decisionFor(
  { record, review }: Pick<ReviewData, 'record' | 'review'>,
  section: SectionKey,
  pointIds: readonly string[],
): Decision | undefined {
  const own = decisionsInOrder(record.decisions.filter((decision) => decision.reviewId === review.id));
  const answering = own.findLast((decision) => decision.pointIds.some((id) => pointIds.includes(id)));
  return answering ?? own.findLast((decision) => sectionOfPlan({ record }, decision) === section);
}

type Made = { readonly undo?: string | undefined };

/** `Made a need of “Staff twice saw the same car”`. */
function madeWords(making: string, words: string): string {
  const of = words.trim() === '' ? '' : ` of “${beginningOf(words)}”`;
  return `Made ${withArticle(making)}${of}`;
}

/** Makes rows: the change, the way back, and the row's fields opened where it has no words yet. */
function useRows() {
  const data = useReview();
  const undo = useUndo();
  const { openNew } = useOpened();
  return useMemo(() => {
    const make = async (
      { id, section }: { readonly id: string; readonly section: SectionKey },
      words: string,
      channel: SaveChannel,
      save: () => Promise<Made>,
    ) => {
      try {
        const saved = await save();
        const returnTo = () => void goTo(section);
        undo.done(words, { token: saved.undo, key: recordKey(channel, id), returnTo });
        await readAgain();
        openNew(id);
      } catch (cause) {
        undo.failed(cause);
      }
    };
    return {
      decide: (section: SectionKey, wording: string, pointIds: Decision['pointIds']) => {
        const value = newDecision(data, section, wording, pointIds);
        const save = () => call('decision:save', { value, baseVersion: 0 });
        return make({ id: value.id, section }, madeWords('decision', wording), 'decision:save', save);
      },
      act: (section: SectionKey, what: string, decision: Pick<Decision, 'id'> | undefined) => {
        const value = newAction(data, section, what, decision);
        const save = () => call('action:save', { value, baseVersion: 0 });
        return make({ id: value.id, section }, madeWords('action', what), 'action:save', save);
      },
      raise: (section: SectionKey, kind: PointKind) => {
        const value = newPoint(data.review, section, kind, '');
        const save = async () => (await call('point:make', { point: { value, baseVersion: 0 } })).point;
        return make({ id: value.id, section }, madeWords(kind, ''), 'point:save', save);
      },
    };
  }, [data, openNew, undo]);
}

/** Makes points, decisions and actions: of selected words, or empty ones to be filled in their row. */
export function useMaking() {
  const data = useReview();
  const saving = useSaving();
  const undo = useUndo();
  const rows = useRows();
  const { decide, act, raise } = rows;
  const ofWords = useCallback(
    async ({ editor, section, text }: WritingPlace, making: Making) => {
      selectSentence(editor);
      const words = selectedWords(editor);
      if (making !== 'decision' && making !== 'action') {
        if (words === '') return raise(section, making);
        const point = newPoint(data.review, section, making, words, words);
        let marked: Editor['state']['doc'] | undefined;
        text.addPoint(point, (token) =>
          undo.done(madeWords(making, words), {
            token,
            key: recordKey('point:save', point.id),
            alsoOnPage: () => text.removeAnchor(editor, point.id),
            isLatest: () => !editor.isDestroyed && editor.isFocused && editor.state.doc === marked,
          }),
        );
        anchorSelection(editor, point.id);
        marked = editor.state.doc;
        await saving.flushAll();
        return undefined;
      }
      const points = pointsAtSelection(editor).flatMap(
        (id) => data.record.points.find((point) => point.id === id)?.id ?? [],
      );
      editor.commands.setTextSelection(editor.state.selection.to);
      return making === 'decision'
        ? decide(section, words, points)
        : act(section, words, decisionFor(data, section, points));
    },
    [act, data, decide, raise, saving, undo],
  );
  return useMemo(() => ({ ...rows, ofWords }), [rows, ofWords]);
}
