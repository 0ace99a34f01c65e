import { InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import { assertNever } from '../../shared/domain/result.ts';
import type { Run, Runs, TextLook } from '../../shared/report/blocks.ts';
import { marks } from '../../shared/report/marks.ts';
import { CheckboxControl, NumberedBookmark } from './components.ts';
import { pieces } from './pieces.ts';
import type { Printing } from './printing.ts';
import { characterStyles, hyperlinkStyle, shapeStyles } from './styleIds.ts';

/** Sizes in points that a place gives to its numbers or shapes; without one they have the size of their line. */
export type Sizes = { readonly number?: number; readonly mark?: number };

/** Runs as Word has them: styled text, bookmarks, links and content controls. */
export function toRuns(runs: Runs, printing: Printing, sizes: Sizes = {}): ParagraphChild[] {
  return runs.flatMap((run) => toRun(run, printing, sizes));
}

function toRun(run: Run, printing: Printing, sizes: Sizes): ParagraphChild[] {
  switch (run.kind) {
    case 'text':
      return words(run.text, { style: styleOf(run.look), language: run.language });
    case 'mark': {
      const { glyph, colour } = marks[run.mark];
      return words(glyph, { style: shapeStyles[colour].id, size: sizes.mark });
    }
    case 'number':
      return atHome(
        run.number,
        words(run.number, { style: characterStyles.number.id, size: sizes.number }),
        printing,
      );
    case 'link':
      return link(run.to, run.text ?? run.to, printing, sizes.number);
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'checkbox':
      return [new CheckboxControl(run.title, run.isChecked, printing.nextControlId())];
    default:
      return assertNever(run);
  }
}

function styleOf(look: TextLook): string | undefined {
  return look === 'plain' ? undefined : characterStyles[look].id;
}

export type Wording = {
  readonly style?: string | undefined;
  /** BCP 47. */
  readonly language?: string | undefined;
  /** Points. */
  readonly size?: number | undefined;
};

/** Text as runs of one style, one run for each direction of writing. */
export function words(text: string, { style, language, size }: Wording = {}): TextRun[] {
  return pieces(text).map((piece) => {
    if (piece.kind === 'break') return new TextRun({ break: 1 });
    const options: IRunOptions = {
      children: apartAtBraces(piece.words),
      ...(style === undefined ? {} : { style }),
      ...(size === undefined ? {} : { size: `${size}pt` }),
      ...(piece.isRightToLeft ? { rightToLeft: true } : {}),
      ...languageOf(language, piece.isRightToLeft),
    };
    return new TextRun(options);
  });
}

function languageOf(language: string | undefined, isRightToLeft: boolean): IRunOptions {
  if (language === undefined) return {};
  return { language: isRightToLeft ? { bidirectional: language } : { value: language } };
}

/** The library replaces `{name}` of its own lists and pictures in the finished XML, wherever it stands. */
function apartAtBraces(text: string): string[] {
  return text.includes('{') ? text.split(/(?<=\{)/u) : [text];
}

/** Puts a bookmark around what links go to; only around the first of that name, since a second would be invalid. */
export function atHome(
  target: string,
  children: readonly ParagraphChild[],
  printing: Printing,
): ParagraphChild[] {
  const name = printing.bookmarkOf(target);
  if (name === undefined || !printing.claimHome(target)) return [...children];
  return [new NumberedBookmark(name, printing.nextBookmarkId(), children)];
}

/** A link inside the document; without its target a plain number, since a dead link would hint at what is withheld. */
function link(to: string, text: string, printing: Printing, size: number | undefined): ParagraphChild[] {
  const anchor = printing.bookmarkOf(to);
  if (anchor === undefined) return words(text, { style: characterStyles.number.id, size });
  return [new InternalHyperlink({ anchor, children: words(text, { style: hyperlinkStyle.id, size }) })];
}
