import type { IsoDate } from '../../../shared/domain/dates.ts';
import type { Changer } from '../../../shared/domain/rules/ruleChanges.ts';
import type { PartProps } from '../settings/partProps.ts';

/** What a part of the rules' screen is given: the settings, how to change them, and who changes them when. */
export type RulePart = PartProps & { readonly changer: Changer; readonly today: IsoDate };
