import { createHash } from 'node:crypto';
import type { AcceptedGap } from '../../../shared/contract/shapes.ts';
import { checkReview, unexplained } from '../../../shared/domain/findings/check.ts';
import type { Finding } from '../../../shared/domain/findings/finding.ts';
import { aboutOf } from '../../../shared/domain/findings/finding.ts';
import { FinalisationId } from '../../../shared/domain/ids.ts';
import { whyNotFinalisable } from '../../../shared/domain/lifecycle.ts';
import type { Finalisation, FinalisationKind, Gap } from '../../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import type { Review } from '../../../shared/domain/model/review.ts';
import type { Result } from '../../../shared/domain/result.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { editionOf, standingFinalisation } from '../../../shared/domain/reviews.ts';
import { clocksOf } from '../../../shared/report/content.ts';
import { canonicalJson } from '../../../shared/text/canonicalJson.ts';
import type { Context, SyncHandler } from '../context.ts';
import { contentOf, frozenContent } from '../frozen.ts';
import { loadReview } from '../loadReview.ts';
import { saveRecord, writeAudit } from '../recordWriter.ts';
import { settleText } from '../textWriter.ts';
import { saveInReview } from './saveInReview.ts';

/** The findings of a review as of today. */
export function findingsOf(context: Context, record: ChildRecord, review: Review): Finding[] {
  const otherChildren = context.repos.lists.otherChildren(record.child.id);
  return checkReview(record, review.id, { today: context.today, settings: context.settings, otherChildren });
}

const checkCall: SyncHandler<'review:check'> = ({ id }, context) => {
  const loaded = loadReview(context, id);
  if (!loaded) return fail('not-found', 'This review is no longer there.');
  return ok(findingsOf(context, loaded.record, loaded.review).map((finding) => ({ ...finding })));
};

function acceptanceOf(finding: Finding, accepted: readonly AcceptedGap[]): AcceptedGap | undefined {
  return accepted.find(
    (gap) => gap.code === finding.code && (gap.about === undefined || gap.about === aboutOf(finding)),
  );
}

/** Every blocking finding needs a recorded reason to go on; those without one are named, each with its place. */
function gapsFor(
  context: Context,
  findings: readonly Finding[],
  accepted: readonly AcceptedGap[],
): Result<Gap[]> {
  const open = findings.filter((finding) => !acceptanceOf(finding, accepted));
  if (open.length > 0) {
    return fail(
      'forbidden',
      `${open.length} ${open.length === 1 ? 'thing is' : 'things are'} missing. Mend each, or go on with a reason.`,
      {
        issues: open.map((finding) => ({
          path: `${finding.code} ${aboutOf(finding)}`,
          // Not `what`, which may quote the child: an error never carries words of the record.
          message: `${finding.why} ${finding.remedy}`,
        })),
      },
    );
  }
  return ok(
    findings.flatMap((finding) => {
      const gap = acceptanceOf(finding, accepted);
      if (!gap) return [];
      const { because, expectedOn } = gap;
      const { officer, today } = context;
      return [
        {
          code: finding.code,
          what: finding.what,
          because,
          by: officer.name,
          on: today,
          ...(expectedOn && { expectedOn }),
        },
      ];
    }),
  );
}

/** Finalising the decisions sends them: the manager's clock starts, unless another day is already recorded. */
function markSent(context: Context, review: Review): Result<unknown> {
  if (review.decisionsSentOn !== undefined) return ok(undefined);
  const stored = context.repos.entities.find('review', review.id);
  if (!stored) return fail('not-found', 'This review is no longer there.');
  return saveRecord(context, 'review', { ...stored.value, decisionsSentOn: context.today }, stored.version);
}

/** A manager who has not answered in time has agreed by no reply, where the local rule says so. */
function recordSilence(context: Context, record: ChildRecord, review: Review): Result<unknown> {
  const { replyDue } = clocksOf(record, review, context.settings, context.today);
  if (replyDue.kind !== 'computed' || replyDue.due >= context.today) return ok(undefined);
  for (const { value, version } of context.repos.entities.listByReview('decision', review.id)) {
    if (value.reply) continue;
    const saved = saveRecord(
      context,
      'decision',
      { ...value, reply: { outcome: 'no-reply', on: replyDue.due } },
      version,
    );
    if (!saved.ok) return saved;
  }
  return ok(undefined);
}

/**
 * What can be frozen: an optional field that is undefined is one that is not there, and half a surrogate pair, which
 * canonical JSON cannot hold and no document could print, becomes U+FFFD. The record itself stays as typed.
 */
