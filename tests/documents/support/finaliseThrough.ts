import type { ThrowAway } from '../../../main/cli/throwAwayStore.ts';
import { blocking } from '../../../shared/domain/findings/check.ts';
import type { Finding } from '../../../shared/domain/findings/finding.ts';
import { aboutOf } from '../../../shared/domain/findings/finding.ts';
import type { ReviewId } from '../../../shared/domain/ids.ts';
import type { FinalisationKind } from '../../../shared/domain/model/issue.ts';

/** Why each gap is accepted; printed with it. */
export const gapBecause = 'the test goes on without it';

async function finalise(store: ThrowAway, id: ReviewId, kind: FinalisationKind): Promise<number> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the contract types their codes and places as text
  const findings = (await store.call('review:check', { id })) as Finding[];
  const gaps = blocking(findings, kind).map((finding) => ({
    code: finding.code,
    about: aboutOf(finding),
    because: gapBecause,
  }));
  await store.call('review:finalise', { id, kind, gaps });
  return gaps.length;
}

/** Finalises decisions, then the record, each on its day, every gap accepted with a reason; gives how many there were. */
export async function finaliseWithGaps(
  store: ThrowAway,
  id: ReviewId,
  on: { readonly decisions: string; readonly record: string },
): Promise<number> {
  store.clock.setDay(on.decisions);
  const decisions = await finalise(store, id, 'decisions');
  store.clock.setDay(on.record);
  return decisions + (await finalise(store, id, 'record'));
}
