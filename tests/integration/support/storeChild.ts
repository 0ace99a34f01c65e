// What the tests of the store run in a process of its own. Arguments: a mode, then JSON.
// Secrets come in the environment of the test's own child only; the product takes them from a file or a prompt.
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { openStore, databaseFileName } from '../../../main/store/openStore.ts';
import { takeOwnerLock } from '../../../main/store/ownerLock.ts';
import { unlockStore } from '../../../main/store/unlockStore.ts';
import type { UnlockOptions } from '../../../main/store/unlockStore.ts';
import { createStore } from '../../../main/store/createStore.ts';
import { writeBackup } from '../../../main/store/backup.ts';
import { restoreStore } from '../../../main/store/restore.ts';
import { hasPaper, paperIdOf, wordsOf } from './edits.ts';
import { cheapScrypt, codeOf, testPassphrase, valueOf } from './tempStore.ts';

const Task = z.strictObject({
  dir: z.string(),
  migrations: z.string().optional(),
  keyHex: z.string().default(''),
  edits: z.int().default(1),
  synchronous: z.string().optional(),
  tempStore: z.string().optional(),
  to: z.string().default(''),
  storeId: z.string().default(''),
});

const [, , mode = '', json = '{}'] = process.argv;
const task = Task.parse(JSON.parse(json));
const say = (line: string) => void writeSync(1, `${line}\n`);
const settings = task.migrations === undefined ? {} : { migrations: task.migrations };
const unlockOptions: UnlockOptions = {
  ...settings,
  dir: task.dir,
  secret: { passphrase: testPassphrase },
  scrypt: cheapScrypt,
};
const key = () => Buffer.from(task.keyHex, 'hex');

/** Loads the driver's binary, whoever may read it later, and leaves the WAL's files for the one who may not write. */
function openAsOwner(): void {
  const opened = openStore({ file: join(task.dir, databaseFileName), key: key(), readonly: true });
  if (opened.ok) opened.value.close();
}

/** Root may write anywhere: give that up, so that a read-only folder is one. */
function becomeNobody(): void {
  if (process.getuid?.() === 0) process.seteuid?.(65_534);
}

/** Commits edits one by one and acknowledges each only after its commit returned, as the core does. */
async function edit(): Promise<void> {
  const store = valueOf(await unlockStore(unlockOptions));
  const { db, files } = store;
  if (task.synchronous !== undefined) db.pragma(`synchronous=${task.synchronous}`);
  // Small, so that checkpoints and the start over of the WAL are among what is traced and killed.
  db.pragma('wal_autocheckpoint=12');
  const insert = db.prepare('INSERT INTO note (id, words) VALUES (?, ?)');
  const rewrite = db.prepare('UPDATE note SET words = ? WHERE id = ?');
  const last = db.prepare<[], number>('SELECT coalesce(max(id), 0) FROM note').pluck();
  const from = (last.get() ?? 0) + 1;
  for (let id = from; id < from + task.edits; id += 1) {
    // A side file comes before the row that speaks of it.
    if (hasPaper(id)) valueOf(files.write(paperIdOf(id), Buffer.from(wordsOf(id))));
    db.transaction(() => {
      insert.run(id, 'first words');
      rewrite.run(wordsOf(id), id);
    })();
    say(`ack ${id}`);
  }
  store.close();
  say('closed');
}

/** A sort far larger than the cache: where temporary files would be written if they were allowed. */
function sort(): void {
  const db = valueOf(openStore({ file: join(task.dir, databaseFileName), key: key() }));
  if (task.tempStore !== undefined) db.pragma(`temp_store=${task.tempStore}`);
  db.pragma('cache_size=50');
  db.exec('CREATE TEMP TABLE scratch AS SELECT words FROM note');
  const sorted = db.prepare('SELECT words FROM note ORDER BY words || id DESC').all();
  // A statement that fails half-way needs a journal of its own.
  db.exec('BEGIN');
  db.exec(`UPDATE note SET words = words || '!'`);
  db.exec('ROLLBACK');
  say(`sorted ${sorted.length}`);
  db.close();
}

async function run(): Promise<void> {
  switch (mode) {
    case 'unlock': {
      say(codeOf(await unlockStore(unlockOptions)));
      return;
    }
    case 'lock': {
      say(codeOf(takeOwnerLock(task.dir)));
      return;
    }
    case 'hold': {
      const unlocked = await unlockStore(unlockOptions);
      say(codeOf(unlocked));
      // Until the test kills it or closes its input.
      await new Promise((resolve) => process.stdin.once('close', resolve).resume());
      return;
    }
    case 'edit':
      return edit();
    case 'sort':
      return sort();
    case 'backup': {
      const { dir, to, storeId } = task;
      const done = await writeBackup({ dir, to, storeId, key: key(), now: '2026-10-05T09:00:00Z' });
      say(codeOf(done));
      return;
    }
    case 'restore': {
      say(
        codeOf(
          await restoreStore({ ...settings, from: task.to, dir: task.dir, secret: unlockOptions.secret }),
        ),
      );
      return;
    }
    case 'nobody': {
      openAsOwner();
      becomeNobody();
      const { to, storeId, dir } = task;
      say(codeOf(takeOwnerLock(dir)));
      say(codeOf(openStore({ file: join(dir, databaseFileName), key: key() })));
      const secret = { passphrase: testPassphrase };
      say(codeOf(await unlockStore(unlockOptions)));
      say(
        codeOf(
          await createStore({
            dir: join(to, 'new'),
            passphrase: testPassphrase,
            ...settings,
            scrypt: cheapScrypt,
          }),
        ),
      );
      say(codeOf(await writeBackup({ dir, to, storeId, key: key(), now: '2026-10-05T09:00:00Z' })));
      say(
        codeOf(
          await restoreStore({ from: join(dir, '..', 'backup'), dir: join(to, 'r'), secret, ...settings }),
        ),
      );
      return;
    }
    default:
      throw new Error(`Unknown mode ${mode}`);
  }
}

await run();