function frozenForm(content: unknown): unknown {
  const json = JSON.stringify(content, (_field, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  );
  return JSON.parse(json);
}

function settleReview(context: Context, record: ChildRecord, review: Review): void {
  for (const text of record.texts) if (text.reviewId === review.id) settleText(context, text.id);
}

function store(
  context: Context,
  review: Review,
  kind: FinalisationKind,
  gaps: readonly Gap[],
): Result<Finalisation> {
  const loaded = loadReview(context, review.id);
  if (!loaded) return fail('not-found', 'This review is no longer there.');
  const decisions = standingFinalisation(loaded.record, review.id, 'decisions');
  const fixed = decisions && frozenContent(context, decisions);
  const allGaps = kind === 'record' ? [...(fixed?.gaps ?? []), ...gaps] : [...gaps];
  const content = contentOf(context, loaded.record, review.id, {
    gaps: allGaps,
    ...(fixed && { fixedNumbers: fixed.numbers }),
  });
  if (!content) return fail('not-found', 'This review is no longer there.');
  const canonical = canonicalJson(frozenForm(content));
  const value: Finalisation = {
    id: FinalisationId.parse(context.newId()),
    childId: review.childId,
    reviewId: review.id,
    kind,
    edition: editionOf(loaded.record, review.id),
    at: context.now,
    by: context.officer.name,
    sha256: createHash('sha256').update(canonical, 'utf8').digest('hex'),
    gaps: allGaps,
  };
  // What is finalised takes nothing back.
  context.repos.journal.voidUndo(review.childId);
  context.repos.entities.insert('finalisation', value, context.now, {
    content: context.repos.contents.pack(canonical),
  });
  const about = {
    name: 'finalisation',
    id: value.id,
    childIds: [review.childId],
    what: 'finalised',
    version: 1,
  } as const;
  writeAudit(context, about, { before: undefined, after: value.sha256 });
  return ok(value);
}

/**
 * Freezes the decisions (day 5) or the whole record (day 15): canonical JSON of everything the documents rest on,
 * with its hash. Each blocking finding needs a recorded reason; without it `forbidden` names them all.
 */
const finalise: SyncHandler<'review:finalise'> = ({ id, kind, gaps: accepted }, context) => {
  const loaded = loadReview(context, id);
  if (!loaded) return fail('not-found', 'This review is no longer there.');
  const { record, review } = loaded;
  const why = whyNotFinalisable(record, review.id, kind, context.today);
  if (why !== undefined) return fail('forbidden', why);
  // A reason given when the decisions were finalised stands: the record does not ask for it again.
  const earlier = kind === 'record' ? (standingFinalisation(record, id, 'decisions')?.gaps ?? []) : [];
  const gaps = gapsFor(context, unexplained(findingsOf(context, record, review), kind, earlier), accepted);
  if (!gaps.ok) return gaps;
  settleReview(context, record, review);
  const prepared = kind === 'decisions' ? markSent(context, review) : recordSilence(context, record, review);
  return prepared.ok ? store(context, review, kind, gaps.value) : prepared;
};

/**
 * Withdraws what was finalised in error. The wrong text is sealed: it stays, and is never exported. Withdrawing
 * the decisions withdraws the record that rests on them. The next edition's number is returned.
 */
const withdraw: SyncHandler<'review:withdraw'> = ({ id, kind, because, receivedBy }, context) => {
  const loaded = loadReview(context, id);
  if (!loaded) return fail('not-found', 'This review is no longer there.');
  const kinds = kind === 'decisions' ? (['decisions', 'record'] as const) : (['record'] as const);
  const standing = kinds.flatMap((each) => standingFinalisation(loaded.record, id, each) ?? []);
  if (!standing.some((finalisation) => finalisation.kind === kind)) {
    return fail('not-found', 'Nothing of this kind is finalised here.');
  }
  for (const finalisation of standing) {
    const stored = context.repos.entities.find('finalisation', finalisation.id);
    const withdrawn = { at: context.now, by: context.officer.name, because, receivedBy };
    const version =
      stored &&
      context.repos.entities.update(
        'finalisation',
        { ...finalisation, withdrawn },
        stored.version,
        context.now,
      );
    if (version === undefined) return fail('conflict', 'This was changed in the meantime. Look again.');
    const about = {
      name: 'finalisation',
      id: finalisation.id,
      childIds: [finalisation.childId],
      what: 'withdrawn',
      version,
    } as const;
    writeAudit(context, about, { before: undefined, after: finalisation.sha256 });
  }
  const after = loadReview(context, id);
  return ok({ edition: after ? editionOf(after.record, id) : 1 });
};

const addAddendum: SyncHandler<'addendum:add'> = (value, context) => {
  const review = loadReview(context, value.reviewId);
  if (!review) return fail('not-found', 'This review is no longer there.');
  if (!standingFinalisation(review.record, value.reviewId, 'record')) {
    return fail('forbidden', 'The record is not finalised yet: write it in the record itself.');
  }
  return saveInReview(context, 'addendum', 'addendum', { value, baseVersion: 0 });
};

const addFiling: SyncHandler<'filing:add'> = (value, context) =>
  saveInReview(context, 'filing', 'filing', { value, baseVersion: 0 });

export const finaliseSync = {
  'review:check': checkCall,
  'review:finalise': finalise,
  'review:withdraw': withdraw,
  'addendum:add': addAddendum,
  'filing:add': addFiling,
};
