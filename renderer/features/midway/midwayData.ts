import type { Output } from '../../../shared/contract.ts';
import type { RecordEditor, SavedValue } from '../../app/saving/useRecord.ts';
import { useRecord } from '../../app/saving/useRecord.ts';

export type MidwayView = Output<'midway:get'>;

/** What every part of the screen works on. */
export type MidwayPart = {
  readonly data: MidwayView;
  readonly editor: RecordEditor<SavedValue<'midway:save'>>;
  /** Completed: it is read until it is opened again. */
  readonly isClosed: boolean;
};

export function useMidway(data: MidwayView): MidwayPart {
  const editor = useRecord('midway:save', data.check.id, data.check, data.version);
  return { data, editor, isClosed: data.check.completedOn !== undefined };
}
