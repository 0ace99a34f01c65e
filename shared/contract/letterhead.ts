import * as z from 'zod';
import { LetterheadId } from '../domain/ids.ts';
import { Letterhead } from '../domain/letterhead.ts';
import { FilledLine } from '../domain/model/common.ts';
import { channel } from './channel.ts';
import { DocumentBytes, Nothing } from './shapes.ts';

const LetterheadView = z.strictObject({ letterhead: Letterhead.nullable() });

/** The calls about the authority's own letterhead. */
export const letterheadChannels = {
  /** The authority's letterhead as it stands; null without one. */
  'letterhead:get': channel('read', Nothing, LetterheadView),
  /** Reads a Word file as the letterhead, from now on. */
  'letterhead:add': channel(
    'task',
    z.strictObject({ name: FilledLine, content: z.base64() }),
    LetterheadView,
  ),
  /** One that this store had before, or none: takes a change of the letterhead back. */
  'letterhead:use': channel('change', z.strictObject({ id: LetterheadId.nullable() }), LetterheadView),
  /** An invented document on the letterhead, to look at in Word. */
  'letterhead:sample': channel('task', Nothing, DocumentBytes),
} as const;
