import { LetterheadFault } from './fault.ts';
import { element, isElement, textIn, type XmlElement, type XmlNode } from './xml.ts';

/** Fields that are right on any page of any document. */
const pageFields = new Set(['PAGE', 'NUMPAGES', 'SECTIONPAGES']);

type Fate = 'kept' | 'words';

/** What becomes of a field: kept, or its words alone. Throws for one that Word would fill with something else. */
function fateOf(instruction: string): Fate {
  const name = /^\s*([A-Za-z]+)/u.exec(instruction)?.[1]?.toUpperCase() ?? '';
  if (pageFields.has(name)) return 'kept';
  if (name === 'HYPERLINK') return 'words';
  throw new LetterheadFault(
    `The header or footer has the field ${name === '' ? 'of a formula' : name}, which Word fills in by itself. Type the words in its place, or delete it, save it, then choose it again.`,
  );
}

type Field = { instruction: string; readonly pieces: XmlElement[] };

/** Which marks of fields go, found in one walk: a field may begin in one run and end in another. */
function marksToDrop(nodes: readonly XmlNode[]): ReadonlySet<XmlElement> {
  const toDrop = new Set<XmlElement>();
  const open: Field[] = [];
  const visit = (node: XmlNode): void => {
    if (typeof node === 'string') return;
    const field = open.at(-1);
    if (node.name === 'w:fldChar') {
      const type = node.attributes.get('w:fldCharType');
      if (type === 'begin') open.push({ instruction: '', pieces: [node] });
      else if (field) {
        field.pieces.push(node);
        if (type === 'end') {
          open.pop();
          if (fateOf(field.instruction) === 'words') for (const piece of field.pieces) toDrop.add(piece);
        }
      } else throw brokenField();
    } else if (node.name === 'w:instrText' && field) {
      field.instruction += textIn(node);
      field.pieces.push(node);
    } else for (const child of node.children) visit(child);
  };
  for (const node of nodes) visit(node);
  if (open.length > 0) throw brokenField();
  return toDrop;
}

const brokenField = (): LetterheadFault =>
  new LetterheadFault(
    'A field in the header or footer is damaged. Delete it in Word, save the document, then choose it again.',
  );

/** Links as their words, page numbers as they are; every other field is refused. */
export function withoutFields(nodes: readonly XmlNode[]): XmlNode[] {
  const toDrop = marksToDrop(nodes);
  const rewrite = (node: XmlNode): XmlNode[] => {
    if (typeof node === 'string') return [node];
    if (toDrop.has(node)) return [];
    const children = node.children.flatMap(rewrite);
    if (node.name === 'w:fldSimple' && fateOf(node.attributes.get('w:instr') ?? '') === 'words')
      return children;
    return [{ ...node, children }];
  };
  return nodes.flatMap(rewrite);
}

/** Words between numbers of pages: "Page 1 of 3", "- 2 -". */
const betweenNumbers = /^[\s\p{P}|]*(?:page|pg\.?|tudalen)?[\s\p{P}|]*(?:of|o|\/)?[\s\p{P}|]*$/iu;

/** Whether a paragraph holds a number of a page, and nothing else but the words that go with one. */
export function isOnlyPageNumber(paragraph: XmlElement): boolean {
  let depth = 0;
  let hasNumber = false;
  let hasPicture = false;
  let words = '';
  const visit = (node: XmlNode): void => {
    if (typeof node === 'string') return;
    if (node.name === 'w:fldChar') {
      const type = node.attributes.get('w:fldCharType');
      if (type === 'begin') depth += 1;
      if (type === 'end') depth -= 1;
      hasNumber = true;
    } else if (node.name === 'w:fldSimple') hasNumber = true;
    else if (node.name === 'w:drawing' || node.name === 'w:pict') hasPicture = true;
    else if (node.name === 'w:tab') words += ' ';
    else if (node.name === 'w:t') words += depth === 0 ? textIn(node) : '';
    else for (const child of node.children) visit(child);
  };
  visit(paragraph);
  return hasNumber && !hasPicture && betweenNumbers.test(words);
}

/** Our own "page x of y" stands on every page, so a paragraph that is no more than a page's number goes. */
export function withoutPageNumbers(nodes: readonly XmlElement[]): XmlElement[] {
  return nodes.flatMap((node) => {
    if (node.name === 'w:p') return isOnlyPageNumber(node) ? [] : [node];
    if (node.name !== 'w:tbl') return [node];
    return [withoutPageNumbersIn(node)];
  });
}

/** In a table the paragraph stays, empty: each cell must hold one. */
function withoutPageNumbersIn(node: XmlElement): XmlElement {
  const children = node.children.map((child) => {
    if (!isElement(child)) return child;
    if (child.name === 'w:p') {
      if (!isOnlyPageNumber(child)) return child;
      return element(
        'w:p',
        {},
        child.children.filter((part) => isElement(part, 'w:pPr')),
      );
    }
    return withoutPageNumbersIn(child);
  });
  return { ...node, children };
}
