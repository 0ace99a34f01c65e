import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';

/** An archive of Electron: a header of JSON behind four lengths, then the files one after the other. */
const Entry: z.ZodType<Entry> = z.lazy(() =>
  z.union([
    z.object({ files: z.record(z.string(), Entry) }),
    z.object({ unpacked: z.literal(true), size: z.number() }),
    z.object({ offset: z.string(), size: z.number(), integrity: z.unknown().optional() }),
  ]),
);
type Entry =
  | { files: Record<string, Entry> }
  | { unpacked: true; size: number }
  | { offset: string; size: number; integrity?: unknown };

export type Packed = {
  readonly path: string;
  readonly isUnpacked: boolean;
  readonly hasIntegrity: boolean;
  readonly content: Buffer;
};

/** Every file of an archive by its path inside it, with those that lie unpacked beside it. */
export function readAsar(archive: string): Packed[] {
  const bytes = readFileSync(archive);
  const headerSize = bytes.readUInt32LE(4);
  const header = Entry.parse(JSON.parse(bytes.toString('utf8', 16, 16 + bytes.readUInt32LE(12))));
  const list = (entry: Entry, path: string): Packed[] => {
    if ('files' in entry) {
      return Object.entries(entry.files).flatMap(([name, inner]) =>
        list(inner, path === '' ? name : `${path}/${name}`),
      );
    }
    if ('unpacked' in entry) {
      return [
        {
          path,
          isUnpacked: true,
          hasIntegrity: false,
          content: readFileSync(join(`${archive}.unpacked`, path)),
        },
      ];
    }
    const start = 8 + headerSize + Number(entry.offset);
    const content = bytes.subarray(start, start + entry.size);
    return [{ path, isUnpacked: false, hasIntegrity: entry.integrity !== undefined, content }];
  };
  return list(header, '');
}

/** Puts an archive's files on the disk as they lie in it: Node cannot read archives, Electron can. */
export function extractAsar(archive: string, folder: string): void {
  for (const { path, isUnpacked, content } of readAsar(archive)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (isUnpacked) copyFileSync(join(`${archive}.unpacked`, path), target);
    else writeFileSync(target, content);
  }
}
