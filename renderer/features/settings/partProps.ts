import type { Output } from '../../../shared/contract.ts';
import type { Settings } from '../../../shared/domain/settings.ts';

/** What a part of the settings is given. */
export type PartProps = {
  readonly settings: Output<'settings:get'>['settings'];
  readonly change: (part: Partial<Settings>) => void;
};
