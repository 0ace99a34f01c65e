import * as z from 'zod';
import { Officer } from '../../shared/caseFile.ts';
import { Settings, defaultSettings } from '../../shared/domain/settings.ts';
import type { StoredOfficer } from './context.ts';
import type { Repositories } from './repositories.ts';

/** Settings as stored, over the shipped ones; a store that never set any has the shipped. */
export function readSettings(repos: Repositories): Settings {
  const stored = repos.settings.get('settings');
  return stored === undefined ? defaultSettings : Settings.parse(stored);
}

const StoredOfficerShape = Officer.extend({ id: z.string() });

/** The officer of this store; every store has one from its first day. */
export function readOfficer(repos: Repositories): StoredOfficer {
  return StoredOfficerShape.parse(repos.settings.get('officer'));
}
