import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright';
import { shellVariable } from './whichShell.ts';

/** Axe over a page. Electron can open no second one, which axe needs for frames; ours has none. */
export function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).setLegacyMode(process.env[shellVariable] === 'electron');
}

/** What axe finds on the page as it stands, in light and in dark; each with its element. Empty when all is well. */
export async function axeFindings(page: Page): Promise<string[]> {
  const findings: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await axeOn(page).analyze();
    findings.push(...violations.map(({ id, nodes }) => `${colorScheme}: ${id}: ${nodes[0]?.html ?? ''}`));
  }
  return findings;
}
