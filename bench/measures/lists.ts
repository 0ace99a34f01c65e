import { addDays } from '../../shared/domain/dates.ts';
import type { Bed } from '../bed.ts';
import { benchDay } from '../caseload/sizes.ts';
import type { Database } from '../../main/store/openStore.ts';
import type { Line } from '../lines.ts';
import type { Sample } from '../statistics.ts';
import { repeatByTurns } from '../timing.ts';

/** The rows that Today is made of, by the bare driver. */
export function rawToday(reader: Database): () => unknown {
  const reviews = reader.prepare('SELECT id, child_id, held_on FROM review WHERE held_on BETWEEN ? AND ?');
  const due = reader.prepare(
    'SELECT body FROM action WHERE is_closed = 0 AND removed_at IS NULL AND due_on <= ? ORDER BY due_on LIMIT 200',
  );
  const children = reader.prepare('SELECT body FROM child');
  return () => [
    reviews.all(addDays(benchDay, -200), benchDay),
    due.all(addDays(benchDay, 28)),
    children.all(),
  ];
}

/** Today, Actions and Children as their screens ask for them. */
export async function measureLists(bed: Bed, times: number): Promise<Line[]> {
  const least = rawToday(bed.reader);
  const open = bed.reader.prepare(
    `SELECT body FROM action WHERE is_closed = 0 AND removed_at IS NULL AND due_on IS NOT NULL
     ORDER BY due_on, child_id LIMIT 1000`,
  );
  const today = await repeatByTurns(
    times,
    () => bed.call('today:list', {}),
    () => least(),
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
  const floorOf = (floor: Sample) => ({ what: 'the rows by the raw driver', sample: floor });
  const budget = { figure: 'p95', most: 50 } as const;
  return [
    {
      id: 'today',
      what: 'Today: contract call',
      unit: 'ms',
      sample: today.sample,
      budget,
      floor: floorOf(today.floor),
      note: `${lines.length} lines`,
    },
    {
      id: 'actions',
      what: 'Actions: contract call',
      unit: 'ms',
      sample: actions.sample,
      budget,
      floor: floorOf(actions.floor),
      note: `${rows.length} of ${bed.built.built.openActions} open actions`,
    },
    {
      id: 'children',
      what: 'Children: contract call',
      unit: 'ms',
      sample: children.sample,
      budget,
      floor: floorOf(children.floor),
    },
  ];
}
