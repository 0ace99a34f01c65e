import { createHash } from 'node:crypto';
import type { Letterhead } from '../../../shared/domain/letterhead.ts';
import { LetterheadId } from '../../../shared/domain/ids.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { sampleCopy } from '../../../shared/report/sampleCopy.ts';
import { readLetterhead } from '../../documents/letterhead/readLetterhead.ts';
import { sha256Of } from '../../store/sideFiles.ts';
import { changeOnce } from '../changeOnce.ts';
import type { SyncHandler, TaskHandler } from '../context.ts';
import { withFiles } from '../keptFiles.ts';
import { earlierLetterhead, letterheadOf } from '../letterheads.ts';
import { printOn } from '../printReport.ts';

const get: SyncHandler<'letterhead:get'> = (_input, { repos }) =>
  ok({ letterhead: letterheadOf(repos) ?? null });

/** The parts are kept for good: what was issued before names the letterhead that it went out on. */
const add: TaskHandler<'letterhead:add'> = async ({ name, content }, context) => {
  const { repos, store, now, officer } = context;
  const read = readLetterhead(Buffer.from(content, 'base64'));
  if (!read.ok) return read;
  const { parts, facts } = read.value;
  const bytes = Buffer.from(JSON.stringify(parts));
  const id = LetterheadId.parse(context.newId());
  const letterhead: Letterhead = { id, name, addedAt: now, sha256: sha256Of(bytes), ...facts };
  return changeOnce(context, 'letterhead:add', () =>
    withFiles(store, new Map([[id, bytes]]), () => {
      repos.settings.set('letterhead', letterhead, now, officer.id);
      return ok({ letterhead });
    }),
  );
};

const use: SyncHandler<'letterhead:use'> = ({ id }, { repos, now, officer }) => {
  const letterhead = id === null ? null : earlierLetterhead(repos, id);
  if (letterhead === undefined) return fail('not-found', 'This letterhead is not in this store.');
  repos.settings.set('letterhead', letterhead, now, officer.id);
  return ok({ letterhead });
};

const sample: TaskHandler<'letterhead:sample'> = async (_input, context) => {
  const letterhead = letterheadOf(context.repos);
  if (!letterhead) return fail('not-found', 'There is no letterhead. Choose its Word file first.');
  const printed = await printOn(letterhead, context, sampleCopy(context.officer, letterhead.paper));
  if (!printed.ok) return printed;
  const bytes = printed.value;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return ok({ fileName: 'letterhead-sample.docx', content: Buffer.from(bytes).toString('base64'), sha256 });
};

export const letterheadSync = { 'letterhead:get': get, 'letterhead:use': use };
export const letterheadTasks = { 'letterhead:add': add, 'letterhead:sample': sample };
