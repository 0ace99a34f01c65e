import type { Saved } from '../../shared/contract/shapes.ts';
import type { SectionText } from '../../shared/domain/model/minutes.ts';
import type { Result } from '../../shared/domain/result.ts';
import { ok } from '../../shared/domain/result.ts';
import type { Context } from './context.ts';
import { conflictOf, writeAudit } from './recordWriter.ts';

/**
 * Keeps one rich text as it is being typed. No audit row and no index yet: both wait until the text settles, or
 * every half second of typing would leave a row (decisions.md, The store).
 */
export function saveText(context: Context, value: SectionText, baseVersion: number): Result<Saved> {
  const { entities, texts } = context.repos;
  const before = entities.findRaw('section_text', value.id);
  if ((before?.version ?? 0) !== baseVersion) return conflictOf(context, 'section_text', value.id);
  if (before === undefined) {
    const version = entities.insert('section_text', value, context.now);
    texts.keepSettled(value.id, '');
    return ok({ id: value.id, version });
  }
  const version = entities.update('section_text', value, baseVersion, context.now);
  if (version === undefined) return conflictOf(context, 'section_text', value.id);
  texts.keepSettled(value.id, before.body);
  return ok({ id: value.id, version });
}

/** Writes the one audit row of all typing since the text last settled: on blur, leave, lock, idle, finalise. */
export function settleText(context: Context, id: string): void {
  const text = context.repos.texts.findUnsettled(id);
  if (!text) return;
  context.repos.texts.markSettled(id);
  // Typed and taken back again: nothing happened.
  if (text.settledBody === text.body) return;
  const about = {
    name: 'section_text',
    id,
    childIds: [text.childId],
    what: 'settled',
    version: text.version,
  } as const;
  writeAudit(context, about, {
    before: text.settledBody === '' ? undefined : text.settledBody,
    after: text.body,
  });
}

/** Settles whatever a crash, a lock or a quit left unsettled. */
export function settleAll(context: Context): void {
  for (const id of context.repos.texts.listUnsettled()) settleText(context, id);
}
