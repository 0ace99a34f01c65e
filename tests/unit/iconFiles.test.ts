import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { icnsOf, icoOf } from '../../build/iconFiles.ts';
import { png } from '../documents/support/pictures.ts';

/** The length of a side of a PNG, from its head. */
const sideOf = (bytes: Buffer): number => bytes.readUInt32BE(16);
const file = (name: string): Buffer => readFileSync(`build/${name}`);

/** The pictures of an icon of Windows, with the sides that its directory says. */
function picturesOfIco(ico: Buffer): (readonly [said: number, picture: Buffer])[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const start = ico.readUInt32LE(at + 12);
    return [ico.readUInt8(at) || 256, ico.subarray(start, start + ico.readUInt32LE(at + 8))] as const;
  });
}

/** The pictures of an icon of macOS by their names. */
function picturesOfIcns(icns: Buffer): Record<string, number> {
  const found: Record<string, number> = {};
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    found[icns.toString('latin1', at, at + 4)] = sideOf(icns.subarray(at + 8));
  }
  return found;
}

describe('the icons', () => {
  it('are put together as Windows and macOS read them', () => {
    const pictures = new Map([32, 64, 128, 256, 512, 1024].map((side) => [side, png(side)]));
    const small = new Map([...pictures].filter(([side]) => side <= 256));
    expect(picturesOfIco(icoOf(small)).map(([said, picture]) => [said, sideOf(picture)])).toEqual([
      [32, 32],
      [64, 64],
      [128, 128],
      [256, 256],
    ]);
    const icns = icnsOf(pictures);
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    expect(picturesOfIcns(icns)).toMatchObject({ ic07: 128, ic08: 256, ic09: 512, ic10: 1024, ic14: 512 });
    expect(() => icnsOf(small)).toThrow(/512/);
  });

  it('are there for each system in the sizes that it shows', () => {
    expect(sideOf(file('icon.png'))).toBe(1024);
    const sides = picturesOfIco(file('icon.ico')).map(([said, picture]) => [said, sideOf(picture)]);
    expect(sides.every(([said, side]) => said === side)).toBe(true);
    expect(sides.map(([said]) => said)).toEqual(expect.arrayContaining([16, 24, 32, 48, 256]));
    expect(Object.values(picturesOfIcns(file('icon.icns')))).toContain(1024);
    for (const name of readdirSync('build/icons')) {
      expect(`${sideOf(file(`icons/${name}`))}x${sideOf(file(`icons/${name}`))}.png`).toBe(name);
    }
  });
});
