import { describe, expect, it, vi } from 'vitest';
import { runTool } from './support/tools.ts';

describe('a machine that lacks a program', () => {
  it('is told which package to install', async () => {
    vi.stubEnv('PATH', '/nowhere');
    try {
      await expect(runTool('pandoc', [])).rejects.toThrow('apt-get install pandoc');
      await expect(runTool('soffice', [])).rejects.toThrow('apt-get install libreoffice-writer');
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
