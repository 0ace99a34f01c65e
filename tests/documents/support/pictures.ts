import { crc32, deflateSync } from 'node:zlib';

/** Words that a program leaves in a picture; none may come through. */
export const traceOfMaker = 'C:\\Users\\canary-maker\\logo.ai';

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A square of one colour, with the words of its maker. */
export function png(size = 16, colour: readonly [number, number, number] = [0x0f, 0x27, 0x47]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: size }, () => colour).flat()]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('tEXt', Buffer.from(`Author\0${traceOfMaker}`, 'latin1')),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const plainJpeg =
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAoHBwgHBgoICAgLCgoLDhgQDg0NDh0VFhEYIx8lJCIfIiEmKzcvJik0KSEiMEExNDk7Pj4+JS5ESUM8SDc9Pjv/2wBDAQoLCw4NDhwQEBw7KCIoOzs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozs7Ozv/wAARCAAQABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAb/xAAbEAACAgMBAAAAAAAAAAAAAAAREwVhABUjQv/EABUBAQEAAAAAAAAAAAAAAAAAAAAC/8QAHhEAAAUFAQAAAAAAAAAAAAAAADFRgZETFCMkYmP/2gAMAwEAAhEDEQA/AIOMjNi3stY8kk3WJOM1yuzGHyABd4jJPXN4sYPQANXiTk9iritZ9EkVWNu782STEYaPTrBD/9k=';

/** 16 × 16, with a comment. */
export function jpeg(): Buffer {
  const plain = Buffer.from(plainJpeg, 'base64');
  const words = Buffer.from(traceOfMaker, 'latin1');
  const head = Buffer.from([0xff, 0xfe, 0, words.length + 2]);
  return Buffer.concat([plain.subarray(0, 2), head, words, plain.subarray(2)]);
}

/** A filled rectangle, 40 × 10 mm, whose header names its maker. */
export function emf(): Buffer {
  const words = Buffer.from(`${traceOfMaker}\0\0`, 'utf16le');
  const padded = Buffer.concat([words, Buffer.alloc((4 - (words.length % 4)) % 4)]);
  const header = Buffer.alloc(88);
  const rectangle = Buffer.alloc(24);
  [43, 24, 0, 0, 100, 25].forEach((value, at) => rectangle.writeInt32LE(value, at * 4));
  const end = Buffer.alloc(20);
  [14, 20, 0, 16, 20].forEach((value, at) => end.writeUInt32LE(value, at * 4));
  const size = header.length + padded.length + rectangle.length + end.length;
  const fields = [
    1,
    header.length + padded.length,
    0,
    0,
    100,
    25,
    0,
    0,
    4000,
    1000,
    0x464d4520,
    0x10000,
    size,
    3,
    1,
  ];
  fields.forEach((value, at) => header.writeInt32LE(value, at * 4));
  header.writeUInt32LE(words.length / 2, 60);
  header.writeUInt32LE(header.length, 64);
  header.writeInt32LE(1920, 72);
  header.writeInt32LE(1080, 76);
  header.writeInt32LE(508, 80);
  header.writeInt32LE(286, 84);
  return Buffer.concat([header, padded, rectangle, end]);
}
