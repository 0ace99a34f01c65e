/** The keys of a table, typed. Sound for the literal tables it is used on, which have no keys beyond their type. */
export function keysOf<K extends string>(table: Readonly<Record<K, unknown>>): K[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Object.keys forgets the key type
  return Object.keys(table) as K[];
}
