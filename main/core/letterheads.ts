import type { Result } from '../../shared/domain/result.ts';
import { fail, ok } from '../../shared/domain/result.ts';
import { Letterhead } from '../../shared/domain/letterhead.ts';
import { LetterheadParts } from '../documents/letterhead/letterheadParts.ts';
import type { Store } from '../store/store.ts';
import { fileIdOf } from './fileIds.ts';
import type { Repositories } from './repositories.ts';

const Stored = Letterhead.nullable();

/** The authority's letterhead as it stands; undefined without one. */
export function letterheadOf(repos: Repositories): Letterhead | undefined {
  const stored = repos.settings.get('letterhead');
  return stored === undefined ? undefined : (Stored.parse(stored) ?? undefined);
}

/** A letterhead that this store has or had; undefined when it never had it. */
export function earlierLetterhead(repos: Repositories, id: string): Letterhead | undefined {
  return repos.settings
    .everyValue('letterhead')
    .map((stored) => Stored.parse(stored))
    .find((letterhead): letterhead is Letterhead => letterhead?.id === id);
}

/** What is printed of a letterhead. `store-corrupt` or `not-found` when its file is not what was kept. */
export function letterheadParts({ files }: Store, letterhead: Letterhead): Result<LetterheadParts> {
  const bytes = files.read(fileIdOf(letterhead.id));
  if (!bytes.ok) return bytes;
  const parsed = LetterheadParts.safeParse(JSON.parse(bytes.value.toString('utf8')));
  if (parsed.success) return ok(parsed.data);
  return fail('store-newer', 'A newer version kept this letterhead. Choose its Word file again in Settings.');
}
