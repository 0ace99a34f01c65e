import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDemo } from '../../main/cli/demo.ts';
import { contentVersion } from '../../shared/report/content.ts';
import { withPlayedDemo } from './support/demoDocuments.ts';
import type { Sample } from './support/frozenSamples.ts';
import { documentsOfFrozen, frozenFolder, frozenSamples, saidBy, sha256 } from './support/frozenSamples.ts';

/*
 * `node tests/documents/freeze.ts`: what `tests/frozen/README.md` says. A version's content is written once, when there
 * is none of it; what its documents say is written anew each time.
 */

const file = 'leah.case.json';
const reviewId = 'leah-r11';

/** The review as the demo finalises it now. */
function finalisedNow(): Promise<Parameters<typeof documentsOfFrozen>[0]> {
  const demo = readDemo();
  const own = demo.files.get(file);
  if (own === undefined) throw new Error(`The demo has no ${file}`);
  const plan = { ...demo.plan, reviews: demo.plan.reviews.filter((step) => step.file === file) };
  return withPlayedDemo({ plan, files: new Map([[file, own]]) }, async (store) => {
    const exported = await store.call('caseFile:export', { id: own.child.id });
    const review = exported.reviews.find(({ id }) => id === reviewId);
    const contentOf = (kind: 'decisions' | 'record') => {
      const content = review?.finalisations.find((one) => one.kind === kind)?.content;
      if (content === undefined) throw new Error(`The demo has no frozen ${kind}`);
      return content;
    };
    return {
      decisions: contentOf('decisions'),
      record: contentOf('record'),
      releases: review?.releases ?? [],
    };
  });
}

function writeSample(version: number, frozen: Awaited<ReturnType<typeof finalisedNow>>): void {
  const folder = join(frozenFolder, `v${version}`);
  const sample: Sample = {
    sha256: { decisions: sha256(frozen.decisions), record: sha256(frozen.record) },
    releases: [...frozen.releases],
    documents: documentsOfFrozen(frozen).map(saidBy),
  };
  writeFileSync(join(folder, 'sample.json'), `${JSON.stringify(sample, null, 1)}\n`);
}

const newest = join(frozenFolder, `v${contentVersion}`);
if (!existsSync(newest)) {
  const frozen = await finalisedNow();
  mkdirSync(newest, { recursive: true });
  writeFileSync(join(newest, 'decisions.json'), frozen.decisions);
  writeFileSync(join(newest, 'record.json'), frozen.record);
  writeSample(contentVersion, frozen);
} else {
  for (const { version, decisions, record, sample } of frozenSamples()) {
    writeSample(version, { decisions, record, releases: sample.releases });
  }
}
process.stdout.write(
  `Samples: ${frozenSamples()
    .map(({ version }) => `v${version}`)
    .join(', ')}\n`,
);
