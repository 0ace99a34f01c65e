import { beforeAll, describe, expect, it } from 'vitest';
import { readDemo } from '../../main/cli/demo.ts';
import { Failed } from '../../main/cli/client.ts';
import type { ThrowAway } from '../../main/cli/throwAwayStore.ts';
import { withThrowAwayStore } from '../../main/cli/throwAwayStore.ts';
import type { CaseFile } from '../../shared/caseFile.ts';
import { caseFileFromRecord, recordFromCaseFile } from '../../shared/caseFileRecord.ts';
import type { PersonId, ReviewId } from '../../shared/domain/ids.ts';
import type { Audience } from '../../shared/domain/model/common.ts';
import type { DocumentKind } from '../../shared/domain/model/issue.ts';
import { releasedCopies } from '../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../shared/domain/model/record.ts';
import type { Secret } from '../unit/support/secrets.ts';
import { aPoint } from '../unit/support/builders.ts';
import { everyCopy, plantSecrets } from '../unit/support/secrets.ts';
import { finaliseWithGaps, gapBecause } from './support/finaliseThrough.ts';
import { textOfEveryPart } from './support/package.ts';

/*
 * Marked secrets of every kind are planted in each child of the demo and played through the core: import, both
 * finalisations, then every document for every person of the child, as bytes. Every part of each is searched for what
 * that copy must not have, and for whatever belongs to another child.
 */

type Planted = {
  readonly name: string;
  readonly file: CaseFile;
  readonly reviewId: ReviewId;
  readonly day: string;
  readonly on: { readonly decisions: string; readonly record: string };
  readonly people: ChildRecord['people'];
  readonly secrets: readonly Secret[];
};

type Copy = {
  readonly child: string;
  readonly kind: DocumentKind;
  readonly personId: PersonId | undefined;
  /** Every word of every part; undefined where the core gave nothing out. */
  readonly said: string | undefined;
};

function plant(): Planted[] {
  const demo = readDemo();
  return [...demo.files].flatMap(([name, file]) => {
    const last = demo.plan.reviews.filter((step) => step.file === name && step.state === 'finalised').at(-1);
    if (last?.state !== 'finalised') return [];
    const clean = recordFromCaseFile(file);
    const { record, secrets } = plantSecrets(
      clean,
      last.reviewId,
      name.slice(0, 4).replaceAll(/[^a-z]/gu, ''),
    );
    const unanswered = unansweredIn(record, last.reviewId);
    const points = [...record.points, ...unanswered.points];
    return [
      {
        name,
        file: caseFileFromRecord(
          { ...record, points, people: record.people.map(unmistakable) },
          file.officer,
        ),
        reviewId: last.reviewId,
        day: last.issueOn,
        on: { decisions: last.decisionsFinalisedOn, record: last.recordFinalisedOn },
        people: clean.people,
        secrets: [...secrets, ...unanswered.secrets],
      },
    ];
  });
}

/** The planted people are called Nobody, which ordinary sentences say too, and which the search would rightly find. */
function unmistakable(person: ChildRecord['people'][number]): ChildRecord['people'][number] {
  return { ...person, name: person.name.replace(/^Nobody /u, 'Zelphine ') };
}

/** Needs that nobody answered: the check names each, and its words would go into the gap that prints. */
function unansweredIn(
  { child }: ChildRecord,
  reviewId: ReviewId,
): { points: ChildRecord['points']; secrets: Secret[] } {
  const tag = child.id.replaceAll(/[^a-z]/gu, '');
  const kinds = [
    ['privilege', { level: 'everyone', restriction: 'privilege' }, (kind) => kind !== 'service-file'],
    ['police', { level: 'worker-and-iro', restriction: 'police' }, (kind) => kind !== 'service-file'],
    ['only worker and IRO', { level: 'worker-and-iro' }, (kind) => releasedCopies.includes(kind)],
  ] as const satisfies readonly (readonly [string, Audience, Secret['isKeptFrom']])[];
  const rows = kinds.map(([sort, audience, isKeptFrom], index) => {
    const mark = `zq${tag}gap${'abc'[index] ?? ''}x`;
    const words = `Needs ${mark} seen to`;
    const point = aPoint({ id: `${child.id}-gap-${index}`, childId: child.id, reviewId, words, audience });
    return { point, secret: { mark, sort: `${sort}: a need in a gap`, isKeptFrom } };
  });
  return { points: rows.map(({ point }) => point), secrets: rows.map(({ secret }) => secret) };
}

