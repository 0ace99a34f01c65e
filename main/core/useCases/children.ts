import type { Output } from '../../../shared/contract.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { changeOnce } from '../changeOnce.ts';
import { knownChild } from '../editing.ts';
import { fileIdOf } from '../fileIds.ts';
import { withFiles } from '../keptFiles.ts';
import { sha256Of } from '../../store/sideFiles.ts';
import type { Context, SyncHandler, TaskHandler } from '../context.ts';
import type { LoadedRecord } from '../loadRecord.ts';
import { loadRecord, noMinutes } from '../loadRecord.ts';
import { saveRecord } from '../recordWriter.ts';

/** The facts of a child with the version that each was read at. */
export function childViewOf({ record, versions }: LoadedRecord): Output<'child:get'> {
  const { child, periods, people, events, risks, papers } = record;
  const { reviews, meetings, actions, progress, midwayChecks } = record;
  const facts = { child, periods, people, events, risks, papers };
  return { ...facts, reviews, meetings, actions, progress, midwayChecks, versions };
}

const getChild: SyncHandler<'child:get'> = ({ id }, { repos }) => {
  const loaded = loadRecord(repos, id, noMinutes);
  return loaded ? ok(childViewOf(loaded)) : fail('not-found', 'This child is not in this store.');
};

const saveChild: SyncHandler<'child:save'> = ({ value, baseVersion }, context) =>
  saveRecord(context, 'child', value, baseVersion);

/** Saves a record that belongs to a child and to no review. A record never changes its child. */
function saveOwned<K extends 'period' | 'person' | 'dated_event' | 'risk'>(name: K) {
  return (
    { value, baseVersion }: { value: Parameters<typeof saveRecord<K>>[2]; baseVersion: number },
    context: Context,
  ) => {
    const known = knownChild(context, value.childId);
    if (!known.ok) return known;
    const before = context.repos.entities.find(name, value.id)?.value;
    if (before && before.childId !== value.childId) {
      return fail('forbidden', 'This belongs to another child. Nothing was saved.');
    }
    return saveRecord(context, name, value, baseVersion);
  };
}

const readPaper: SyncHandler<'paper:read'> = ({ id }, { repos, store }) => {
  if (!repos.entities.find('paper', id)) return fail('not-found', 'This paper is no longer there.');
  const bytes = store.files.read(fileIdOf(id));
  return bytes.ok ? ok({ content: Buffer.from(bytes.value).toString('base64') }) : bytes;
};

export const childSync = {
  'child:get': getChild,
  'child:save': saveChild,
  'period:save': saveOwned('period'),
  'person:save': saveOwned('person'),
  'event:save': saveOwned('dated_event'),
  'risk:save': saveOwned('risk'),
  'paper:read': readPaper,
};

/** Keeps what came in: first the encrypted file, then its row, so that no row ever points at nothing. */
const addPaper: TaskHandler<'paper:add'> = async ({ paper, content }, context) => {
  const known = knownChild(context, paper.childId);
  if (!known.ok) return known;
  const bytes = Buffer.from(content, 'base64');
  const value = { ...paper, sha256: sha256Of(bytes), byteLength: bytes.length };
  return changeOnce(context, 'paper:add', () =>
    withFiles(context.store, new Map([[paper.id, bytes]]), () => saveRecord(context, 'paper', value, 0)),
  );
};

export const childTasks = { 'paper:add': addPaper };
