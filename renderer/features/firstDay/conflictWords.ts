import type { ImportConflicts } from '../../../shared/contract/shapes.ts';
import { RichText, plainText } from '../../../shared/richText.ts';
import { isSameValue } from '../../../shared/sameValue.ts';

/** One field in which two versions of a record differ, in words. */
export type FieldInWords = { readonly field: string; readonly mine: string; readonly theirs: string };

/** What a case file does not say of a record (its place says it), or keeps apart from it (bytes, frozen content). */
const unsaid = new Set(['id', 'childId', 'reviewId', 'reviewIds', 'content']);

type Fields = ReadonlyMap<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** `howWeWillKnow` as `how we will know`. */
function spaced(field: string): string {
  if (field === 'body') return 'text';
  return field.replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/ ids?$/, '');
}

/** What a field says: its words, and of links to other records how many there are. */
export function wordsOfValue(value: unknown, field = ''): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) {
    if (field.endsWith('Ids')) return value.length === 0 ? 'none' : `${value.length} linked`;
    return value.map((one) => wordsOfValue(one)).join('; ');
  }
  if (typeof value === 'object') {
    const text = RichText.safeParse(value);
    if (text.success) return plainText(text.data);
    return Object.entries(value)
      .filter(([name]) => !unsaid.has(name))
      .map(([name, inner]) => `${spaced(name)}: ${wordsOfValue(inner, name)}`)
      .join('; ');
  }
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return field.endsWith('Id') ? 'linked' : value;
}

/** A narrative in the three forms of a case file, as the fields that the store keeps of it. */
function narrativeFields(value: unknown): Fields {
  const text = RichText.safeParse(value);
  if (typeof value === 'string' || text.success) return new Map([['body', wordsOfValue(value)]]);
  const fields = fieldsOf(value);
  return new Map(
    [...fields].map(([field, inner]) => [field, field === 'body' ? wordsOfValue(inner) : inner]),
  );
}

function compared(kind: string, mine: unknown, theirs: unknown): readonly [Fields, Fields] {
  if (kind === 'section_text') {
    const { body, audience } = Object.fromEntries(fieldsOf(mine));
    const own = new Map<string, unknown>([
      ['body', wordsOfValue(body)],
      ['audience', audience],
    ]);
    return [own, narrativeFields(theirs)];
  }
  if (kind !== 'section') return [fieldsOf(mine), fieldsOf(theirs)];
  // A section's texts are records of their own.
  const ending = (value: unknown) => new Map([['ending', fieldsOf(value).get('ending')]]);
  return [ending(mine), ending(theirs)];
}

/** The fields in which the store's version of a record and the file's differ; every field where one is not there. */
export function fieldsThatDiffer(kind: string, mine: unknown, theirs: unknown): FieldInWords[] {
  const [own, other] = compared(kind, mine, theirs);
  const same = (field: string) => isSameValue(own.get(field), other.get(field));
  return [...new Set([...own.keys(), ...other.keys()])]
    .filter((field) => !unsaid.has(field) && !same(field))
    .map((field) => ({
      field: spaced(field),
      mine: wordsOfValue(own.get(field), field),
      theirs: wordsOfValue(other.get(field), field),
    }));
}

/** What the file says at a path of the import's input; undefined where nothing stands there. */
export function valueAt(file: unknown, path: string): unknown {
  const steps = path.match(/[^.[\]]+/g) ?? [];
  return steps.slice(2).reduce<unknown>((value, step) => fieldsOf(value).get(step), file);
}

const kindNames: Readonly<Record<string, string>> = {
  section_text: 'Texts',
  section: 'Endings',
  point: 'Points',
  decision: 'Decisions',
  action: 'Actions',
  progress: 'What happened',
  note_line: 'Notes',
  child: 'The child',
  period: 'Periods',
  person: 'People',
  dated_event: 'Dated events',
  risk: 'Risks',
  paper: 'Papers',
  deadline_mark: 'Deadlines',
  review: 'Reviews',
  meeting: 'Meetings',
  finalisation: 'Finalisations',
  addendum: 'Additions',
  release: 'Releases',
  issued_document: 'Issued documents',
  filing: 'Filings',
  midway_check: 'Midway checks',
  draft: 'Half-typed fields',
};

type Kind = { readonly kind: string; readonly name: string; readonly conflicts: ImportConflicts };

/** The conflicts by kind of record, in the order in which the kinds first come. */
export function byKind(conflicts: ImportConflicts): Kind[] {
  return [...new Set(conflicts.map(({ kind }) => kind))].map((kind) => ({
    kind,
    name: kindNames[kind] ?? 'Other records',
    conflicts: conflicts.filter((conflict) => conflict.kind === kind),
  }));
}
