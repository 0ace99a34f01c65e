import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import type { CaseFile } from '../../shared/caseFile.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { isoDate } from '../../shared/domain/dates.ts';
import { PersonId } from '../../shared/domain/ids.ts';
import { documentKinds } from '../../shared/domain/model/issue.ts';
import { paragraph, wordFile, words } from '../documents/support/wordFile.ts';
import { demoPath, runCli } from './support/runCli.ts';
import type { TestCore } from './support/testCore.ts';
import { testCore } from './support/testCore.ts';

let app: TestCore;
const reviewId = 'leah-r11';

/** A letterhead that says these words at the top. */
const headed = (text: string): Buffer =>
  Buffer.from(wordFile({ headers: [{ kind: 'default', xml: paragraph(words(text)) }] }));
const added = (text: string, name = 'Council.docx') =>
  app.call('letterhead:add', { name, content: headed(text).toString('base64') });

/** Every header and footer of a Word file, as text. */
function marginsOf(content: string): string {
  const parts = Object.entries(unzipSync(Buffer.from(content, 'base64')));
  return parts
    .filter(([path]) => /^word\/(?:header|footer)\d+\.xml$/.test(path))
    .map(([, part]) => strFromU8(part).replaceAll(/<[^>]*>/g, ' '))
    .join(' ');
}

const leahFile = (): CaseFile => {
  const file = readDemo().files.get('leah.case.json');
  if (!file) throw new Error('The demo has Leah');
  return caseFileAsOf(file, isoDate('2026-10-05'));
};

async function start(file: CaseFile = leahFile()): Promise<void> {
  await app.call('caseFile:import', { files: [file], onConflict: 'refuse' });
}

async function finalise(): Promise<void> {
  await app.call('review:finalise', { id: reviewId, kind: 'decisions', gaps: [] });
  app.clock.setDay('2026-10-20');
  await app.call('review:finalise', { id: reviewId, kind: 'record', gaps: [] });
}

beforeEach(async () => {
  app = await testCore('2026-10-05');
});
afterEach(() => app.remove());

