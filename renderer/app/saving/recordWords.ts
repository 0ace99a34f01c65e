import { IsoDate } from '../../../shared/domain/dates.ts';
import { formatDate } from '../../../shared/domain/london.ts';

/** What stands for something else in a record: a person's name for their id, a word for a key. */
export type Named = (value: string) => string | undefined;

const isId = (field: string) => /(?:^|[a-z])ids?$/i.test(field);
const unnamed: Named = () => undefined;

/** What a record says, in plain words: what somebody wrote in it; an id only where it has a name. */
export function wordsIn(value: unknown, nameOf: Named = unnamed): string {
  if (typeof value === 'string') {
    const day = IsoDate.safeParse(value);
    return nameOf(value) ?? (day.success ? formatDate(day.data) : value);
  }
  if (typeof value === 'number') return String(value);
  if (value === true) return 'yes';
  if (typeof value !== 'object' || value === null) return '';
  const parts = Array.isArray(value)
    ? value.map((each) => wordsIn(each, nameOf))
    : Object.entries(value).map(([field, each]) => (isId(field) ? '' : wordsIn(each, nameOf)));
  return parts.filter(Boolean).join('; ');
}

/** `noReplyMeans` as somebody reads it: "No reply means". */
function fieldInWords(field: string): string {
  const words = field.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export type RecordNames = {
  /** What the screen calls a field. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly nameOf?: Named;
};

/** The fields in which two versions of a record differ; all of them where they differ in none. */
export function differingFields(first: object, second: object): string[] {
  const [one, two] = [new Map(Object.entries(first)), new Map(Object.entries(second))];
  const all = [...new Set([...one.keys(), ...two.keys()])];
  const differing = all.filter((field) => JSON.stringify(one.get(field)) !== JSON.stringify(two.get(field)));
  return differing.length > 0 ? differing : all;
}

/** Some fields of a record, a line each with its label: "Team: Children in Care Team 2". */
export function fieldLines(value: object, fields: readonly string[], names: RecordNames = {}): string {
  const { labels = {}, nameOf = unnamed } = names;
  const own = new Map<string, unknown>(Object.entries(value));
  return fields
    .map((field) => {
      const words = wordsIn(own.get(field), isId(field) ? (id) => nameOf(id) ?? 'somebody' : nameOf);
      return `${labels[field] ?? fieldInWords(field)}: ${words === '' ? 'nothing' : words}`;
    })
    .join('\n');
}
