import type { Person } from '../domain/model/child.ts';
import type { DocumentKind } from '../domain/model/issue.ts';
import { assertNever } from '../domain/result.ts';
import type { Report } from './blocks.ts';
import { buildChairSheet } from './chairSheet.ts';
import type { ReviewContent } from './content.ts';
import { buildDecisionsSheet } from './decisionsSheet.ts';
import type { IssueState } from './issueState.ts';
import { buildLetter } from './letter.ts';
import { buildManagersPage } from './managersPage.ts';
import type { LetterheadPaper } from './letterheadPaper.ts';
import { copyRecipient } from './recipient.ts';
import { buildRecordCopy } from './recordCopy.ts';
import { buildServiceFile } from './serviceFile.ts';

/** A copy of the record is for somebody: who is to have it must be said. Never carries a name. */
export class RecipientNeeded extends TypeError {
  constructor() {
    super('A copy of the record needs its recipient');
  }
}

/**
 * Every document there is, from one place. `content` holds what its reader may have and nothing else (`contentFor`
 * takes the rest away); `recipient` is needed for copies of the record and names the reader of the manager's page
 * and the decisions sheet. `letterhead` is for what leaves the service (`releasedCopies`); the service's own sheets are
 * never on it. Throws `RecipientNeeded` when a copy has none: a caller's bug.
 */
export function buildReport(
  kind: DocumentKind,
  content: ReviewContent,
  state: IssueState,
  recipient?: Person,
  letterhead?: LetterheadPaper,
): Report {
  switch (kind) {
    case 'service-file':
      return buildServiceFile(content, state);
    case 'decisions':
      return buildDecisionsSheet(content, state, recipient);
    case 'manager':
      return buildManagersPage(content, state, recipient);
    case 'chair':
      return buildChairSheet(content, state);
    case 'letter':
      return buildLetter(content, state, letterhead);
    case 'parent':
    case 'carer':
    case 'school':
    case 'health':
      if (recipient === undefined) throw new RecipientNeeded();
      return buildRecordCopy(content, state, copyRecipient(kind, recipient), letterhead);
    default:
      return assertNever(kind);
  }
}
