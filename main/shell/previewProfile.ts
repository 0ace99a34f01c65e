import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'golden-thread-profile-';

/** Nothing filled in, suggested, translated, remembered or looked up; most of it is off in other ways too. */
const preferences = {
  alternate_error_pages: { enabled: false },
  autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
  browser: { enable_spellchecking: false, check_default_browser: false },
  credentials_enable_service: false,
  history: { saving_disabled: true },
  net: { network_prediction_options: 2 },
  profile: { password_manager_enabled: false, exit_type: 'Normal' },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  spellcheck: { dictionaries: [], use_spelling_service: false },
  translate: { enabled: false },
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

/** Removes profiles whose process is gone: what a killed preview left. Only this account's own folders. */
export function sweepProfiles(parent: string = tmpdir()): void {
  for (const name of readdirSync(parent)) {
    const pid = Number(new RegExp(`^${prefix}(\\d+)-`).exec(name)?.[1]);
    if (!Number.isInteger(pid) || pid === process.pid || isAlive(pid)) continue;
    const path = join(parent, name);
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (!found?.isDirectory() || (process.getuid && found.uid !== process.getuid())) continue;
    removeProfile(path);
  }
}

/** A browser's last child can still write for a moment after it closed. */
export function removeProfile(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

/** A new profile that only its owner can read, for one run. */
export function makeProfile(parent: string = tmpdir()): string {
  const path = mkdtempSync(join(parent, `${prefix}${process.pid}-`));
  chmodSync(path, 0o700);
  mkdirSync(join(path, 'Default'), { mode: 0o700 });
  writeFileSync(join(path, 'Default', 'Preferences'), JSON.stringify(preferences), { mode: 0o600 });
  return path;
}
