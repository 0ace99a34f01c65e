import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../shared/contract.ts';
import { CaseFile } from '../../shared/caseFile.ts';
import { ImportConflicts } from '../../shared/contract/shapes.ts';
import { RichText, plainText } from '../../shared/richText.ts';
import { aNote, aPoint, aScene, aText } from './support/scene.ts';
import type { Scene } from './support/scene.ts';
import { codeOf } from './support/tempStore.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
let scene: Scene;
let file: CaseFile;
beforeEach(async () => {
  app = await testCore();
  scene = await aScene(app, 'choose');
  await app.call('point:save', { value: aPoint(scene, 'their point'), baseVersion: 0 });
  await app.call('text:save', { value: aText(scene, 'their text'), baseVersion: 0 });
  await app.call('note:save', { value: aNote(scene, 'their note'), baseVersion: 0 });
  file = CaseFile.parse(await app.call('caseFile:export', { id: scene.childId }));
  await app.call('point:save', { value: aPoint(scene, 'my point'), baseVersion: 1 });
  await app.call('text:save', { value: aText(scene, 'my text'), baseVersion: 1 });
  await app.call('note:save', { value: aNote(scene, 'my note'), baseVersion: 1 });
});
afterEach(() => app.remove());

type Choices = NonNullable<Input<'caseFile:import'>['choices']>;
const bring = (choices: Choices = []) =>
  app.send('caseFile:import', { files: [file], onConflict: 'refuse', choices });

async function conflicts(choices: Choices = []): Promise<ImportConflicts> {
  const result = await bring(choices);
  expect(codeOf(result)).toBe('conflict');
  return ImportConflicts.parse(result.ok ? undefined : result.error.current);
}

async function kept(): Promise<(string | undefined)[]> {
  const { points, texts, notes } = await app.call('review:get', { id: scene.reviewId });
  const [text] = texts;
  return [points[0]?.words, text && plainText(RichText.parse(text.body)), notes[0]?.text];
}

describe('records that differ', () => {
  it('are named one by one, with what the store holds of each and nothing of the file', async () => {
    const found = await conflicts();
    expect(found.map(({ kind }) => kind).toSorted()).toEqual(['note_line', 'point', 'section_text']);
    expect(JSON.stringify(found)).toContain('my point');
    expect(JSON.stringify(found)).not.toContain('their');
    expect(found.find(({ kind }) => kind === 'point')?.path).toBe('files[0].reviews[0].points[0]');
  });

  it('are kept or taken each as it was chosen', async () => {
    const found = await conflicts();
    const choices = found.map(({ id, kind }) => ({
      id,
      keep: kind === 'section_text' ? ('theirs' as const) : ('mine' as const),
    }));
    const report = await app.call('caseFile:import', { files: [file], onConflict: 'refuse', choices });
    expect(report.children[0]).toMatchObject({ added: 0, changed: 1, kept: 2 });
    expect(await kept()).toEqual(['my point', 'their text', 'my note']);
  });

  it('are all left alone while one of them has no choice', async () => {
    const [first, ...others] = await conflicts();
    if (!first) throw new RangeError('something differs');
    const left = await conflicts([{ id: first.id, keep: 'theirs' }]);
    expect(left.map(({ id }) => id).toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    expect(await kept()).toEqual(['my point', 'my text', 'my note']);
  });

  it('say so where one was removed here, and come back only by their own choice', async () => {
    await app.call('point:remove', { id: aPoint(scene, '').id, baseVersion: 2 });
    const point = (await conflicts()).find(({ kind }) => kind === 'point');
    expect(point).not.toHaveProperty('mine');
    const all = (await conflicts()).map(({ id }) => ({ id, keep: 'mine' as const }));
    await app.call('caseFile:import', { files: [file], onConflict: 'refuse', choices: all });
    expect((await kept())[0]).toBeUndefined();
    const back = all.map(({ id }) => ({
      id,
      keep: id === point?.id ? ('theirs' as const) : ('mine' as const),
    }));
    await app.call('caseFile:import', { files: [file], onConflict: 'refuse', choices: back });
    expect((await kept())[0]).toBe('their point');
  });
});
