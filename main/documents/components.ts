import {
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  BuilderElement,
  CheckBox,
  type ITableOptions,
  type ParagraphChild,
  Table,
  TableProperties,
  XmlComponent,
} from 'docx';
import { cleanLine } from '../../shared/text/clean.ts';
import { checkboxGlyphs } from '../../shared/report/marks.ts';

/** `<name w:val="value"/>`, which the library has for its own elements only. */
function valued(name: string, value: string): XmlComponent {
  return new BuilderElement<{ value: string }>({ name, attributes: { value: { key: 'w:val', value } } });
}

function codePoint(glyph: string): string {
  return (glyph.codePointAt(0) ?? 0).toString(16).toUpperCase();
}

class Words extends XmlComponent {
  constructor(words: string) {
    super('w:t');
    this.root.push(words);
  }
}

/** Word takes no longer title of a content control. */
const longestTitle = 64;

/**
 * A tick box as a content control with a title, which a screen reader speaks and a form reader finds.
 * The library's own writes a symbol that other programs do not read as text, so its parts are replaced.
 */
export class CheckboxControl extends CheckBox {
  constructor(title: string, isChecked: boolean, id: number) {
    super();
    // The second cleaning takes away half an emoji at the cut.
    const shown = cleanLine(cleanLine(title).slice(0, longestTitle));
    const glyph = isChecked ? checkboxGlyphs.checked : checkboxGlyphs.unchecked;
    const properties = new BuilderElement({
      name: 'w:sdtPr',
      children: [
        valued('w:alias', shown),
        valued('w:tag', shown),
        valued('w:id', String(id)),
        checkboxState(isChecked),
      ],
    });
    const run = new BuilderElement({ name: 'w:r', children: [new Words(glyph)] });
    this.root = [properties, new BuilderElement({ name: 'w:sdtContent', children: [run] })];
  }
}

function checkboxState(isChecked: boolean): XmlComponent {
  const state = (name: string, glyph: string): XmlComponent =>
    new BuilderElement<{ value: string; font: string }>({
      name,
      attributes: {
        value: { key: 'w14:val', value: codePoint(glyph) },
        font: { key: 'w14:font', value: 'Arial' },
      },
    });
  const checked = new BuilderElement<{ value: string }>({
    name: 'w14:checked',
    attributes: { value: { key: 'w14:val', value: isChecked ? '1' : '0' } },
  });
  return new BuilderElement({
    name: 'w14:checkbox',
    children: [
      checked,
      state('w14:checkedState', checkboxGlyphs.checked),
      state('w14:uncheckedState', checkboxGlyphs.unchecked),
    ],
  });
}

/** A bookmark with an id of its document's; the library counts through the life of the process. */
export class NumberedBookmark extends Bookmark {
  override readonly start: BookmarkStart;
  override readonly end: BookmarkEnd;

  constructor(name: string, id: number, children: readonly ParagraphChild[]) {
    super({ id: name, children });
    this.start = new BookmarkStart(name, id);
    this.end = new BookmarkEnd(id);
  }
}

/** A table with the title and description that screen readers speak; the library has no option for them. */
export class DescribedTable extends Table {
  constructor(options: ITableOptions, caption: string, description: string) {
    super(options);
    const properties: unknown = this.root.find((child: unknown) => child instanceof TableProperties);
    if (!(properties instanceof TableProperties)) throw new TypeError('A table has no properties');
    properties.addChildElement(valued('w:tblCaption', caption));
    properties.addChildElement(valued('w:tblDescription', description));
  }
}
