import { endingOf } from '../endings.ts';
import type { GivenEnding } from '../model/minutes.ts';
import type { SectionKey } from '../model/sections.ts';
import { sectionsForAge, sectionsThatAlwaysApply } from '../model/sections.ts';
import { assertNever } from '../result.ts';
import type { Checked, Rule } from './context.ts';
import type { Finding } from './finding.ts';
import { findingOf } from './finding.ts';
import { headingOf, isFilled } from './naming.ts';

/** What a given ending lacks, in words, or undefined when it has all it needs. */
function missingWords(ending: GivenEnding): string | undefined {
  switch (ending.kind) {
    case 'no-change': {
      const [who, when] = [isFilled(ending.checkedWith), ending.on !== undefined];
      if (who && when) return undefined;
      if (!who && !when) return 'no change, but not with whom and when it was checked';
      return who ? 'no change, but not when it was checked' : 'no change, but not with whom it was checked';
    }
    case 'not-discussed':
      return isFilled(ending.because) ? undefined : 'not discussed, but not why';
    case 'does-not-apply':
      return isFilled(ending.because) ? undefined : 'does not apply, but not why';
    default:
      return assertNever(ending);
  }
}

function endingFindings(checked: Checked, key: SectionKey): Finding[] {
  const target = { review: checked.review.id, section: key, field: 'ending' };
  const heading = headingOf(key, checked);
  const ending = endingOf(checked.record, checked.review.id, key);
  if (ending === undefined) {
    return [
      findingOf('section-without-ending', target, `${heading}: nothing is written, and no ending is given.`),
    ];
  }
  if (ending.kind === 'discussed') return [];
  if (ending.kind === 'does-not-apply' && sectionsThatAlwaysApply.includes(key)) {
    return [findingOf('section-cannot-not-apply', target, `${heading} applies to every child.`)];
  }
  const missing = missingWords(ending);
  return missing === undefined
    ? []
    : [findingOf('ending-without-words', target, `${heading} says ${missing}.`)];
}

/** Every section of the child's age that is not hidden here ends in one of the four ways (design.md, Section). */
const everySectionEnds: Rule = (checked) =>
  sectionsForAge(checked.age)
    .filter(({ key, takesEnding }) => takesEnding && !checked.settings.hiddenSections.includes(key))
    .flatMap(({ key }) => endingFindings(checked, key));

export const endingRules: readonly Rule[] = [everySectionEnds];
