import { mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { findBrowser } from '../main/shell/browsers.ts';
import { icnsOf, icoOf } from './iconFiles.ts';

/**
 * Draws the application's icon for the three systems into this folder: `npm run icons`. What it draws is committed,
 * since the packager would have to download a program to convert one kind into another.
 */

/**
 * Of `renderer/styles/tokens.css`: the accent, seen on a light and on a dark taskbar, paper, and the thread of the
 * dark palette in high contrast.
 */
const colours = { tile: '#0b5563', mark: '#ffffff', thread: '#ffc940' };

/**
 * The mark of `renderer/ui/ThreadMark.tsx`, drawn on 28 units: a thread from a point to a block. Small, the loop would
 * close to a blot, so it swings once, and everything is heavier.
 */
const marks = {
  whole: {
    thread: 'M3 19.5c4.2 0 5.4-11 10.2-11 4.4 0 3.8 7.6 0 7.6-4.6 0-2.2-10.6 5.2-10.6 3 0 5.2 1.2 6.6 2.8',
    width: 2.25,
    point: { x: 3.2, y: 19.5, radius: 2.1 },
    block: { x: 22.6, y: 6.2, size: 4.2 },
  },
  small: {
    thread: 'M4.6 20.4C13 20.4 15 7.6 23.4 7.6',
    width: 3.6,
    point: { x: 4.6, y: 20.4, radius: 3.6 },
    block: { x: 20, y: 4.2, size: 6.8 },
  },
};

/** Pixels up to which the small mark is drawn. */
const smallUpTo = 32;

/** `margin`: the part of the side that stays free; the dock of macOS wants more of it than the others. */
function svgOf(size: number, margin: number): string {
  const { thread, width, point, block } = size <= smallUpTo ? marks.small : marks.whole;
  const tile = 100 - 2 * margin;
  const scale = (tile * (size <= smallUpTo ? 0.96 : 0.78)) / 28;
  const [x, y] = [50 - 14 * scale, 50 - (size <= smallUpTo ? 14 : 13.2) * scale];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 100 100">
<rect x="${margin}" y="${margin}" width="${tile}" height="${tile}" rx="${tile * 0.2}" fill="${colours.tile}"/>
<g transform="translate(${x} ${y}) scale(${scale})">
<path d="${thread}" fill="none" stroke="${colours.thread}" stroke-width="${width}" stroke-linecap="round"/>
<circle cx="${point.x}" cy="${point.y}" r="${point.radius}" fill="${colours.mark}"/>
<rect x="${block.x}" y="${block.y}" width="${block.size}" height="${block.size}" fill="${colours.mark}"/>
</g></svg>`;
}

async function draw(browser: Browser, size: number, margin: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  try {
    await page.setContent(`<style>*{margin:0}svg{display:block}</style>${svgOf(size, margin)}`);
    return await page.screenshot({ omitBackground: true });
  } finally {
    await page.close();
  }
}

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const macSizes = [32, 64, 128, 256, 512, 1024];
const [narrow, wide] = [2, 9.8];

const executablePath = findBrowser({ platform: process.platform, env: process.env, home: homedir() });
if (executablePath === undefined)
  throw new Error('Drawing the icons needs an installed Chromium, Chrome or Edge');
const browser = await chromium.launch({ executablePath });
try {
  const all = async (sizes: readonly number[], margin: number) =>
    new Map(await Promise.all(sizes.map(async (size) => [size, await draw(browser, size, margin)] as const)));
  const folder = import.meta.dirname;
  mkdirSync(join(folder, 'icons'), { recursive: true });
  writeFileSync(join(folder, 'icon.png'), await draw(browser, 1024, narrow));
  for (const [size, png] of await all(linuxSizes, narrow)) {
    writeFileSync(join(folder, 'icons', `${size}x${size}.png`), png);
  }
  writeFileSync(join(folder, 'icon.ico'), icoOf(await all(windowsSizes, narrow)));
  writeFileSync(join(folder, 'icon.icns'), icnsOf(await all(macSizes, wide)));
} finally {
  await browser.close();
}
