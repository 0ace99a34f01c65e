import { element, isElement, type XmlElement, type XmlNode, xmlOf } from './xml.ts';
import { namespaces } from './namespaces.ts';

const dropped = new Set(['a:extLst', 'a:objectDefaults', 'a:extraClrSchemeLst', 'a:custClrLst']);
const namedParts = new Set(['a:theme', 'a:clrScheme', 'a:fontScheme', 'a:fmtScheme']);

/** A background picture lies in another part of the file; the colour of the place stands for it. */
const plainFill = element('a:solidFill', {}, [element('a:schemeClr', { val: 'phClr' })]);

function clean(node: XmlNode): XmlNode[] {
  if (!isElement(node)) return [];
  if (!node.name.startsWith('a:') || dropped.has(node.name)) return [];
  if (node.name === 'a:blipFill') return [plainFill];
  const attributes = new Map([...node.attributes].filter(([key]) => !key.includes(':')));
  // Its name may be that of a person or an office.
  if (namedParts.has(node.name)) attributes.set('name', 'Letterhead');
  const children = node.children.flatMap(clean);
  return [
    {
      name: node.name,
      attributes,
      // The schema wants these two, empty or not.
      children:
        node.name === 'a:theme'
          ? [...children, element('a:objectDefaults'), element('a:extraClrSchemeLst')]
          : children,
    },
  ];
}

/** The colours and fonts that a header's shapes and words are drawn with, as a part of ours. */
export function themeXml(root: XmlElement): string {
  const [cleaned] = clean(root);
  if (!cleaned || !isElement(cleaned, 'a:theme')) return '';
  const declared: XmlElement = {
    ...cleaned,
    attributes: new Map([['xmlns:a', namespaces.a], ...cleaned.attributes]),
  };
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${xmlOf(declared)}`;
}
