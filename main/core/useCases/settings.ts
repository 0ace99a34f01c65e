import type { Officer } from '../../../shared/caseFile.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { countFaults } from '../../../shared/domain/rules/countable.ts';
import { backUp, backUpWhenDue, backupStatus, folderFor } from '../backups.ts';
import { changeOnce } from '../changeOnce.ts';
import { refreshIfPossible } from '../deadlines/refresh.ts';
import type { StoredOfficer, SyncHandler, TaskHandler } from '../context.ts';

function officerWithoutId({ id: _id, ...officer }: StoredOfficer): Officer {
  return officer;
}

const getSettings: SyncHandler<'settings:get'> = (_input, { repos, settings, officer, today }) => {
  const { version } = repos.settings.version('settings');
  return ok({ settings, version, officer: officerWithoutId(officer), today });
};

/** All settings at once; a stale version is a conflict that carries what is stored, as for any record. */
const saveSettings: SyncHandler<'settings:save'> = ({ value, baseVersion }, context) => {
  const { repos, now, officer, settings } = context;
  const stored = repos.settings.version('settings');
  if (stored.version !== baseVersion) {
    return fail('conflict', 'The settings were changed in the meantime. Both are kept: choose one.', {
      current: { value: settings, ...stored },
    });
  }
  // Only what is changed now: rules that an older program let through must not keep every other setting from being saved.
  const known = new Set(countFaults(settings).map(({ rule, field }) => `${rule} ${field}`));
  const issues = countFaults(value)
    .filter(({ rule, field }) => !known.has(`${rule} ${field}`))
    .map(({ path, message }) => ({ path, message }));
  if (issues.length > 0) {
    return fail('invalid-input', 'A rule could never give a date. Nothing was saved.', { issues });
  }
  repos.settings.set('settings', value, now, officer.id);
  return ok({ version: baseVersion + 1 });
};

const saveOfficer: SyncHandler<'officer:save'> = (input, { repos, now, officer }) => {
  repos.settings.set('officer', { id: officer.id, ...input }, now, officer.id);
  return ok({});
};

const setBackupFolder: SyncHandler<'backup:folder'> = ({ folder }, { repos, now, officer }) => {
  repos.settings.set('backup-folder', folder, now, officer.id);
  return ok({});
};

const clockIsRight: SyncHandler<'clock:isRight'> = (_input, { repos, now }) => {
  repos.journal.bringBackRequests(now);
  return ok({});
};

const getBackupStatus: SyncHandler<'backup:status'> = (_input, context) => ok(backupStatus(context));

export const settingSync = {
  'settings:get': getSettings,
  'settings:save': saveSettings,
  'officer:save': saveOfficer,
  'backup:folder': setBackupFolder,
  'clock:isRight': clockIsRight,
  'backup:status': getBackupStatus,
};

const changePassphrase: TaskHandler<'vault:changePassphrase'> = async ({ proof, passphrase }, context) => {
  const changed = await context.store.changePassphrase(proof, passphrase);
  return changed.ok ? changeOnce(context, 'vault:changePassphrase', () => ok({})) : changed;
};

const newRecoveryKey: TaskHandler<'vault:newRecoveryKey'> = async ({ proof }, { store }) => {
  const renewed = await store.newRecoveryKey(proof);
  return renewed.ok ? ok({ recoveryKey: renewed.value }) : renewed;
};

/** A backup now; its day is kept, so that the daily one is not made twice. */
const runBackup: TaskHandler<'backup:run'> = async ({ folder: given }, context) => {
  const folder = folderFor(context, given);
  if (!folder.ok) return folder;
  const done = await backUp(context, folder.value);
  if (!done.ok) return done;
  const { path, removed } = done.value;
  return changeOnce(context, 'backup:run', () => ok({ folder: path, removed }));
};

/** What is due by the clock alone: dates on whose day something changes, and the daily backup. */
const tick: TaskHandler<'backup:tick'> = async (_input, context) => {
  refreshIfPossible(context);
  return ok(await backUpWhenDue(context));
};

export const vaultTasks = {
  'vault:changePassphrase': changePassphrase,
  'vault:newRecoveryKey': newRecoveryKey,
  'backup:run': runBackup,
  'backup:tick': tick,
};