/** All that a file says anywhere: text, attributes, names of its parts. */
function everythingIn(bytes: Uint8Array): string {
  return [...textOfEveryPart(bytes)]
    .map(([path, { text, attributes }]) => `${path}\n${text}\n${attributes}`)
    .join('\n');
}

async function copyOf(
  store: ThrowAway,
  planted: Planted,
  wanted: ReturnType<typeof everyCopy>[number],
): Promise<Copy> {
  const { kind, personId } = wanted;
  const about = { child: planted.name, kind, personId };
  try {
    const { fileName, content } = await store.call('document:export', {
      reviewId: planted.reviewId,
      document: kind,
      ...(personId !== undefined && { personId }),
    });
    return { ...about, said: `${fileName}\n${everythingIn(new Uint8Array(Buffer.from(content, 'base64')))}` };
  } catch (cause) {
    if (cause instanceof Failed && cause.error.code === 'forbidden') return { ...about, said: undefined };
    throw cause;
  }
}

const caseload = plant();
const copies: Copy[] = [];
let gaps = 0;

/** ms; half a minute on two free cores. */
const longest = 600_000;

beforeAll(async () => {
  const [first] = caseload;
  if (first === undefined) throw new Error('The demo has no finalised review');
  await withThrowAwayStore(first.file.officer, first.day, async (store) => {
    for (const planted of caseload) {
      store.clock.setDay(planted.on.decisions);
      await store.call('caseFile:import', { files: [planted.file], onConflict: 'take-theirs' });
      gaps += await finaliseWithGaps(store, planted.reviewId, planted.on);
    }
    // Every child is in the store now, so that each could say something of another.
    for (const planted of caseload) {
      store.clock.setDay(planted.day);
      for (const wanted of everyCopy(planted.people)) copies.push(await copyOf(store, planted, wanted));
    }
  });
}, longest);

const given = () => copies.filter((copy) => copy.said !== undefined);
const secretsOf = (child: string) => caseload.find(({ name }) => name === child)?.secrets ?? [];

describe('two hundred secrets and more, planted across the demo caseload', () => {
  it('are of every kind, and in the service file, which must have them', () => {
    const secrets = caseload.flatMap((planted) => planted.secrets);
    expect(secrets.length).toBeGreaterThan(200);
    const files = given().filter(({ kind }) => kind === 'service-file');
    expect(files).toHaveLength(caseload.length);
    for (const { child, said } of files) {
      const held = secretsOf(child).filter(({ mark }) => said?.includes(mark));
      // Addresses, notes and papers are no part of the minutes; what was said, decided and seen is.
      expect(held.length).toBeGreaterThan(60);
    }
  });

  it('are in no part of a copy that must not have them', () => {
    const leaked = given().flatMap(({ child, kind, personId, said }) =>
      secretsOf(child)
        .filter(({ mark, isKeptFrom }) => isKeptFrom(kind, personId) && said?.includes(mark))
        .map(({ sort }) => `${child}: ${kind} for ${personId ?? 'nobody'}: ${sort}`),
    );
    expect(leaked).toEqual([]);
  });

  it('of one child are in no document of another', () => {
    const crossed = given().flatMap(({ child, kind, said }) =>
      caseload
        .filter(({ name }) => name !== child)
        .flatMap(({ name, secrets }) =>
          secrets
            .filter(({ mark }) => said?.includes(mark))
            .map(({ sort }) => `${name} in ${child}: ${kind}: ${sort}`),
        ),
    );
    expect(crossed).toEqual([]);
  });

  it('stop no document: everybody is given their own copy, without them', () => {
    const stopped = copies.filter(({ child, kind, personId, said }) => {
      const people = caseload.find(({ name }) => name === child)?.people ?? [];
      const isOwn = personId === undefined || people.find(({ id }) => id === personId)?.copy === kind;
      return isOwn && said === undefined;
    });
    expect(
      stopped.map(({ child, kind, personId }) => `${child}: ${kind} for ${personId ?? 'nobody'}`),
    ).toEqual([]);
    expect(given().length).toBeGreaterThan(100);
  });

  it('leave gaps that were gone on with, and print their reason only where gaps print', () => {
    // Each is gone on with twice: when the decisions are finalised, and the record.
    expect(gaps).toBe(2 * 3 * caseload.length);
    const printed = given().filter(({ said }) => said?.includes(gapBecause));
    expect(new Set(printed.map(({ kind }) => kind))).toEqual(new Set(['service-file', 'manager']));
    const files = printed.filter(({ kind }) => kind === 'service-file');
    expect(files.map(({ said }) => said?.split(gapBecause).length)).toEqual(caseload.map(() => 1 + 3));
  });
});
