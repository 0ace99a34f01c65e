import { looksOf, merge, properties } from './properties.ts';
import { childOf, childrenOf, element, valueOf, type XmlElement, xmlOf } from './xml.ts';

/** What Word takes where a document says nothing. */
const builtIn = {
  paragraph: [
    element('w:spacing', { 'w:before': '0', 'w:after': '0', 'w:line': '240', 'w:lineRule': 'auto' }),
  ],
  run: [
    element('w:rFonts', {
      'w:ascii': 'Times New Roman',
      'w:hAnsi': 'Times New Roman',
      'w:eastAsia': 'Times New Roman',
      'w:cs': 'Times New Roman',
    }),
    element('w:sz', { 'w:val': '20' }),
    element('w:szCs', { 'w:val': '20' }),
  ],
} as const;

/** How a paragraph looks by its style alone: what is said in it itself comes on top. */
export type ParagraphLooks = {
  readonly paragraph: readonly XmlElement[];
  readonly run: readonly XmlElement[];
};

/** The letterhead's styles, each used one made over into one of ours that rests on nothing else. */
export type StyleBook = {
  /** Our name for the style of a paragraph; `table` is the style of the table that it stands in. */
  readonly paragraph: (id: string | undefined, table: string | undefined) => string;
  readonly looksOfParagraph: (id: string | undefined, table: string | undefined) => ParagraphLooks;
  readonly looksOfRun: (id: string | undefined) => readonly XmlElement[];
  /** Undefined for a style that the letterhead does not have: the words look as those around them. */
  readonly character: (id: string | undefined) => string | undefined;
  readonly table: (id: string | undefined) => string;
  /** True where a style makes a list of its paragraphs. */
  readonly isNumbered: (id: string | undefined) => boolean;
  /** The `w:style` elements that were asked for. */
  readonly xml: () => string;
};

const mostAncestors = 20;

type Kind = 'paragraph' | 'character' | 'table';

/** Looks things up in the letterhead's own styles; without a styles part there are none. */
function lookUp(root: XmlElement | undefined) {
  const styles = new Map(
    childrenOf(root, 'w:style').map((style) => [style.attributes.get('w:styleId') ?? '', style] as const),
  );
  const usual = (kind: Kind): string | undefined =>
    [...styles].find(
      ([, { attributes }]) =>
        attributes.get('w:type') === kind && ['1', 'true', 'on'].includes(attributes.get('w:default') ?? ''),
    )?.[0];
  const given = (id: string | undefined, kind: Kind): string | undefined =>
    id !== undefined && styles.get(id)?.attributes.get('w:type') === kind ? id : usual(kind);
  /** A style and those it rests on, the first of them first. */
  const chain = (id: string | undefined, kind: Kind): XmlElement[] => {
    const found: XmlElement[] = [];
    for (let next = id; next !== undefined && found.length < mostAncestors;) {
      const style = styles.get(next);
      if (style?.attributes.get('w:type') !== kind || found.includes(style)) break;
      found.unshift(style);
      next = valueOf(childOf(style, 'w:basedOn'));
    }
    return found;
  };
  return { given, chain };
}

const over = (base: readonly XmlElement[], all: readonly XmlElement[], name: string): XmlElement[] =>
  all.reduce((sum, style) => merge(sum, looksOf(childOf(style, name))), [...base]);

/** Our own styles, each made once, counted in the order in which they are asked for. */
function createMaker() {
  const made = new Map<string, { readonly id: string; readonly xml: string }>();
  const make = (kind: Kind, key: string, content: () => string): string => {
    const known = made.get(`${kind} ${key}`);
    if (known) return known.id;
    const id = `GTLetterhead${made.size + 1}`;
    const name = `GT Letterhead ${made.size + 1}`;
    const xml = `<w:style w:type="${kind}" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:semiHidden/>${content()}</w:style>`;
    made.set(`${kind} ${key}`, { id, xml });
    return id;
  };
  return { make, xml: () => [...made.values()].map(({ xml }) => xml).join('') };
}

