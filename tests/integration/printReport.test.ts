import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/domain/result.ts';
import type { Report } from '../../shared/report/blocks.ts';
import { workHere } from '../../main/core/longWork/longWork.ts';
import { longReport, printReport } from '../../main/core/printReport.ts';

function reportOf(characters: number): Report {
  return {
    layout: 'record',
    isLay: false,
    title: 'A record',
    header: null,
    footer: { left: '' },
    blocks: [
      {
        kind: 'paragraph',
        style: 'normal',
        runs: [{ kind: 'text', look: 'plain', text: 'a'.repeat(characters) }],
      },
    ],
  };
}

describe('printing', () => {
  it('is done elsewhere only where it would keep somebody waiting', async () => {
    const elsewhere: number[] = [];
    const work = {
      ...workHere,
      print: async () => {
        elsewhere.push(1);
        return ok(new Uint8Array());
      },
    };
    const short = await printReport({ work }, reportOf(longReport - 100));
    expect(short.ok && short.value.length).toBeGreaterThan(1_000);
    expect(elsewhere).toEqual([]);
    await printReport({ work }, reportOf(longReport));
    expect(elsewhere).toEqual([1]);
  });
});
