import type { Input } from '../../../shared/contract.ts';
import { textIdOf } from '../../../shared/caseFileRecord.ts';
import { ReviewId } from '../../../shared/domain/ids.ts';
import type { SectionKey } from '../../../shared/domain/model/sections.ts';
import { richTextFromPlain } from '../../../shared/richText.ts';
import type { TestCore } from './testCore.ts';

type Value<C extends 'point:save' | 'decision:save' | 'action:save' | 'note:save'> = Input<C>['value'];

/** Invented children with one review each, and the values that a page would send for them. */
export type Scene = { readonly childId: string; readonly reviewId: string };

/** A child with an open review, held on the day of the scene; `name` makes every id of it. */
export async function aScene(app: TestCore, name: string): Promise<Scene> {
  const scene = { childId: `child-${name}`, reviewId: `review-${name}` };
  await app.call('child:save', {
    value: {
      id: scene.childId,
      fullName: `Example ${name}`,
      preferredName: name,
      dateOfBirth: '2015-05-04',
      voice: 'about',
    },
    baseVersion: 0,
  });
  await app.call('review:start', { id: scene.reviewId, childId: scene.childId, kind: 'looked-after' });
  await app.call('meeting:save', {
    value: { id: `meeting-${name}`, reviewIds: [scene.reviewId], on: '2026-10-01', attendees: [] },
    baseVersion: 0,
  });
  return scene;
}

const ownersOf = ({ childId, reviewId }: Scene): Scene => ({ childId, reviewId });

export function aText(
  scene: Scene,
  words: string,
  section: SectionKey = 'health',
): Input<'text:save'>['value'] {
  return {
    id: textIdOf(ReviewId.parse(scene.reviewId), section, 'account'),
    ...ownersOf(scene),
    section,
    part: 'account',
    body: richTextFromPlain(words),
  };
}

export function aPoint(scene: Scene, words: string, id = `${scene.reviewId}-p1`): Value<'point:save'> {
  return { id, ...ownersOf(scene), section: 'health', kind: 'need', words };
}

export function aDecision(
  scene: Scene,
  wording: string,
  pointIds: readonly string[] = [],
): Value<'decision:save'> {
  return {
    id: `${scene.reviewId}-d1`,
    ...ownersOf(scene),
    wording,
    changesCarePlan: false,
    theme: 'rest',
    pointIds,
    position: 0,
  };
}

export function anAction(scene: Scene, what: string, decisionId?: string): Value<'action:save'> {
  return {
    id: `${scene.reviewId}-a1`,
    ...ownersOf(scene),
    ...(decisionId !== undefined && { decisionId }),
    what,
    position: 0,
    history: [],
  };
}

export function aNote(scene: Scene, text: string, id = `${scene.reviewId}-n1`): Value<'note:save'> {
  return { id, ...ownersOf(scene), at: '2026-10-01T09:00:00Z', kind: 'note', text };
}
