import { isElement, textIn, type XmlElement, type XmlNode } from './xml.ts';

/** What a header or footer says: its paragraphs in order, and what is read out of its pictures. */
export type PartWords = { readonly lines: readonly string[]; readonly descriptions: readonly string[] };

/** The number in a field of a page is no word of the letterhead's. */
export function wordsOfPart(nodes: readonly XmlNode[]): PartWords {
  const lines: string[] = [];
  const descriptions: string[] = [];
  let line = '';
  let depth = 0;
  const endLine = (): void => {
    if (/\S/u.test(line)) lines.push(line.trim());
    line = '';
  };
  const visit = (node: XmlNode): void => {
    if (!isElement(node)) return;
    for (const key of ['descr', 'alt']) {
      const description = node.attributes.get(key);
      if (description !== undefined && description !== '') descriptions.push(description);
    }
    if (node.name === 'w:p') visitParagraph(node);
    else if (node.name === 'w:fldChar') {
      const type = node.attributes.get('w:fldCharType');
      if (type === 'begin') depth += 1;
      if (type === 'end') depth -= 1;
    } else if (node.name === 'w:t') line += depth === 0 ? textIn(node) : '';
    else if (node.name === 'v:textpath') {
      endLine();
      line = node.attributes.get('string') ?? '';
      endLine();
    } else if (['w:tab', 'w:ptab'].includes(node.name)) line += '\t';
    else if (['w:br', 'w:cr'].includes(node.name)) endLine();
    else if (node.name === 'w:noBreakHyphen') line += '\u2011';
    else if (node.name !== 'w:fldSimple' && node.name !== 'w:pPr')
      for (const child of node.children) visit(child);
  };
  const visitParagraph = (node: XmlElement): void => {
    // A text box stands in the middle of the paragraph that holds it.
    endLine();
    for (const child of node.children) visit(child);
    endLine();
  };
  for (const node of nodes) visit(node);
  return { lines, descriptions };
}
