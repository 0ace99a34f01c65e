import { damaged } from './fault.ts';
import { prefixOf } from './namespaces.ts';

/** An element; names carry our own prefixes whatever the file calls them (`w:p`), `?:p` where we know none. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlNode[];
};
export type XmlNode = XmlElement | string;

const deepest = 200;
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

type Scope = ReadonlyMap<string, string>;
type Open = {
  readonly raw: string;
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: XmlNode[];
  readonly scope: Scope;
};

/** One thing between `<` and `>`, or the text before it; the parts of a tag are read out of it afterwards. */
const piece =
  /<!--[^]*?-->|<!\[CDATA\[([^]*?)\]\]>|<\?[^]*?\?>|<\/([^\s<>/="']+)\s*>|<([^\s<>/="'!?]+)((?:\s+[^\s<>/="']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/gy;
const attribute = /([^\s<>/="']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/**
 * The root element of a part of a Word file. Throws `LetterheadFault` for anything that is not well-formed, for what is
 * nested more deeply than any page is, and for a document type: entities of one's own are a way to make a file grow.
 */
export function parseXml(text: string): XmlElement {
  const root: Open = {
    raw: '',
    name: '',
    attributes: new Map(),
    children: [],
    scope: new Map([['xml', 'xml']]),
  };
  const open: Open[] = [root];
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  piece.lastIndex = 0;
  while (piece.lastIndex < source.length) {
    const found = piece.exec(source);
    if (!found) throw damaged();
    const [, cdata, closed, opened, attributes = '', isEmpty, words] = found;
    const within = open.at(-1) ?? root;
    if (cdata !== undefined) within.children.push(cdata);
    else if (words !== undefined) within.children.push(decode(words));
    else if (closed !== undefined) close(open, closed);
    else if (opened !== undefined) {
      if (open.length > deepest) throw damaged();
      open.push(start(opened, attributes, within.scope));
      if (isEmpty === '/') close(open, opened);
    }
  }
  const elements = root.children.filter((child) => typeof child !== 'string');
  const [first] = elements;
  if (open.length !== 1 || first === undefined || elements.length !== 1) throw damaged();
  return first;
}

function close(open: Open[], raw: string): void {
  const done = open.pop();
  const within = open.at(-1);
  if (done?.raw !== raw || !within) throw damaged();
  within.children.push({ name: done.name, attributes: done.attributes, children: done.children });
}

function start(raw: string, source: string, outer: Scope): Open {
  const given = [...source.matchAll(attribute)].map(
    ([, name = '', double, single]) => [name, decode(double ?? single ?? '')] as const,
  );
  const declared = given.flatMap(([name, value]) =>
    name === 'xmlns'
      ? [['', value] as const]
      : name.startsWith('xmlns:')
        ? [[name.slice(6), value] as const]
        : [],
  );
  const scope = declared.length === 0 ? outer : new Map([...outer, ...declared]);
  const attributes = new Map<string, string>();
  for (const [name, value] of given) {
    if (name === 'xmlns' || name.startsWith('xmlns:')) continue;
    // An attribute without a prefix is in no namespace, whatever its element is in.
    const own = name.includes(':') ? nameIn(name, scope) : name;
    if (attributes.has(own) && !own.startsWith('?')) throw damaged();
    attributes.set(own, own === 'Requires' ? prefixesIn(value, scope) : value);
  }
  return { raw, name: nameIn(raw, scope), attributes, children: [], scope };
}

function nameIn(raw: string, scope: Scope): string {
  const colon = raw.indexOf(':');
  const prefix = colon === -1 ? '' : raw.slice(0, colon);
  const uri = scope.get(prefix);
  if (uri === undefined && prefix !== '') throw damaged();
  const own = uri === 'xml' ? 'xml' : prefixOf(uri ?? '');
  return `${own}:${raw.slice(colon + 1)}`;
}

/** What a choice requires is named by the file's own prefixes. */
function prefixesIn(value: string, scope: Scope): string {
  return value
    .split(/\s+/u)
    .filter((prefix) => prefix !== '')
    .map((prefix) => prefixOf(scope.get(prefix) ?? ''))
    .join(' ');
}

function decode(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&([^;\s&<]*);?/gu, (whole, name: string) => {
    if (!whole.endsWith(';')) throw damaged();
    const code = /^#x([0-9a-f]+)$/iu.exec(name) ?? /^#(\d+)$/u.exec(name);
    if (code)
      return character(
        Number.parseInt(code[1] ?? '', name.startsWith('#x') || name.startsWith('#X') ? 16 : 10),
      );
    const known = Object.hasOwn(entities, name) ? entities[name] : undefined;
    if (known === undefined) throw damaged();
    return known;
  });
}

/** Only what XML itself may hold. */
function character(code: number): string {
  const isAllowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff);
  if (!isAllowed) throw damaged();
  return String.fromCodePoint(code);
}

/** As XML text, without declarations of namespaces: the root of the part has them. */
export function xmlOf(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = [...node.attributes]
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.name}${attributes}/>`;
  return `<${node.name}${attributes}>${node.children.map(xmlOf).join('')}</${node.name}>`;
}

/** Characters that XML cannot hold are left out: a file that has them is read by Word, and must not break ours. */
function printable(text: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what must go
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu, '');
}

function escapeText(text: string): string {
  return printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function escapeAttribute(text: string): string {
  return escapeText(text)
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;');
}

/** A new element; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return { name, attributes: new Map(given), children };
}

export function isElement(node: XmlNode, name?: string): node is XmlElement {
  return typeof node !== 'string' && (name === undefined || node.name === name);
}

/** The first child of a name. */
export function childOf(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children.find((child): child is XmlElement => isElement(child, name));
}

/** Every child of a name. */
export function childrenOf(parent: XmlElement | undefined, name: string): XmlElement[] {
  return (parent?.children ?? []).filter((child): child is XmlElement => isElement(child, name));
}

/** Every element below, itself included, in the order of the text. */
export function* everyElement(node: XmlNode): Generator<XmlElement> {
  if (typeof node === 'string') return;
  yield node;
  for (const child of node.children) yield* everyElement(child);
}

/** The text right in an element, without that of elements in it. */
export function textIn(node: XmlElement): string {
  return node.children.filter((child) => typeof child === 'string').join('');
}

/** The value that most of Word's elements have: `w:val`. */
export function valueOf(node: XmlElement | undefined): string | undefined {
  return node?.attributes.get('w:val');
}

/** Whether a property of Word is on: there, and not said to be off. */
export function isOn(node: XmlElement | undefined): boolean {
  return node !== undefined && !['false', '0', 'off', 'none'].includes(valueOf(node) ?? 'true');
}
