import { ReviewId } from '../../shared/domain/ids.ts';
import type { SectionText } from '../../shared/domain/model/minutes.ts';
import { SectionText as SectionTextSchema } from '../../shared/domain/model/minutes.ts';
import { richTextFromPlain } from '../../shared/richText.ts';
import type { Bed } from '../bed.ts';
import { openReviews } from '../bed.ts';
import { benchSeed } from '../caseload/sizes.ts';
import type { Line } from '../lines.ts';
import { textFrom } from '../text/zipfText.ts';
import { repeatByTurns } from '../timing.ts';

type Typed = { value: SectionText; version: number };

async function textsToType(bed: Bed): Promise<Typed[]> {
  const typed: Typed[] = [];
  for (const { id } of openReviews(bed).slice(0, 3)) {
    const view = await bed.call('review:get', { id: ReviewId.parse(id) });
    for (const text of view.texts.slice(0, 10)) {
      const version = view.versions[text.id];
      if (version !== undefined) typed.push({ value: SectionTextSchema.parse(text), version });
    }
  }
  if (typed.length === 0) throw new Error('No text to type in');
  return typed;
}

/**
 * One save of a text being typed, from the contract call to its acknowledgement; by turns with the bare driver's
 * update of one row of the same bytes, in a database of the same settings on the same disk.
 */
export async function measureSaving(bed: Bed, times: number): Promise<Line[]> {
  const typed = await textsToType(bed);
  const source = textFrom(bed.built.language, benchSeed + 1);
  const bodies = Array.from({ length: 50 }, () => richTextFromPlain(source.text(100)));
  const bodyAt = (turn: number) => bodies[turn % bodies.length] ?? richTextFromPlain('');
  bed.raw.exec(
    'CREATE TABLE typed (id TEXT PRIMARY KEY, version INTEGER NOT NULL, body TEXT NOT NULL) STRICT',
  );
  const insert = bed.raw.prepare('INSERT INTO typed (id, version, body) VALUES (?, 1, ?)');
  for (const [place, { value }] of typed.entries()) insert.run(`${place}`, JSON.stringify(value.body));
  const update = bed.raw.prepare('UPDATE typed SET body = ?, version = version + 1 WHERE id = ?');
  const one = async (turn: number) => {
    const text = typed[turn % typed.length];
    if (!text) return;
    const value = { ...text.value, body: bodyAt(turn) };
    text.version = (await bed.call('text:save', { value, baseVersion: text.version })).version;
  };
  const least = (turn: number) => update.run(JSON.stringify(bodyAt(turn)), `${turn % typed.length}`);
  const { sample, floor } = await repeatByTurns(times, one, least, 50);
  return [
    {
      id: 'save',
      what: 'Save of a text being typed: contract call until it is durable',
      unit: 'ms',
      sample,
      floor: { what: 'a raw commit of the same bytes', sample: floor },
      ratioBudget: { figure: 'p99', most: 2 },
      note: `a text of 100 words; ${times} saves`,
    },
  ];
}
