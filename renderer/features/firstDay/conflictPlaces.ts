import type { Issue } from '../../../shared/domain/result.ts';

/** A place in words: `Leah Fauxton, review 17, point 3`. Names come from the chosen file, on this screen only. */
export type PlacedIssue = { readonly place: string; readonly message: string };

const names: Readonly<Record<string, string>> = {
  periods: 'period',
  people: 'person',
  events: 'event',
  risks: 'risk',
  papers: 'paper',
  reviews: 'review',
  meetings: 'meeting',
  sections: 'section',
  notes: 'note',
  points: 'point',
  decisions: 'decision',
  actions: 'action',
  progress: 'progress',
  finalisations: 'finalisation',
  addenda: 'addendum',
  releases: 'release',
  issued: 'issued document',
  filings: 'filing',
  drafts: 'draft',
};

/** The two texts of a section, as the screen calls them. */
const parts: Readonly<Record<string, string>> = { account: 'what happened', meaning: 'what it means' };

function at(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(step);
}

/** What names a record for a person: a review's number, a person's name, the first words of what it says. */
function titleOf(list: string, record: unknown, index: string): string {
  const number = at(record, 'number');
  if (list === 'reviews' && typeof number === 'number') return String(number);
  const said = ['name', 'what', 'words', 'wording', 'title', 'text', 'key', 'kind'].map((field) =>
    at(record, field),
  );
  const text = said.find((value): value is string => typeof value === 'string' && value.trim() !== '');
  if (text === undefined) return String(Number(index) + 1);
  return `“${text.length > 60 ? `${text.slice(0, 57).trimEnd()} …` : text}”`;
}

/** Where an import met a fault or a conflict, in the words of the file that was chosen. */
export function placesOf(files: readonly unknown[], issues: readonly Issue[]): PlacedIssue[] {
  return issues.map(({ path, message }) => {
    const steps = path.match(/[^.[\]]+/g) ?? [];
    let value: unknown = { files };
    const words: string[] = [];
    for (const [place, step] of steps.entries()) {
      value = at(value, step);
      const list = steps[place - 1] ?? '';
      if (list === 'files') {
        const child = at(at(value, 'child'), 'fullName');
        words.push(typeof child === 'string' ? child : `File ${Number(step) + 1}`);
      } else if (/^\d+$/.test(step)) {
        words.push(`${names[list] ?? list} ${titleOf(list, value, step)}`);
      } else if (place === steps.length - 1 && step !== 'child') {
        words.push(parts[step] ?? step);
      }
    }
    return { place: words.join(', ') || 'The file', message };
  });
}
