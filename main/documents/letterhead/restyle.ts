import { numbered } from './cleanPart.ts';
import { properties } from './properties.ts';
import type { StyleBook } from './styles.ts';
import { childOf, element, isElement, valueOf, type XmlElement, type XmlNode } from './xml.ts';

const value = (name: string, id: string): XmlElement => element(name, { 'w:val': id });

/**
 * The nodes with our own styles in place of the letterhead's: each paragraph and table names one, since what is usual
 * in the letterhead is not what is usual in our documents. `table` is the style of the table around.
 */
export function restyle(nodes: readonly XmlNode[], styles: StyleBook, table?: string): XmlNode[] {
  return nodes.map((node) => {
    if (!isElement(node)) return node;
    switch (node.name) {
      case 'w:p':
        return paragraph(node, styles, table);
      case 'w:r':
        return run(node, styles, table);
      case 'w:tbl':
        return tableOf(node, styles);
      case 'w:txbxContent':
        return { ...node, children: restyle(node.children, styles) };
      default:
        return { ...node, children: restyle(node.children, styles, table) };
    }
  });
}

function paragraph(node: XmlElement, styles: StyleBook, table: string | undefined): XmlElement {
  const own = childOf(node, 'w:pPr');
  const id = valueOf(childOf(own, 'w:pStyle'));
  if (childOf(own, 'w:numPr') === undefined && styles.isNumbered(id)) throw numbered();
  const looks = (own?.children ?? []).filter(
    (child) => !isElement(child, 'w:pStyle') && !isElement(child, 'w:numPr') && !isElement(child, 'w:rPr'),
  );
  const mark = childOf(own, 'w:rPr');
  const ofMark = mark === undefined ? [] : [runProperties(mark, styles)];
  const rest = node.children.filter((child) => child !== own);
  return {
    ...node,
    children: [
      properties('w:pPr', [value('w:pStyle', styles.paragraph(id, table)), ...looks, ...ofMark]),
      ...restyle(rest, styles, table),
    ],
  };
}

function run(node: XmlElement, styles: StyleBook, table: string | undefined): XmlElement {
  const own = childOf(node, 'w:rPr');
  const rest = restyle(
    node.children.filter((child) => child !== own),
    styles,
    table,
  );
  return { ...node, children: own === undefined ? rest : [runProperties(own, styles), ...rest] };
}

function runProperties(own: XmlElement, styles: StyleBook): XmlElement {
  const id = styles.character(valueOf(childOf(own, 'w:rStyle')));
  const looks = own.children.filter((child) => !isElement(child, 'w:rStyle'));
  return properties('w:rPr', [...(id === undefined ? [] : [value('w:rStyle', id)]), ...looks]);
}

function tableOf(node: XmlElement, styles: StyleBook): XmlElement {
  const own = childOf(node, 'w:tblPr');
  const id = valueOf(childOf(own, 'w:tblStyle'));
  const kept = (own?.children ?? []).filter(
    (child) =>
      !isElement(child, 'w:tblStyle') &&
      !isElement(child, 'w:tblCaption') &&
      !isElement(child, 'w:tblDescription'),
  );
  const described = [
    value('w:tblCaption', 'Letterhead'),
    value('w:tblDescription', 'The layout of the letterhead.'),
  ];
  return {
    ...node,
    children: node.children.map((child) =>
      child === own
        ? properties('w:tblPr', [value('w:tblStyle', styles.table(id)), ...kept, ...described])
        : (restyle([child], styles, id ?? '')[0] ?? child),
    ),
  };
}
