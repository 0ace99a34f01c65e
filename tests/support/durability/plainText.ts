import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Ways in which a text may lie in a file. */
function formsOf(canary: string): readonly (readonly [form: string, bytes: Buffer])[] {
  const bytes = Buffer.from(canary, 'utf8');
  // In the middle of other text base64 depends on the place; the inner part of each of three places is searched.
  const base64 = [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -2));
  });
  return [
    ['utf8', bytes],
    ['utf16le', Buffer.from(canary, 'utf16le')],
    ['hex', Buffer.from(bytes.toString('hex'))],
    ...base64.map((text) => ['base64', text] as const),
  ];
}

/** Where any of `canaries` lies in plain text below the folders: in a file's name or its content; `[]` is good. */
export function findPlainText(folders: readonly string[], canaries: readonly string[]): readonly string[] {
  const forms = canaries.flatMap(formsOf);
  const found: string[] = [];
  for (const folder of folders) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (canaries.some((canary) => path.includes(canary))) found.push(`${path}: in its name`);
      if (!entry.isFile()) continue;
      const content = readFileSync(path);
      for (const [form, bytes] of forms) if (content.includes(bytes)) found.push(`${path}: as ${form}`);
    }
  }
  return found;
}
