import * as z from 'zod';
import type { CaseFile as CaseFileType } from '../../shared/caseFile.ts';
import { CaseFile } from '../../shared/caseFile.ts';
import { defOf } from './zodDef.ts';

type Mark = (text: string) => string;

function isTold(schema: z.core.$ZodType, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

const listOf = (value: unknown): unknown[] => z.array(z.unknown()).parse(value);

function markObject(def: z.core.$ZodObjectDef, value: unknown, mark: Mark): unknown {
  const fields: [string, unknown][] = Object.entries(Object(value));
  return Object.fromEntries(
    fields.map(([field, inner]) => {
      const schema = def.shape[field];
      return [field, schema ? markStrings(schema, inner, mark) : inner];
    }),
  );
}

/**
 * The value with `mark` laid over every string that its schema allows to be something else: names, words, lines.
 * Ids, dates, hashes and fixed words stay. Throws on a kind of schema it does not know.
 */
export function markStrings(schema: z.core.$ZodType, value: unknown, mark: Mark): unknown {
  if (value === undefined || value === null) return value;
  const def = defOf(schema);
  switch (def.type) {
    case 'string': {
      const marked = mark(z.string().parse(value));
      return isTold(schema, marked) ? marked : value;
    }
    case 'optional':
    case 'nullable':
    case 'default':
      return markStrings(def.innerType, value, mark);
    case 'array':
      return listOf(value).map((inner) => markStrings(def.element, inner, mark));
    case 'tuple':
      return listOf(value).map((inner, place) =>
        markStrings(def.items[place] ?? def.rest ?? z.unknown(), inner, mark),
      );
    case 'object':
      return markObject(def, value, mark);
    case 'union': {
      const option = def.options.find((candidate) => isTold(candidate, value));
      return option ? markStrings(option, value, mark) : value;
    }
    case 'number':
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'unknown':
      return value;
    default:
      throw new TypeError(`No marks for a schema of type ${def.type}`);
  }
}

/** A case file in which every name, line and word carries a canary of its own, which begins with `canary`. */
export function withCanaries(file: CaseFileType, canary: string): CaseFileType {
  let count = 0;
  const mark = (text: string) => {
    count += 1;
    return text === '' ? text : `${text} ${canary}${count}`;
  };
  return CaseFile.parse(markStrings(CaseFile, file, mark));
}
