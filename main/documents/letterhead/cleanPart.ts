import { LetterheadFault } from './fault.ts';
import { withoutFields } from './fields.ts';
import { namespaces } from './namespaces.ts';
import { withKnownSides } from './properties.ts';
import { hasNumbers } from './styles.ts';
import { childOf, childrenOf, element, isElement, isOn, type XmlElement, type XmlNode } from './xml.ts';

/** What a part needs of the file around it. */
export type PartContext = {
  /** The picture behind a relationship of this part, as an id of our own. Throws for what is no picture inside the file. */
  readonly picture: (relationship: string) => string;
  /** Counts through the whole letterhead: Word wants each drawing's number once. */
  readonly nextDrawing: () => number;
};

/** Left out with all that is in it: traces of editing, names of places, what only Word's later versions draw. */
const dropped = new Set(
  (
    'w:proofErr w:bookmarkStart w:bookmarkEnd w:permStart w:permEnd w:commentRangeStart w:commentRangeEnd ' +
    'w:commentReference w:annotationRef w:lastRenderedPageBreak w:del w:moveFrom w:delText w:delInstrText ' +
    'w:moveFromRangeStart w:moveFromRangeEnd w:moveToRangeStart w:moveToRangeEnd w:cellIns w:cellDel w:cellMerge ' +
    'w:customXmlInsRangeStart w:customXmlInsRangeEnd w:customXmlDelRangeStart w:customXmlDelRangeEnd ' +
    'w:customXmlPr w:smartTagPr w:footnoteReference w:endnoteReference w:outlineLvl w:cnfStyle w:divId ' +
    'a:extLst a:hlinkClick a:hlinkHover a:hlinkMouseOver'
  ).split(' '),
);
/** What is in them stays. */
const unwrapped = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:hyperlink', 'w:sdtContent']);

const instead = 'Put a picture or plain words in its place in Word, save it, then choose it again.';
/** What a letterhead must not hold, and what it is called in Word. */
const refused: Readonly<Record<string, string>> = {
  'w:object': 'an embedded object',
  'o:OLEObject': 'an embedded object',
  'w:control': 'a form control',
  'w:altChunk': 'another document',
  'w:subDoc': 'another document',
  'w:contentPart': 'ink',
  'o:signatureline': 'a signature line',
  'c:chart': 'a chart',
  'dgm:relIds': 'a SmartArt picture',
};

const carried = new Set<string>(Object.keys(namespaces));
const understood = new Set(['wps', 'wpg', 'w14', 'wp14']);

function refusal(what: string): LetterheadFault {
  return new LetterheadFault(`The header or footer holds ${what}, which cannot be carried over. ${instead}`);
}

/** The content of a header or footer, cleaned. Throws `LetterheadFault` for what cannot be carried. */
export function cleanPart(root: XmlElement, context: PartContext): XmlElement[] {
  const cleaned = root.children.flatMap((child) => cleanNode(child, context));
  return withoutFields(cleaned).filter((node): node is XmlElement => isElement(node));
}

function cleanNode(node: XmlNode, context: PartContext): XmlNode[] {
  if (typeof node === 'string') return [node];
  const { name } = node;
  const [prefix = ''] = name.split(':');
  const what = refused[name];
  if (what !== undefined) throw refusal(what);
  if (name === 'mc:AlternateContent') return alternative(node, context);
  if (name === 'w:sdt') return control(node, context);
  if (dropped.has(name) || name.endsWith('Change') || prefix === 'w14' || prefix === 'wp14') return [];
  // Words that are not shown are not the letterhead's words.
  if (name === 'w:r' && isOn(childOf(childOf(node, 'w:rPr'), 'w:vanish'))) return [];
  if (unwrapped.has(name)) return node.children.flatMap((child) => cleanNode(child, context));
  if (prefix === 'o' && name !== 'o:lock') return [];
  if (!carried.has(prefix)) throw refusal('something of another program or of a later Word');
  if (name === 'w:pPr' && hasNumbers(node)) throw numbered();
  const children = node.children.flatMap((child) => cleanNode(child, context));
  return [named(withKnownSides({ name, attributes: attributesOf(node, context), children }), context)];
}

