import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Context } from '../main/core/context.ts';
import { refreshDeadlines } from '../main/core/deadlines/refresh.ts';
import { uuidv7 } from '../main/core/ids.ts';
import { workHere } from '../main/core/longWork/longWork.ts';
import { rowsOf } from '../main/core/recordRows.ts';
import { createRepositories } from '../main/core/repositories.ts';
import { reindexReview, searchableWords } from '../main/core/searchText.ts';
import { createStore } from '../main/store/createStore.ts';
import type { Entities, EntityName } from '../main/store/entities.ts';
import type { Store } from '../main/store/store.ts';
import { instant } from '../shared/domain/dates.ts';
import { OfficerId } from '../shared/domain/ids.ts';
import { keysOf } from '../shared/domain/keysOf.ts';
import type { ChildRecord } from '../shared/domain/model/record.ts';
import { defaultSettings } from '../shared/domain/settings.ts';
import { plainText } from '../shared/richText.ts';
import { childRecord } from './caseload/child.ts';
import { benchOfficer, finalisedRecord } from './caseload/finalised.ts';
import type { Size } from './caseload/sizes.ts';
import { benchDay, benchSeed } from './caseload/sizes.ts';
import { randomFrom } from './text/random.ts';
import { refuseFiller } from './text/textFacts.ts';
import type { Language } from './text/zipfText.ts';
import { makeLanguage, textFrom } from './text/zipfText.ts';

/** Cheap to derive, so that a build, a copy and a backup measure the store and not the passphrase. */
export const cheapScrypt = { n: 2 ** 10, r: 8, p: 1 } as const;
export const benchPassphrase = 'bench: nobody lives here';
export const benchNow = instant(`${benchDay}T12:00:00Z`);

/** What was put in, counted while it went in. */
const Built = z.object({
  children: z.number(),
  reviews: z.number(),
  actions: z.number(),
  openActions: z.number(),
  words: z.number(),
  /** UTF-8 bytes of everything an officer typed that search looks in. */
  textBytes: z.number(),
  /** Of these, the words of points, decisions and actions. */
  planTextBytes: z.number(),
  distinctWords: z.number(),
  rows: z.number(),
  seconds: z.number(),
});
export type Built = z.infer<typeof Built>;

const cache = join(import.meta.dirname, '../node_modules/.cache/golden-thread-bench');
const storeFolder = 'store';
const factsFile = 'built.json';

