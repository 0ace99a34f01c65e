import { isoDate } from '../dates.ts';

/** The texts that the shipped rules cite, and the day each came into force. */
export const regulations = 'Care Planning, Placement and Case Review (England) Regulations 2010';
export const adoptionRegulations = 'Adoption Agencies Regulations 2005';
export const childrenAct = 'Children Act 1989';
export const handbook = 'IRO Handbook 2010';

export const inForce = {
  /** The 2010 Regulations, section 25A and the Handbook. */
  regulations: isoDate('2011-04-01'),
  adoption: isoDate('2005-12-30'),
  secure: isoDate('1991-10-14'),
  outOfArea: isoDate('2014-01-27'),
  longTermFoster: isoDate('2015-04-01'),
  missing: isoDate('2014-01-01'),
  health: isoDate('2015-03-01'),
} as const;