/** Reads the styles part; without one everything looks as Word's own defaults. */
export function createStyleBook(root: XmlElement | undefined): StyleBook {
  const { given, chain } = lookUp(root);
  const { make, xml } = createMaker();
  const defaults = childOf(root, 'w:docDefaults');
  const base = (name: 'w:pPr' | 'w:rPr', holder: string, start: readonly XmlElement[]): XmlElement[] =>
    merge(start, looksOf(childOf(childOf(defaults, holder), name)));
  const looksOfParagraph: StyleBook['looksOfParagraph'] = (id, table) => {
    const around = table === undefined ? [] : chain(given(table, 'table'), 'table');
    const all = [...around, ...chain(given(id, 'paragraph'), 'paragraph')];
    return {
      paragraph: over(base('w:pPr', 'w:pPrDefault', builtIn.paragraph), all, 'w:pPr'),
      run: over(base('w:rPr', 'w:rPrDefault', builtIn.run), all, 'w:rPr'),
    };
  };
  const looksOfRun: StyleBook['looksOfRun'] = (id) => over([], chain(id, 'character'), 'w:rPr');
  return {
    looksOfParagraph,
    looksOfRun,
    paragraph: (id, table) => {
      const [own, around] = [given(id, 'paragraph'), table === undefined ? undefined : given(table, 'table')];
      return make('paragraph', `${own ?? ''} in ${around ?? ''}`, () => {
        const { paragraph, run } = looksOfParagraph(own, around);
        return xmlOf(properties('w:pPr', paragraph)) + xmlOf(properties('w:rPr', run));
      });
    },
    character: (id) =>
      id === undefined || chain(id, 'character').length === 0
        ? undefined
        : make('character', id, () => xmlOf(properties('w:rPr', looksOfRun(id)))),
    table: (id) =>
      make('table', given(id, 'table') ?? '', () => tableContent(chain(given(id, 'table'), 'table'))),
    isNumbered: (id) =>
      chain(given(id, 'paragraph'), 'paragraph').some((style) => hasNumbers(childOf(style, 'w:pPr'))),
    xml,
  };
}

/** Whether properties make a list; number 0 takes one away. */
export function hasNumbers(ofParagraph: XmlElement | undefined): boolean {
  const number = childOf(childOf(ofParagraph, 'w:numPr'), 'w:numId');
  return number !== undefined && valueOf(number) !== '0';
}

/** The looks of the whole table; those of its words are in the styles of its paragraphs. */
function tableContent(all: readonly XmlElement[]): string {
  const table = all.reduce<XmlElement[]>((sum, style) => merge(sum, looksOf(childOf(style, 'w:tblPr'))), []);
  const whole = (name: string): string => {
    const merged = all.reduce<XmlElement[]>((sum, style) => merge(sum, looksOf(childOf(style, name))), []);
    return merged.length === 0 ? '' : xmlOf(element(name, {}, merged));
  };
  const parts = new Map(
    all.flatMap((style) =>
      childrenOf(style, 'w:tblStylePr').map((part) => [part.attributes.get('w:type') ?? '', part] as const),
    ),
  );
  const content = (part: XmlElement, name: 'w:pPr' | 'w:rPr' | 'w:tblPr'): XmlElement[] => {
    const looks = looksOf(childOf(part, name));
    return looks.length === 0 ? [] : [properties(name, looks)];
  };
  const conditional = [...parts].map(([type, part]) =>
    element('w:tblStylePr', { 'w:type': type }, [
      ...content(part, 'w:pPr'),
      ...content(part, 'w:rPr'),
      ...content(part, 'w:tblPr'),
      ...['w:trPr', 'w:tcPr'].flatMap((name) => childOf(part, name) ?? []),
    ]),
  );
  return [
    xmlOf(properties('w:tblPr', table)),
    whole('w:trPr'),
    whole('w:tcPr'),
    ...conditional.map(xmlOf),
  ].join('');
}
