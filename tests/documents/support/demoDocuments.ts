import type { Demo } from '../../../main/cli/demo.ts';
import { documentsFor, playDemo, readDemo } from '../../../main/cli/demo.ts';
import type { ThrowAway } from '../../../main/cli/throwAwayStore.ts';
import { withThrowAwayStore } from '../../../main/cli/throwAwayStore.ts';
import type { CaseFile, CaseReview } from '../../../shared/caseFile.ts';
import type { DocumentKind } from '../../../shared/domain/model/issue.ts';
import type { Report } from '../../../shared/report/blocks.ts';

/** One document of the demo as the core gives it out. */
export type DemoDocument = {
  /** "leah.case.json: manager 11 for leah-p-farah": for the messages of tests. */
  readonly name: string;
  readonly kind: DocumentKind;
  readonly file: CaseFile;
  readonly review: CaseReview;
  readonly report: Report;
  readonly fileName: string;
  readonly bytes: Uint8Array;
};

export const forNobody: readonly DocumentKind[] = ['service-file', 'chair', 'letter'];

/** Those who get a document of this kind; one nobody where it is for none of them. */
export function readersOf(file: CaseFile, kind: DocumentKind): (string | undefined)[] {
  if (forNobody.includes(kind)) return [undefined];
  return file.people.filter(({ copy }) => copy === kind).map(({ id }) => id);
}

/** Plays a caseload through the core in a throw-away store, then does `work` with it. */
export async function withPlayedDemo<T>(demo: Demo, work: (store: ThrowAway) => Promise<T>): Promise<T> {
  const officer = [...demo.files.values()][0]?.officer;
  if (officer === undefined) throw new Error('The demo has no files');
  return withThrowAwayStore(officer, demo.plan.today, async (store) => {
    await playDemo(store, demo, () => {});
    return work(store);
  });
}

/** Every document of every reader of the demo, in the order of its plan, each as the core exports it. */
export function demoDocuments(): Promise<DemoDocument[]> {
  const demo = readDemo();
  return withPlayedDemo(demo, async (store) => {
    const documents: DemoDocument[] = [];
    for (const step of demo.plan.reviews) {
      const file = demo.files.get(step.file);
      const review = file?.reviews.find(({ id }) => id === step.reviewId);
      if (file === undefined || review === undefined)
        throw new Error('The plan names a review that is not there');
      store.clock.setDay(step.state === 'finalised' ? step.issueOn : (step.today ?? demo.plan.today));
      for (const kind of documentsFor(demo, file, review)) {
        for (const personId of readersOf(file, kind)) {
          const request = {
            reviewId: review.id,
            document: kind,
            ...(personId !== undefined && { personId }),
          };
          const { report } = await store.call('document:preview', request);
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract carries the view-model as it is
          const model = report as Report;
          const { fileName, content } = await store.call('document:export', request);
          const bytes = new Uint8Array(Buffer.from(content, 'base64'));
          const name = `${step.file}: ${kind} ${review.number}${personId === undefined ? '' : ` for ${personId}`}`;
          documents.push({ name, kind, file, review, report: model, fileName, bytes });
        }
      }
    }
    return documents;
  });
}
