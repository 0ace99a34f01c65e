import { of } from './period.ts';
import type { RuleRow } from './rule.ts';
import { inForce } from './sources.ts';

/** M: missing episodes. */
export const missingRules = [
  {
    id: 'M-01',
    name: 'Return interview',
    trigger: 'missing-ended',
    period: of(72, 'hour'),
    condition: 'offered and done; or the reason why none was held',
    source: 'Statutory guidance on children who run away or go missing 2014; Derbyshire practice guidance',
    standing: 'guidance',
    mark: 'S',
    effectiveFrom: inForce.missing,
  },
  {
    id: 'M-02',
    name: 'Strategy or risk meeting after repeated episodes',
    trigger: 'missing-repeated',
    repeats: { count: 3, days: 30 },
    condition: 'three episodes within 30 days',
    source: 'Derbyshire practice guidance',
    standing: 'local',
    mark: 'L',
  },
  {
    id: 'M-03',
    name: 'Which episodes get an interview',
    trigger: 'missing-ended',
    condition:
      'offered for every episode however long; the decision not to hold one is recorded with its reason; gives no date',
    source: 'Glossary of council procedures; a joint protocol of 2016 lists narrower grounds',
    standing: 'guidance',
    mark: 'S',
  },
] as const satisfies readonly RuleRow[];
