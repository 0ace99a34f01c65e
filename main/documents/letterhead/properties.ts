import { element, isElement, type XmlElement, type XmlNode } from './xml.ts';

/** The order that the schema of WordprocessingML asks for. */
const paragraphOrder =
  'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr'.split(
    ' ',
  );
const runOrder =
  'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath'.split(
    ' ',
  );
const tableOrder =
  'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'.split(
    ' ',
  );

/** `w:rPr` in a paragraph's properties, what a style says of its numbers and levels: not part of how the words look. */
const notLooks = new Set([
  'w:pStyle',
  'w:rStyle',
  'w:tblStyle',
  'w:numPr',
  'w:outlineLvl',
  'w:cnfStyle',
  'w:divId',
]);
/** Properties whose attributes are each one of their own. */
const byAttribute = new Set(['w:spacing', 'w:ind', 'w:rFonts', 'w:lang', 'w:tblCellMar']);
/** Properties whose children are each one of their own. */
const byChild = new Set(['w:pBdr', 'w:tblBorders', 'w:tblCellMar', 'w:tcBorders', 'w:tcMar']);

/** Attributes that say the same in two ways: the later takes the earlier's place. */
const rivals: readonly (readonly [string, string])[] = [
  ['w:ascii', 'w:asciiTheme'],
  ['w:hAnsi', 'w:hAnsiTheme'],
  ['w:eastAsia', 'w:eastAsiaTheme'],
  ['w:cs', 'w:cstheme'],
  ['w:firstLine', 'w:hanging'],
  ['w:left', 'w:start'],
  ['w:right', 'w:end'],
];

function withoutRivals(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): [string, string][] {
  const replaced = new Set(
    rivals.flatMap(([one, other]) => [
      ...(after.has(one) ? [other] : []),
      ...(after.has(other) ? [one] : []),
    ]),
  );
  return [...before].filter(([name]) => !replaced.has(name));
}

function mergeTabs(before: XmlElement, after: XmlElement): XmlElement {
  const tabs = new Map<string, XmlNode>();
  for (const tab of [...before.children, ...after.children]) {
    if (!isElement(tab)) continue;
    const at = tab.attributes.get('w:pos') ?? '';
    tabs.delete(at);
    if (tab.attributes.get('w:val') !== 'clear') tabs.set(at, tab);
  }
  return { ...after, children: [...tabs.values()] };
}

function mergeOne(before: XmlElement, after: XmlElement): XmlElement {
  if (after.name === 'w:tabs') return mergeTabs(before, after);
  const attributes = byAttribute.has(after.name)
    ? new Map([...withoutRivals(before.attributes, after.attributes), ...after.attributes])
    : after.attributes;
  const children = byChild.has(after.name) ? merge(before.children, after.children) : after.children;
  return { name: after.name, attributes, children };
}

/** Properties over properties: what the later says wins, each property for itself. */
export function merge(before: readonly XmlNode[], after: readonly XmlNode[]): XmlElement[] {
  const merged = new Map<string, XmlElement>();
  for (const property of [...before, ...after]) {
    if (!isElement(property)) continue;
    const known = merged.get(property.name);
    merged.set(property.name, known ? mergeOne(known, property) : property);
  }
  return [...merged.values()];
}

const sides: Readonly<Record<string, string>> = { start: 'left', end: 'right' };

/** Alignment in the names that every version of Word knows: other programs write the newer ones. */
export function withKnownSides(node: XmlElement): XmlElement {
  const side = node.name === 'w:jc' ? sides[node.attributes.get('w:val') ?? ''] : undefined;
  return side === undefined ? node : { ...node, attributes: new Map([['w:val', side]]) };
}

/** Only what says how something looks. */
export function looksOf(properties: XmlElement | undefined): XmlElement[] {
  const looks = (properties?.children ?? []).filter(
    (child): child is XmlElement =>
      isElement(child) &&
      child.name.startsWith('w:') &&
      child.name !== 'w:rPr' &&
      !child.name.endsWith('Change') &&
      !notLooks.has(child.name),
  );
  return looks.map(withKnownSides);
}

const orders = { 'w:pPr': paragraphOrder, 'w:rPr': runOrder, 'w:tblPr': tableOrder } as const;

/** Properties in the order that the schema wants; what the schema does not know there is left out. */
export function properties(name: keyof typeof orders, children: readonly XmlNode[]): XmlElement {
  const order: readonly string[] = orders[name];
  const placed = children.flatMap((child) => {
    const at = isElement(child) ? order.indexOf(child.name.slice(2)) : -1;
    return at === -1 ? [] : [{ at, child }];
  });
  return element(
    name,
    {},
    placed.sort((one, other) => one.at - other.at).map(({ child }) => child),
  );
}
