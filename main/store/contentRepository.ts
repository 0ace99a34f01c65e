import type { Database } from 'better-sqlite3';
import { deflateSync, inflateSync } from 'node:zlib';
import { statementCache } from './entityRepository.ts';

/** The frozen contents of finalisations: canonical JSON, deflated. A trigger refuses any change to one. */
export function createContentRepository(db: Database) {
  const prepared = statementCache(db);
  return {
    pack: (canonical: string): Uint8Array => deflateSync(Buffer.from(canonical, 'utf8'), { level: 9 }),
    /** The frozen text, or undefined where an exported copy came without it. */
    read: (finalisationId: string): string | undefined => {
      const row = prepared('SELECT content FROM finalisation WHERE id = ?').get(finalisationId);
      const content = row?.['content'];
      return content instanceof Uint8Array ? inflateSync(content).toString('utf8') : undefined;
    },
  };
}
