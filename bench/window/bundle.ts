import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Line } from '../lines.ts';
import { sampleOf } from '../statistics.ts';

const assets = join(import.meta.dirname, '../../out/renderer/assets');
const page = join(import.meta.dirname, '../../out/renderer/index.html');

/** What `index.html` names: the page until somebody has unlocked it, but for the door itself. */
function firstFiles(): string[] {
  return [...readFileSync(page, 'utf8').matchAll(/assets\/([^"]+\.(?:js|css))"/g)].map(
    ([, name = '']) => name,
  );
}

const megabytes = (names: readonly string[]): number =>
  names.reduce((sum, name) => sum + statSync(join(assets, name)).size, 0) / 1_000_000;

/** The page's code and styles in bytes as they lie on the disk: what is loaded at first, and each large part after it. */
export function bundleLines(): Line[] {
  const all = readdirSync(assets).filter((name) => /\.(?:m?js|css)$/.test(name));
  const of = (part: RegExp) => all.filter((name) => part.test(name));
  const line = (id: string, what: string, names: readonly string[], note?: string): Line => ({
    id: `bundle-${id}`,
    what,
    unit: 'MB',
    sample: sampleOf([megabytes(names)]),
    ...(note !== undefined && { note }),
  });
  return [
    line(
      'first',
      'Page, first load: the door',
      [...firstFiles(), ...of(/^Door-/)],
      'neither editor nor charts',
    ),
    line('write-up', '  part: Write up with the editor', of(/^WriteUpStage-/)),
    line('child', '  part: a child with the life line', of(/^ChildScreen-/)),
    line('check', '  part: Check with the thread picture', of(/^CheckStage-/)),
    line('issue', '  part: Issue', of(/^IssueStage-/)),
    line('spelling', '  part: the spelling worker', of(/^spelling\.worker-/)),
    line('readers', '  part: readers of PDF and Word', of(/^(?:PdfReader|pdf\.worker|WordReader)/)),
    line('all', 'Page, all of it', all),
  ];
}
