/** PNG pictures by the length of their side in pixels. */
export type Pictures = ReadonlyMap<number, Uint8Array>;

/** An icon of Windows: a directory, then the pictures as PNG, which it has read since Vista. The side is at most 256. */
export function icoOf(pictures: Pictures): Buffer {
  const entries = [...pictures];
  const directory = Buffer.alloc(6 + 16 * entries.length);
  directory.writeUInt16LE(1, 2);
  directory.writeUInt16LE(entries.length, 4);
  let offset = directory.length;
  for (const [index, [side, picture]] of entries.entries()) {
    const at = 6 + 16 * index;
    // A byte holds 256 as 0.
    directory.writeUInt8(side % 256, at);
    directory.writeUInt8(side % 256, at + 1);
    directory.writeUInt16LE(1, at + 4);
    directory.writeUInt16LE(32, at + 6);
    directory.writeUInt32LE(picture.length, at + 8);
    directory.writeUInt32LE(offset, at + 12);
    offset += picture.length;
  }
  return Buffer.concat([directory, ...entries.map(([, picture]) => picture)]);
}

/** What macOS calls each picture; twice as fine ones have names of their own. */
const names: readonly (readonly [name: string, side: number])[] = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** An icon of macOS. Throws when a size is missing. */
export function icnsOf(pictures: Pictures): Buffer {
  const parts = names.map(([name, side]) => {
    const picture = pictures.get(side);
    if (!picture) throw new Error(`The icon has no picture of ${side} pixels`);
    return partOf(name, picture);
  });
  return partOf('icns', Buffer.concat(parts));
}

function partOf(name: string, content: Uint8Array): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