describe('the authority’s letterhead', () => {
  it('is none at first, then the one that was chosen, still after a restart', async () => {
    await expect(app.call('letterhead:get', {})).resolves.toEqual({ letterhead: null });
    const { letterhead } = await added('Draftshire County Council');
    expect(letterhead).toMatchObject({
      name: 'Council.docx',
      words: { header: ['Draftshire County Council'] },
    });
    await app.reopen();
    await expect(app.call('letterhead:get', {})).resolves.toEqual({ letterhead });
    expect(readdirSync(join(app.dir, 'files'))).toHaveLength(1);
  });

  it('keeps the one before, and takes a change or a removal back', async () => {
    const first = (await added('First')).letterhead;
    const second = (await added('Second')).letterhead;
    await app.call('letterhead:use', { id: null });
    await expect(app.call('letterhead:get', {})).resolves.toEqual({ letterhead: null });
    // What only the history speaks of is no orphan.
    await app.reopen();
    await app.call('letterhead:use', { id: second?.id ?? null });
    expect((await app.call('letterhead:get', {})).letterhead).toEqual(second);
    await app.call('letterhead:use', { id: first?.id ?? null });
    const { content } = await app.call('letterhead:sample', {});
    expect(marginsOf(content)).toContain('First');
    await expect(app.send('letterhead:use', { id: 'never-there' })).resolves.toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });

  it('leaves everything as it was when a file is refused, and says why', async () => {
    const { letterhead } = await added('Draftshire');
    const refused = await app.send('letterhead:add', {
      name: 'x.docx',
      content: Buffer.from('%PDF-1.7').toString('base64'),
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
    expect(refused.ok ? '' : refused.error.message).toMatch(/PDF.*save it as a Word Document/);
    await expect(app.call('letterhead:get', {})).resolves.toEqual({ letterhead });
    expect(readdirSync(join(app.dir, 'files'))).toHaveLength(1);
  });

  it('is under what leaves the service, and under nothing else', async () => {
    await start();
    await added('Draftshire County Council');
    const { people } = await app.call('child:get', { id: leahFile().child.id });
    const said: Record<string, readonly [announced: boolean, printed: boolean]> = {};
    for (const document of documentKinds) {
      const person = people.find(({ copy }) => copy === document);
      const request = { reviewId, document, ...(person && { personId: person.id }) };
      const { letterhead } = await app.call('document:preview', request);
      const exported = await app.send('document:export', request);
      // A copy with nothing released yet is not printed; its preview says what it would go out on.
      const margins = exported.ok ? marginsOf(exported.value.content) : 'Draftshire';
      said[document] = [letterhead !== undefined, letterhead !== undefined && /Draftshire/.test(margins)];
    }
    const [on, off] = [[true, true] as const, [false, false] as const];
    expect(said).toEqual({
      'service-file': off,
      decisions: off,
      manager: off,
      chair: off,
      letter: on,
      parent: on,
      carer: on,
      school: on,
      health: on,
    });
    const { content } = await app.call('document:export', { reviewId, document: 'service-file' });
    expect(marginsOf(content)).toContain('Service file: not for circulation');
    expect(marginsOf(content)).not.toContain('Draftshire');
  });

  it('is chosen when a document is issued: what went out stays as it went, frozen content or not', async () => {
    await start();
    const { letterhead: old } = await added('Old Draftshire');
    await finalise();
    const issued = async (id: string) =>
      app.call('document:issue', { id, reviewId, document: 'letter', passed: [] });
    const before = await issued('issued-1');
    expect(before.issued.letterheadSha256).toBe(old?.sha256);
    expect(marginsOf(before.content)).toContain('Old Draftshire');
    const { letterhead: young } = await added('New Draftshire');
    const after = await issued('issued-2');
    expect(after.issued.letterheadSha256).toBe(young?.sha256);
    expect(marginsOf(after.content)).toContain('New Draftshire');
    await app.call('letterhead:use', { id: null });
    const bare = await issued('issued-3');
    expect(bare.issued.letterheadSha256).toBeUndefined();
    expect(marginsOf(bare.content)).not.toContain('Draftshire');
    // The frozen record knows no letterhead, and the first copy is still what it was, byte for byte.
    expect((await app.call('document:read', { id: before.issued.id })).content).toBe(before.content);
    const { finalisations } = await app.call('review:get', { id: reviewId });
    expect(finalisations.map(({ kind }) => kind)).toEqual(['decisions', 'record']);
  });

  it('is not in a case file', async () => {
    await start();
    await added('Draftshire letterhead canary');
    const exported = JSON.stringify(await app.call('caseFile:export', { id: leahFile().child.id }));
    expect(exported).not.toContain('canary');
  });

  it('is searched for what a reader must not learn, like every part of a document', async () => {
    const file = leahFile();
    const school = file.people.find(({ copy }) => copy === 'school');
    const mother = file.people.find(({ role, phone }) => role === 'parent' && phone !== undefined);
    const worker = file.people.find(({ role }) => role === 'social-worker');
    if (!school || !worker) throw new Error('The demo has a school and a worker');
    const withPhones = {
      ...file,
      people: file.people.map((person) =>
        person.id === worker.id
          ? { ...person, phone: '01632 960 777' }
          : person.role === 'parent'
            ? { ...person, phone: mother?.phone ?? '07700 900 555' }
            : person,
      ),
    };
    await start(withPhones);
    const request = { reviewId, document: 'school', personId: PersonId.parse(school.id) } as const;
    const parts = async () =>
      (await app.call('document:preview', request)).problems.flatMap((problem) =>
        'part' in problem && /letterhead/.test(String(problem.part)) ? [problem.what] : [],
      );
    await added('Draftshire, ring 01632 960 777');
    // The authority's own number, though it is the worker's as well.
    expect(await parts()).toEqual([]);
    await added(`Draftshire, ring ${mother?.phone ?? '07700 900 555'}`);
    expect(await parts()).toHaveLength(1);
    await expect(app.send('document:export', request)).resolves.toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });

  it('prints no sample where there is none', async () => {
    await expect(app.send('letterhead:sample', {})).resolves.toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
  });
});

describe('the command line', () => {
  it('exports on a letterhead, and says why a file is none', async () => {
    const file = join(app.around, 'council.docx');
    const out = join(app.around, 'out');
    mkdirSync(out);
    writeFileSync(file, headed('Draftshire County Council'));
    const args = ['export', demoPath('leah'), '--document', 'letter', '--out', out, '--today', '2026-10-05'];
    const run = await runCli([...args, '--letterhead', file]);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(0);
    const [name = ''] = readdirSync(out);
    expect(marginsOf(readFileSync(join(out, name)).toString('base64'))).toContain(
      'Draftshire County Council',
    );
    writeFileSync(file, 'no document');
    const refused = await runCli([...args, '--letterhead', file]);
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/not a Word document/);
    const missing = await runCli([...args, '--letterhead', join(app.around, 'gone.docx')]);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringMatching(/the letterhead is not there/)]);
  });
});
