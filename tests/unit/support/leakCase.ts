import { isoDate } from '../../../shared/domain/dates.ts';
import { ReviewId } from '../../../shared/domain/ids.ts';
import type { DocumentKind, Release } from '../../../shared/domain/model/issue.ts';
import type { ChildRecord } from '../../../shared/domain/model/record.ts';
import { defaultSettings } from '../../../shared/domain/settings.ts';
import { gatherContent } from '../../../shared/report/content.ts';
import { forbiddenFor, searchLeaks } from '../../../shared/report/leak.ts';
import * as build from './builders.ts';

/* A child in a confidential home, with a wish that her mother must not know of, for tests of the leak search. */

export const mum = build.aPerson({
  id: 'mum',
  name: 'Kerry Fauxton',
  role: 'parent',
  phone: '07700 900 214',
  address: '4 Own Road',
});
export const nan = build.aPerson({
  id: 'nan',
  name: 'Maureen Fauxton',
  role: 'relative',
  phone: '07700 900 215',
  address: '9 Nan Street, Mockton, ZZ1 2AB',
});
export const carer = build.aPerson({ id: 'carer', name: 'Bel Standinghouse', role: 'carer' });
export const worker = build.aPerson({
  id: 'worker',
  name: 'Tomasz Mockford',
  role: 'social-worker',
  phone: '01632 960 418',
});

export const home = build.aPeriod({
  kind: 'placement',
  placement: 'foster-carers',
  address: '12 Larkspur Road, Little Invention, ZZ9 4QX',
  provider: 'Fictive Care Homes',
  isAddressConfidential: true,
  carerIds: ['carer'],
  from: '2025-11-14',
});
const secret = build.aPoint({
  id: 'secret',
  kind: 'wish',
  words: 'I want Bo to come here. Not for Mum to know, she never liked him.',
  gist: 'Bo to tea',
  audience: { level: 'not-for', notFor: ['mum'] },
});

export function gather(parts: Partial<ChildRecord> = {}) {
  const record = build.aRecord({
    people: [mum, nan, carer, worker],
    periods: [build.lookedAfter('2019-05-07'), home],
    points: [secret],
    ...parts,
  });
  const content = gatherContent(record, ReviewId.parse('review-1'), {
    today: isoDate('2026-10-27'),
    officer: { name: 'Helen Draftwell', phone: '01632 960 410' },
    settings: defaultSettings,
  });
  if (!content) throw new Error('the record has its review');
  return content;
}

type Asked = {
  readonly content?: ReturnType<typeof gather>;
  readonly kind?: DocumentKind;
  readonly person?: typeof mum | undefined;
  readonly releases?: Release[];
  readonly others?: { id: string; fullName: string }[];
};
export const asForbidden = ({
  content = gather(),
  kind = 'parent',
  person = mum,
  releases = [],
  others = [],
}: Asked) => forbiddenFor(content, { kind, person, releases }, others);
export const found = (text: string, asked: Asked = {}) =>
  searchLeaks([{ part: 'body', text }], asForbidden(asked)).map((hit) => hit.what);
