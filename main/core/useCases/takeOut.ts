import type { Output, Parsed } from '../../../shared/contract.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import type { Context } from '../context.ts';
import { removeRecord } from '../recordWriter.ts';
import { frozenIn } from '../restsOn.ts';

/**
 * Takes out of a child's record what was entered by mistake, with a way back. A paper's bytes stay until that is past
 * (`removeOrphanFiles`). Says which finalised records were frozen with it: those keep it.
 */
function takeOut(name: 'period' | 'person' | 'dated_event' | 'risk' | 'paper') {
  return (
    { id, baseVersion }: Parsed<'period:remove'>,
    context: Context,
  ): Result<Output<'period:remove'>> => {
    const found = context.repos.entities.find(name, id)?.value;
    if (!found) return fail('not-found', 'This is no longer there.');
    const removed = removeRecord(context, name, id, baseVersion);
    return removed.ok ? ok({ ...removed.value, frozenIn: frozenIn(context, found.childId, id) }) : removed;
  };
}

export const takeOutSync = {
  'period:remove': takeOut('period'),
  'person:remove': takeOut('person'),
  'event:remove': takeOut('dated_event'),
  'risk:remove': takeOut('risk'),
  'paper:remove': takeOut('paper'),
};
