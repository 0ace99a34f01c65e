import { describe, expect, it } from 'vitest';
import { childFields } from '../../shared/domain/model/child.ts';
import { eventFields } from '../../shared/domain/model/events.ts';
import { Period } from '../../shared/domain/model/child.ts';
import type { FieldSpec, Loose } from '../../renderer/features/child/fields/specs.ts';
import { eventSpecs } from '../../renderer/features/child/facts/eventSpecs.ts';
import { periodSpecs } from '../../renderer/features/child/facts/periodSpecs.ts';
import { childSpecs } from '../../renderer/features/child/facts/specsOf.ts';

const named = (specs: readonly FieldSpec[]) => new Set(specs.map(({ name }) => name));
const shown = (specs: readonly FieldSpec[], value: Loose) =>
  specs.filter(({ when }) => when === undefined || when(value)).map(({ name, label }) => `${name}: ${label}`);

describe('the facts of a child', () => {
  it('can all be entered: a fact that a rule reads and nobody can give moves no date', () => {
    expect(Object.keys(childFields).filter((field) => !named(childSpecs).has(field))).toEqual([]);
    expect(Object.keys(eventFields).filter((field) => !named(eventSpecs([])).has(field))).toEqual([]);
    for (const { shape } of Period.options) {
      const kind = shape.kind.value;
      const own = ['id', 'childId', 'kind', 'isFromUnknown'];
      const missing = Object.keys(shape).filter(
        (field) => !own.includes(field) && !named(periodSpecs[kind]).has(field),
      );
      expect([kind, missing]).toEqual([kind, []]);
    }
  });

  it.each([
    [
      { placement: 'foster-carers' },
      ['isEmergency: Made in an emergency', 'isUntil18: Meant to last until 18'],
    ],
    [
      { placement: 'foster-carers', isOutOfArea: true, to: '2026-10-01' },
      [
        'isEmergency: Approved by the nominated officer as an emergency placement',
        'isUntil18: Meant to last until 18',
        'endedUnplanned: It ended without being planned',
      ],
    ],
    [
      { placement: 'parent' },
      [
        'isEmergency: Made in an emergency',
        'isBeforeAssessment: Placed before the assessment of the parent was complete (regulation 19)',
      ],
    ],
    [
      { placement: 'long-term-foster-carers' },
      [
        'isEmergency: Made in an emergency',
        'sixMonthlyVisitsFrom: Child agrees to visits every six months, since',
      ],
    ],
    // What is set stays in sight when the kind changes, since it may still move a date.
    [
      { placement: 'hospital', isUntil18: true },
      ['isEmergency: Made in an emergency', 'isUntil18: Meant to last until 18'],
    ],
  ] as const)('of a home are asked where they make a difference: %o', (home, fields) => {
    const rules = shown(periodSpecs.placement, home).filter((line) =>
      /^(?:isEmergency|isBeforeAssessment|isUntil18|sixMonthlyVisitsFrom|endedUnplanned)/.test(line),
    );
    expect(rules).toEqual(fields);
  });

  it('of an episode ask why no interview is held, once the child is back', () => {
    const asks = (value: Loose) =>
      shown(eventSpecs([]), value).some((line) => line.startsWith('noInterview'));
    expect(asks({ kind: 'missing' })).toBe(false);
    expect(asks({ kind: 'missing', endedAt: '2026-10-01T08:00:00Z' })).toBe(true);
    expect(asks({ kind: 'visit', endedAt: '2026-10-01T08:00:00Z' })).toBe(false);
  });
});
