/** Every fault of a fact: the field that is mended, and what to do. Codes are stable. */
export const faultTable = {
  'birth-missing': { field: 'dateOfBirth', remedy: 'Enter the date of birth.' },
  'birth-after-looked-after': {
    field: 'dateOfBirth',
    remedy: 'Mend the date of birth, or the day the child became looked after.',
  },
  'looked-after-missing': { field: 'periods', remedy: 'Enter the time of being looked after.' },
  'period-ends-before-it-begins': { field: 'to', remedy: 'Mend its first or its last day.' },
  'start-unknown': { field: 'from', remedy: 'Enter its first day.' },
  'periods-overlap': { field: 'to', remedy: 'End the earlier time before the next begins.' },
  'placement-missing': { field: 'placement', remedy: 'Enter where the child lives, since when.' },
  'placement-unknown': { field: 'placement', remedy: 'Choose the kind of placement, if one fits.' },
  'review-undated': { field: 'heldOn', remedy: 'Enter the day it was held.' },
  'review-before-birth': {
    field: 'heldOn',
    remedy: 'Mend the day of the review, or the date of birth.',
  },
  'review-before-looked-after': {
    field: 'heldOn',
    remedy: 'Mend the day of the review, or enter the earlier time of being looked after.',
  },
  'counted-day-ahead': { field: 'countedOn', remedy: 'Mend the day on which it counts.' },
  'ended-but-still-looked-after': {
    field: 'to',
    remedy: 'End the time of being looked after, or mend the review.',
  },
  'short-breaks-too-long': {
    field: 'to',
    remedy: 'Mend the days, or take the mark of short breaks away.',
  },
  'short-breaks-in-care': {
    field: 'status',
    remedy: 'Mend the order, or take the mark of short breaks away.',
  },
  'adoption-without-authority': {
    field: 'placement',
    remedy: 'Enter the placement order, or the authority to place.',
  },
  'event-undated': { field: 'on', remedy: 'Enter the day it was done, or the day it is due.' },
  'event-before-birth': { field: 'on', remedy: 'Mend the day, or the date of birth.' },
  'missing-return-unknown': { field: 'endedAt', remedy: 'Enter when the child came back.' },
  'missing-return-before-start': { field: 'endedAt', remedy: 'Mend the two times.' },
} as const;
export type FactFaultCode = keyof typeof faultTable;
