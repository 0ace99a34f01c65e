import { addDays } from '../../shared/domain/dates.ts';
import type { Bed } from '../bed.ts';
import { benchDay } from '../caseload/sizes.ts';
import type { Line } from '../lines.ts';
import { repeatByTurns } from '../timing.ts';

/** Today and Actions as their screens ask for them. */
export async function measureLists(bed: Bed, times: number): Promise<Line[]> {
  const reviews = bed.reader.prepare(
    'SELECT id, child_id, held_on FROM review WHERE held_on BETWEEN ? AND ?',
  );
  const due = bed.reader.prepare(
    'SELECT body FROM action WHERE is_closed = 0 AND removed_at IS NULL AND due_on <= ? ORDER BY due_on LIMIT 200',
  );
  const open = bed.reader.prepare(
    `SELECT body FROM action WHERE is_closed = 0 AND removed_at IS NULL AND due_on IS NOT NULL
     ORDER BY due_on, child_id LIMIT 1000`,
  );
  const today = await repeatByTurns(
    times,
    () => bed.call('today:list', {}),
    () => [reviews.all(addDays(benchDay, -28), benchDay), due.all(addDays(benchDay, 28))],
  );
  const actions = await repeatByTurns(
    times,
    () => bed.call('action:list', { limit: 1_000 }),
    () => open.all(),
  );
  const children = await repeatByTurns(
    times,
    () => bed.call('child:list', {}),
    () => bed.reader.prepare('SELECT body FROM child').all(),
  );
  const lines = await bed.call('today:list', {});
  const rows = await bed.call('action:list', { limit: 1_000 });
  const least = (floor: (typeof today)['floor']) => ({ what: 'the rows by the raw driver', sample: floor });
  const budget = { figure: 'p95', most: 50 } as const;
  return [
    {
      id: 'today',
      what: 'Today: contract call',
      unit: 'ms',
      sample: today.sample,
      budget,
      floor: least(today.floor),
      note: `${lines.length} lines`,
    },
    {
      id: 'actions',
      what: 'Actions: contract call',
      unit: 'ms',
      sample: actions.sample,
      budget,
      floor: least(actions.floor),
      note: `${rows.length} of ${bed.built.built.openActions} open actions`,
    },
    {
      id: 'children',
      what: 'Children: contract call',
      unit: 'ms',
      sample: children.sample,
      budget,
      floor: least(children.floor),
    },
  ];
}