/** Whatever decides what a built store holds: its generator, its schema, which fields are columns, what is frozen. */
function cacheKey(size: Size): string {
  const hash = createHash('sha256').update(JSON.stringify(size));
  const root = join(import.meta.dirname, '..');
  const folders = ['bench/caseload', 'bench/text', 'main/store/migrations'];
  const files = [
    'bench/buildStore.ts',
    'main/store/entities.ts',
    'main/store/contentRepository.ts',
    'main/store/searchRepository.ts',
    'main/core/searchText.ts',
    'main/core/deadlines/refresh.ts',
    'main/core/deadlines/storedDeadline.ts',
    'shared/report/content.ts',
    'shared/report/contentFacts.ts',
  ];
  for (const folder of folders)
    for (const name of readdirSync(join(root, folder))) files.push(join(folder, name));
  for (const file of files.toSorted()) hash.update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

function insertChild(context: Context, record: ChildRecord, contents: ReadonlyMap<string, string>): number {
  const { entities, links, contents: frozen } = context.repos;
  let count = 0;
  let packed: { canonical: string; bytes: Uint8Array } | undefined;
  const contentOf = (id: string) => {
    const canonical = contents.get(id);
    if (canonical === undefined) return {};
    // The two finalisations of a review share their content: deflated once.
    if (packed?.canonical !== canonical) packed = { canonical, bytes: frozen.pack(canonical) };
    return { content: packed.bytes };
  };
  const insert = <K extends EntityName>(name: K, row: Entities[K]) => {
    entities.insert(name, row, benchNow, name === 'finalisation' && 'id' in row ? contentOf(row.id) : {});
    if ('pointIds' in row) links.linkPoints(row.id, row.pointIds);
    if ('reviewIds' in row) links.linkReviews(row.id, row.reviewIds);
    if ('actionId' in row) links.setClosed(row.actionId);
    count += 1;
  };
  const rows = rowsOf(record);
  for (const name of keysOf(rows)) for (const row of rows[name]) insert(name, row);
  return count;
}

/** What an officer typed that search looks in, as plain words: texts and notes, then points, decisions and actions. */
function typedWords(record: ChildRecord): { texts: string[]; plan: string[] } {
  const words = <K extends EntityName>(name: K, rows: readonly Entities[K][]) =>
    rows.map((row) => searchableWords(name, row) ?? '');
  return {
    texts: [...record.texts.map((text) => plainText(text.body)), ...words('note_line', record.notes)],
    plan: [
      ...words('point', record.points),
      ...words('decision', record.decisions),
      ...words('action', record.actions),
    ],
  };
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function wordsOf(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

function contextOf(store: Store): Context {
  const officer = { id: OfficerId.parse('bench-officer'), ...benchOfficer };
  return {
    store,
    repos: createRepositories(store.db),
    now: benchNow,
    today: benchDay,
    officer,
    settings: defaultSettings,
    requestId: '',
    newId: () => uuidv7(Date.parse(benchNow)),
    work: workHere,
  };
}

/** A live store's index grew in the order of the reviews: so does this one. */
function indexInOrder(context: Context): void {
  const { db } = context.store;
  const ids = db
    .prepare<[], { id: string }>('SELECT id FROM review ORDER BY held_on, seq')
    .all()
    .map(({ id }) => id);
  const some = 200;
  for (let from = 0; from < ids.length; from += some) {
    db.transaction(() => {
      for (const id of ids.slice(from, from + some)) reindexReview(context, id);
    }).immediate();
  }
}

function fill(
  context: Context,
  size: Size,
  language: Language,
  say: (line: string) => void,
): Omit<Built, 'seconds'> {
  const { db } = context.store;
  context.repos.settings.set('officer', context.officer, benchNow, context.officer.id);
  let [words, textBytes, planTextBytes, rows, actions] = [0, 0, 0, 0, 0];
  for (let index = 0; index < size.children; index += 1) {
    const { record, contents } = finalisedRecord(
      childRecord(language, size, index),
      randomFrom(benchSeed + index * 104_729),
    );
    rows += db.transaction(() => insertChild(context, record, contents)).immediate();
    actions += record.actions.length;
    const { texts, plan } = typedWords(record);
    for (const text of [...texts, ...plan]) words += wordsOf(text);
    textBytes += bytesOf(texts) + bytesOf(plan);
    planTextBytes += bytesOf(plan);
    for (const row of record.progress) words += wordsOf(row.evidence ?? '') + wordsOf(row.because ?? '');
    if (index % 50 === 49) say(`  ${index + 1} of ${size.children} children`);
  }
  say('  deadlines');
  db.transaction(() => refreshDeadlines(context)).immediate();
  say('  search index');
  indexInOrder(context);
  const counts = context.repos.lists.counts(['review', 'child']);
  const open = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM action WHERE is_closed = 0').get();
  db.exec('CREATE VIRTUAL TABLE temp.bench_vocabulary USING fts5vocab(main, search_fts, row)');
  const distinct = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM temp.bench_vocabulary').get();
  return {
    children: counts['child'] ?? 0,
    reviews: counts['review'] ?? 0,
    actions,
    openActions: open?.n ?? 0,
    words,
    textBytes,
    planTextBytes,
    distinctWords: distinct?.n ?? 0,
    rows,
  };
}

async function build(
  size: Size,
  folder: string,
  language: Language,
  say: (line: string) => void,
): Promise<void> {
  say(`Building the store of ${size.what}; it is kept for the next run`);
  const started = performance.now();
  const sample = textFrom(language, benchSeed);
  refuseFiller(Array.from({ length: 400 }, () => sample.text(2_500)));
  const work = `${folder}.unfinished`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const created = await createStore({
    dir: join(work, storeFolder),
    passphrase: benchPassphrase,
    scrypt: cheapScrypt,
  });
  if (!created.ok) throw new Error(created.error.message);
  const { store } = created.value;
  try {
    const facts = fill(contextOf(store), size, language, say);
    const seconds = (performance.now() - started) / 1_000;
    writeFileSync(join(work, factsFile), JSON.stringify({ ...facts, seconds }));
  } finally {
    store.close();
  }
  renameSync(work, folder);
}

export type BuiltStore = { readonly dir: string; readonly built: Built; readonly language: Language };

/** The store of a size: from the cache, or built and kept there. Never written to: measures take a copy. */
export async function builtStore(size: Size, say: (line: string) => void): Promise<BuiltStore> {
  const language = makeLanguage(benchSeed);
  const folder = join(cache, `${size.name}-${cacheKey(size)}`);
  if (!existsSync(folder)) {
    // Stores of an older generator or schema are of no more use.
    for (const name of existsSync(cache) ? readdirSync(cache) : []) {
      if (name.startsWith(`${size.name}-`)) rmSync(join(cache, name), { recursive: true });
    }
    await build(size, folder, language, say);
  }
  const built = Built.parse(JSON.parse(readFileSync(join(folder, factsFile), 'utf8')));
  return { dir: join(folder, storeFolder), built, language };
}

/** Folder for working copies, on the file system of the cache. */
export function workFolder(): string {
  const folder = join(cache, `work-${process.pid}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}
