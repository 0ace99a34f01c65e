import type { PageType } from '../../../shared/report/letterheadPaper.ts';
import { damaged, LetterheadFault } from './fault.ts';
import type { WordPackage } from './wordPackage.ts';
import { childOf, childrenOf, isElement, isOn, type XmlElement } from './xml.ts';

export const pageKinds = ['default', 'first', 'even'] as const;
/** Which pages a header or footer is for; `default` is for all that have none of their own. */
export type PageKind = (typeof pageKinds)[number];

/** The paths of the parts by the pages they are for. */
export type Margins = Readonly<Partial<Record<PageKind, string>>>;

export type LastSection = {
  readonly page: PageType;
  readonly headers: Margins;
  readonly footers: Margins;
  readonly isFirstDifferent: boolean;
  readonly isEvenDifferent: boolean;
};

const typeBase = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A length of Word's, in twentieths of a point or with a unit, in mm. */
function mmOf(value: string | undefined): number {
  const [, number = '', unit = ''] = /^([+-]?\d+(?:\.\d+)?)(mm|cm|in|pt|pc|pi)?$/u.exec(value ?? '') ?? [];
  const mmPerUnit: Readonly<Record<string, number>> = {
    '': 25.4 / 1440,
    mm: 1,
    cm: 10,
    in: 25.4,
    pt: 25.4 / 72,
    pc: 25.4 / 6,
    pi: 25.4 / 6,
  };
  return number === '' ? 0 : Number(number) * (mmPerUnit[unit] ?? 0);
}

function pageOf(section: XmlElement): PageType {
  const size = childOf(section, 'w:pgSz')?.attributes;
  const margins = childOf(section, 'w:pgMar')?.attributes;
  const mm = (name: string): number => mmOf(margins?.get(`w:${name}`));
  const gutter = Math.max(0, mm('gutter'));
  return {
    width: mmOf(size?.get('w:w')),
    height: mmOf(size?.get('w:h')),
    left: Math.max(0, mm('left')) + gutter,
    right: Math.max(0, mm('right')),
    // Below zero it says that the header may not push the text down; ours must.
    top: Math.abs(mm('top')),
    bottom: Math.abs(mm('bottom')),
    headerFromEdge: Math.max(0, mm('header')),
    footerFromEdge: Math.max(0, mm('footer')),
  };
}

/** mm. */
const a4 = { width: 210, height: 297 } as const;
const tolerance = 2;
const leastText = { width: 140, height: 150 } as const;
const whole = (mm: number): string => String(Math.round(mm));

/** Throws `LetterheadFault` for a page that the documents do not fit on. */
export function checkPage({ width, height, left, right, top, bottom }: PageType): void {
  if (Math.abs(width - a4.width) > tolerance || Math.abs(height - a4.height) > tolerance) {
    throw new LetterheadFault(
      `The page of this letterhead is ${whole(width)} × ${whole(height)} mm. The documents are A4, upright: set that in Word (Layout, Size and Orientation), save it, then choose it again.`,
    );
  }
  if (width - left - right < leastText.width) {
    throw new LetterheadFault(
      `The margins of this letterhead leave ${whole(width - left - right)} mm for the text; the tables need ${leastText.width} mm. Make the side margins narrower in Word (Layout, Margins), save it, then choose it again.`,
    );
  }
  if (height - top - bottom < leastText.height) throw tooLittleHeight(height - top - bottom);
}

/** For margins, or a header and footer, that leave too little of a page. */
export function tooLittleHeight(mm: number): LetterheadFault {
  return new LetterheadFault(
    `The header and footer of this letterhead leave ${whole(Math.max(0, mm))} mm for the text; a page needs ${leastText.height} mm. Make them lower in Word, save it, then choose it again.`,
  );
}

export const leastTextHeight: number = leastText.height;

/** The path of the main part, and that it is one. */
export function mainPartOf(file: WordPackage): string {
  const found = [...file.relationshipsOf('').values()].find(({ type }) => type.endsWith('/officeDocument'));
  if (found?.type.startsWith('http://purl.oclc.org/') === true) {
    throw new LetterheadFault(
      'This was saved as a Strict Open XML Document. Open it in Word, save it as a Word Document (.docx), then choose that file.',
    );
  }
  if (!found || !file.has(found.target)) {
    throw new LetterheadFault(
      'There is no Word document in this file. Choose the .docx file of the letterhead.',
    );
  }
  return found.target;
}

/** The part that the main part is related to in one of Word's ways, if it has one. */
export function relatedPart(file: WordPackage, main: string, kind: string): string | undefined {
  const found = [...file.relationshipsOf(main).values()].find(({ type }) => type === `${typeBase}/${kind}`);
  return found && !found.isExternal && file.has(found.target) ? found.target : undefined;
}

/** In the order of the text; what a section was before a tracked change is not one. */
function sectionsIn(node: XmlElement): XmlElement[] {
  if (node.name === 'w:sectPr') return [node];
  return node.children.flatMap((child) => (isElement(child) ? sectionsIn(child) : []));
}

/** What the last section has: a header or footer that it does not name is that of the section before. */
export function lastSection(file: WordPackage, main: string): LastSection {
  const sections = sectionsIn(file.xml(main));
  const last = sections.at(-1);
  if (!last)
    throw new LetterheadFault(
      'This document says nothing of its page. Open it in Word, save it again, then choose it again.',
    );
  const relationships = file.relationshipsOf(main);
  const collect = (reference: string): Margins => {
    const found: Partial<Record<PageKind, string>> = {};
    for (const section of sections) {
      for (const { attributes } of childrenOf(section, reference)) {
        const kind = pageKinds.find((name) => name === (attributes.get('w:type') ?? 'default'));
        const relationship = relationships.get(attributes.get('r:id') ?? '');
        if (!kind || !relationship || relationship.isExternal || !file.has(relationship.target))
          throw damaged();
        found[kind] = relationship.target;
      }
    }
    return found;
  };
  const settings = relatedPart(file, main, 'settings');
  return {
    page: pageOf(last),
    headers: collect('w:headerReference'),
    footers: collect('w:footerReference'),
    isFirstDifferent: isOn(childOf(last, 'w:titlePg')),
    isEvenDifferent: settings !== undefined && isOn(childOf(file.xml(settings), 'w:evenAndOddHeaders')),
  };
}
