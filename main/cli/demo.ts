import { existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { CaseFile, CaseReview } from '../../shared/caseFile.ts';
import { caseFileAsOf } from '../../shared/caseFileAsOf.ts';
import { IsoDate } from '../../shared/domain/dates.ts';
import { ReviewId } from '../../shared/domain/ids.ts';
import type { DocumentKind } from '../../shared/domain/model/issue.ts';
import { fail } from '../../shared/domain/result.ts';
import type { Arguments } from './arguments.ts';
import { required } from './arguments.ts';
import { Failed } from './client.ts';
import type { Outcome } from './commands.ts';
import type { WrittenDocument } from './exportDocuments.ts';
import { fileCopies, issueCopies } from './demoIssuing.ts';
import { openWindow } from '../shell/openWindow.ts';
import { exportDocuments } from './exportDocuments.ts';
import { readCaseFiles } from './readFiles.ts';
import type { ThrowAway } from './throwAwayStore.ts';
import { withThrowAwayStore } from './throwAwayStore.ts';

const demoFolder = fileURLToPath(new URL('../../demo', import.meta.url));

/** What becomes of each review of the fictional caseload, and when: each is finalised on a day of its own. */
const Plan = z.strictObject({
  today: IsoDate,
  reviews: z.array(
    z.discriminatedUnion('state', [
      z.strictObject({
        file: z.string(),
        reviewId: ReviewId,
        state: z.literal('finalised'),
        decisionsFinalisedOn: IsoDate,
        repliesRecordedOn: IsoDate,
        recordFinalisedOn: IsoDate,
        issueOn: IsoDate,
        /** When everything that went out was filed to the case record; left out where nobody has done it yet. */
        filedOn: IsoDate.optional(),
      }),
      /** `today`: where the story of this child plays on another day than the rest. */
      z.strictObject({
        file: z.string(),
        reviewId: ReviewId,
        state: z.literal('open'),
        today: IsoDate.optional(),
      }),
    ]),
  ),
});
export type Plan = z.infer<typeof Plan>;

export type Demo = { readonly plan: Plan; readonly files: ReadonlyMap<string, CaseFile> };

/** The fictional caseload: its case files by name, and the plan of its past. */
export function readDemo(folder: string = demoFolder): Demo {
  const plan = Plan.parse(JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')));
  const names = [...new Set(plan.reviews.map((review) => review.file))];
  const read = readCaseFiles(names.map((name) => join(folder, name)));
  return {
    plan,
    files: new Map(names.flatMap((name, place) => (read[place] ? [[name, read[place].file] as const] : []))),
  };
}

/** The day on which a child's story stands: its own, or that of the whole caseload. */
function todayOf({ plan }: Demo, file: string): IsoDate {
  const own = plan.reviews.flatMap((review) =>
    review.file === file && review.state === 'open' ? (review.today ?? []) : [],
  );
  return own.at(-1) ?? plan.today;
}

/** `facts`: what is known on that day. `now`: the file as it is, with reviews that are only being prepared. */
type Step = { readonly day: IsoDate; readonly file: string } & (
  | { readonly kind: 'facts' | 'now' }
  | { readonly kind: 'decisions' | 'record' | 'issue' | 'file'; readonly reviewId: ReviewId }
);

const stepWords: Readonly<Record<Step['kind'], string>> = {
  facts: 'facts',
  now: 'facts of today',
  decisions: 'finalising decisions',
  record: 'finalising the record',
  issue: 'issuing the copies',
  file: 'filing to the case record',
};

/** The past in order: what was known, then what was finalised on it. */
export function stepsOf(demo: Demo): Step[] {
  const { plan, files } = demo;
  const steps = plan.reviews.flatMap((review): Step[] => {
    if (review.state === 'open') return [];
    const { file, reviewId, issueOn, filedOn } = review;
    // What lies after the day of the caseload has not gone out yet: Today asks for it.
    const isGone = (day: IsoDate | undefined): day is IsoDate => day !== undefined && day <= plan.today;
    return [
      { day: review.decisionsFinalisedOn, file, reviewId, kind: 'decisions' },
      { day: review.repliesRecordedOn, file, kind: 'facts' },
      { day: review.recordFinalisedOn, file, reviewId, kind: 'record' },
      ...(isGone(issueOn) ? [{ day: issueOn, file, reviewId, kind: 'issue' as const }] : []),
      ...(isGone(filedOn) ? [{ day: filedOn, file, reviewId, kind: 'file' as const }] : []),
    ];
  });
  const last = [...files.keys()].map((file): Step => {
    const today = todayOf(demo, file);
    const latestStep = steps.filter((step) => step.file === file).map((step) => step.day);
    return { day: [today, ...latestStep].toSorted().at(-1) ?? today, file, kind: 'now' };
  });
  return [...steps, ...last].toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

async function playStep({ call }: Pick<ThrowAway, 'call'>, step: Step, file: CaseFile): Promise<void> {
  if (step.kind === 'issue') return issueCopies(call, step.reviewId);
  if (step.kind === 'file') return fileCopies(call, step.reviewId, step.day);
  const known = step.kind === 'now' ? file : caseFileAsOf(file, step.day);
  await call('caseFile:import', { files: [known], onConflict: 'take-theirs' });
  if (step.kind === 'decisions' || step.kind === 'record') {
    await call('review:finalise', { id: step.reviewId, kind: step.kind, gaps: [] });
  }
}

/** Plays the caseload's past through the core, each review finalised on its own day and on what was known then. */
export async function playDemo(
  store: Pick<ThrowAway, 'call' | 'clock'>,
  demo: Demo,
  progress: (line: string) => void,
): Promise<void> {
  const steps = stepsOf(demo);
  for (const [place, step] of steps.entries()) {
    const file = demo.files.get(step.file);
    if (!file) continue;
    store.clock.setDay(step.day);
    progress(`[${place + 1}/${steps.length}] ${step.day} ${stepWords[step.kind]}`);
    await playStep(store, step, file);
  }
  // Some children's stories go on after the day on which the caseload stands: no clock was wrong.
  store.clock.setDay(demo.plan.today);
  await store.call('clock:isRight', {});
}

const everyDocument: readonly DocumentKind[] = [
  'service-file',
  'decisions',
  'manager',
  'letter',
  'parent',
  'carer',
  'school',
  'health',
];

/** The documents of one review: all of them for the newest finalised one, the service file of an earlier one. */
export function documentsFor(
  { plan }: Pick<Demo, 'plan'>,
  file: CaseFile,
  review: CaseReview,
): readonly DocumentKind[] {
  const own = plan.reviews.filter(({ reviewId }) => file.reviews.some(({ id }) => id === reviewId));
  const finalised = own.filter(({ state }) => state === 'finalised').map(({ reviewId }) => reviewId);
  if (!finalised.includes(review.id)) return ['chair'];
  const kinds = finalised.at(-1) === review.id ? everyDocument : (['service-file'] as const);
  const copies = new Set<string | undefined>(file.people.map((person) => person.copy));
  return kinds.filter((kind) => ['service-file', 'letter'].includes(kind) || copies.has(kind));
}

type ChildSummary = {
  readonly child: string;
  readonly folder: string;
  readonly documents: WrittenDocument[];
};

async function writeDocuments(
  store: ThrowAway,
  demo: Demo,
  out: string,
  progress: (line: string) => void,
): Promise<ChildSummary[]> {
  const summaries: ChildSummary[] = [];
  for (const [place, [name, file]] of [...demo.files].entries()) {
    const folder = `child-${place + 1}`;
    const documents: WrittenDocument[] = [];
    const planned = demo.plan.reviews.filter((review) => review.file === name);
    for (const step of planned) {
      const review = file.reviews.find((candidate) => candidate.id === step.reviewId);
      if (!review) continue;
      store.clock.setDay(step.state === 'finalised' ? step.issueOn : todayOf(demo, name));
      for (const document of documentsFor(demo, file, review)) {
        documents.push(
          ...(await exportDocuments(store.call, file, review, { document, out: join(out, folder) })),
        );
      }
    }
    progress(`${folder}: ${documents.length} documents`);
    summaries.push({ child: file.child.preferredName, folder, documents });
  }
  return summaries;
}

/** Removes what an earlier demo wrote, and refuses a folder that holds anything else: it might be somebody's work. */
function clearOutput(out: string): void {
  const names = existsSync(out) ? readdirSync(out) : [];
  if (names.some((name) => !/^child-\d+$/.test(name))) {
    throw new Failed(
      fail('invalid-input', '--out holds other files. Choose a new or an empty folder for the demo.').error,
    );
  }
  for (const name of names) rmSync(join(out, name), { recursive: true, force: true });
}

const countWritten = (summaries: readonly ChildSummary[]): number =>
  summaries.flatMap(({ documents }) => documents).filter(({ file }) => file !== null).length;

function tell(summaries: readonly ChildSummary[], out: string, say: (line: string) => void): void {
  say(`Wrote ${countWritten(summaries)} Word documents for ${summaries.length} children to ${out}.`);
  for (const { child, folder, documents } of summaries) {
    say(`  ${folder} (${child}): ${documents.map(({ document }) => document).join(', ')}`);
  }
}

/** For whoever locks the demo: it holds invented children, and is thrown away when its window is closed. */
const demoPassphrase = 'golden thread demo';

/** The application on the caseload as it now stands, an hour after the last thing that happened on its day. */
async function openDemo(
  { core, dir }: ThrowAway,
  today: IsoDate,
  say: (line: string) => void,
): Promise<void> {
  await core.close();
  say(`If you lock it, the demo's passphrase is: ${demoPassphrase}`);
  const clockOffset = Date.parse(`${today}T13:00:00Z`) - Date.now();
  await openWindow({ demo: { dir, clockOffset, secret: { passphrase: demoPassphrase } }, say });
}

/** Loads the fictional caseload into a throw-away encrypted store and writes its Word documents to `--out`. */
export async function demo({ values }: Arguments): Promise<Outcome> {
  const out = required(values, 'out');
  const caseload = readDemo();
  const officer = [...caseload.files.values()][0]?.officer;
  if (!officer) throw new Failed(fail('internal', 'The demo caseload is empty.').error);
  const progress = (line: string) => process.stderr.write(`${line}\n`);
  progress(`The demo plays on ${caseload.plan.today}. Everyone in it is invented.`);
  clearOutput(out);
  const work = async (store: ThrowAway) => {
    await playDemo(store, caseload, progress);
    const summaries = await writeDocuments(store, caseload, out, progress);
    tell(summaries, out, progress);
    if (values.window === true) await openDemo(store, caseload.plan.today, progress);
    return summaries;
  };
  const summaries = await withThrowAwayStore(officer, caseload.plan.today, work, demoPassphrase);
  const all = summaries.flatMap(({ documents }) => documents);
  const written = countWritten(summaries);
  return {
    value: { today: caseload.plan.today, written, children: summaries },
    isBlocked: written < all.length,
  };
}