export function numbered(): LetterheadFault {
  return new LetterheadFault(
    'The header or footer has a numbered or bulleted list. Type its numbers or bullets as words in Word, save it, then choose it again.',
  );
}

/** The choice that Word of today draws; what is there for older ones says the same twice. */
function alternative(node: XmlElement, context: PartContext): XmlNode[] {
  const choice = childrenOf(node, 'mc:Choice').find(({ attributes }) =>
    (attributes.get('Requires') ?? '?').split(' ').every((prefix) => understood.has(prefix)),
  );
  const chosen = choice ?? childOf(node, 'mc:Fallback');
  return (chosen?.children ?? []).flatMap((child) => cleanNode(child, context));
}

/** The words of a content control without the control: it may be tied to properties of the file. A prompt is no word. */
function control(node: XmlElement, context: PartContext): XmlNode[] {
  if (isOn(childOf(childOf(node, 'w:sdtPr'), 'w:showingPlcHdr'))) return [];
  return (childOf(node, 'w:sdtContent')?.children ?? []).flatMap((child) => cleanNode(child, context));
}

/** Of VML what places and draws a shape; names of files and whole copies of pictures are left out. */
const droppedAttributes = new Set(
  'o:title o:gfxdata o:href o:hrefs o:althref href src target title'.split(' '),
);

function attributesOf({ name, attributes }: XmlElement, context: PartContext): Map<string, string> {
  const isVml = name.startsWith('v:');
  const kept = new Map<string, string>();
  for (const [key, value] of attributes) {
    const [prefix = ''] = key.includes(':') ? key.split(':') : [''];
    if (prefix === 'r') kept.set(key, referenceOf(name, key, value, context));
    else if (prefix === '?' || prefix === 'w14' || prefix === 'wp14' || prefix === 'mc') continue;
    else if (key.startsWith('w:rsid') || (isVml && droppedAttributes.has(key))) continue;
    else kept.set(key, value);
  }
  return kept;
}

function referenceOf(name: string, key: string, value: string, { picture }: PartContext): string {
  if (
    (name === 'a:blip' && key === 'r:embed') ||
    (name === 'v:imagedata' && key === 'r:id') ||
    (name === 'v:fill' && key === 'r:id')
  ) {
    return picture(value);
  }
  if (key === 'r:link' || key === 'r:href') throw linkedPicture();
  throw refusal('something that lies in another part of the file');
}

export function linkedPicture(): LetterheadFault {
  return new LetterheadFault(
    'A picture in the header or footer is linked, not in the document itself: it would be fetched each time. Put the picture itself in (Insert, Pictures), save it, then choose it again.',
  );
}

/** What reads like the name of a file, which Word likes to give as a description. */
const isFileName = (text: string): boolean =>
  /[\\/]|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|pdf|docx?)$/iu.test(text.trim());

/** Each drawing has a number of its own, a name that tells nothing, and a description to be read out. */
function named(node: XmlElement, { nextDrawing }: PartContext): XmlElement {
  const described = (key: string): string => {
    const given = node.attributes.get(key)?.trim() ?? '';
    return given === '' || isFileName(given) ? 'Letterhead' : given;
  };
  switch (node.name) {
    case 'wp:docPr':
    case 'pic:cNvPr':
    case 'wps:cNvPr':
    case 'wpg:cNvPr': {
      const id = String(nextDrawing());
      return element(
        node.name,
        { id, name: `Letterhead ${id}`, ...(node.name === 'wp:docPr' ? { descr: described('descr') } : {}) },
        node.children,
      );
    }
    case 'v:shape':
    case 'v:rect':
      return { ...node, attributes: new Map([...node.attributes, ['alt', described('alt')]]) };
    default:
      return node;
  }
}
