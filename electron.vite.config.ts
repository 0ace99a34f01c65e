import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { contractNames as define } from './main/shell/contractNames.ts';
import { noncePlaceholder } from './main/shell/pageFiles.ts';

const shared = { sourcemap: false, reportCompressedSize: false } as const;

const migrations = 'main/store/migrations';

/** The window's own icon on Linux, beside the entry. */
const withIcon: Plugin = {
  name: 'icon',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'icon.png', source: readFileSync('build/icons/256x256.png') });
  },
};

/** The core reads its migrations as files beside itself. */
const withMigrations: Plugin = {
  name: 'migrations',
  generateBundle() {
    for (const name of readdirSync(migrations)) {
      this.emitFile({
        type: 'asset',
        fileName: `migrations/${name}`,
        source: readFileSync(join(migrations, name)),
      });
    }
  },
};

/** `out/main` the entries of Electron and of the core, `out/preload`, `out/renderer` the page. */
export default defineConfig({
  main: {
    plugins: [withMigrations, withIcon],
    build: {
      ...shared,
      outDir: 'out/main',
      minify: false,
      // One file each instead of hundreds out of an archive; only the driver, which is native, stays outside.
      externalizeDeps: {
        exclude: ['date-holidays', 'docx', 'fflate', 'ics', 'syllable', 'temporal-polyfill', 'zod'],
      },
      rollupOptions: {
        input: {
          electron: 'main/shell/electron.ts',
          coreProcess: 'main/core/coreProcess.ts',
          workProcess: 'main/core/longWork/workProcess.ts',
        },
        external: ['better-sqlite3'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    define,
    build: {
      ...shared,
      outDir: 'out/preload',
      minify: false,
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: { preload: 'main/shell/preload.ts', previewBridge: 'renderer/previewBridge.ts' },
        // A sandboxed preload can be CommonJS only.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: '/',
    define,
    plugins: [react()],
    html: { cspNonce: noncePlaceholder },
    build: {
      ...shared,
      outDir: 'out/renderer',
      emptyOutDir: true,
      // Half the bytes to read, parse and hold: a window is opened many times a day.
      minify: true,
      // Nothing inline: fonts and pictures are files under the page's own origin.
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: 'renderer/index.html' } },
    },
  },
});
