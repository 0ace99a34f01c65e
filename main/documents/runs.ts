import { InternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import { assertNever } from '../../shared/domain/result.ts';
import type { Run, Runs, TextLook } from '../../shared/report/blocks.ts';
import { marks } from '../../shared/report/marks.ts';
import { cleanLine } from '../../shared/text/clean.ts';
import { CheckboxControl, NumberedBookmark } from './components.ts';
import { pieces } from './pieces.ts';
import type { Printing } from './printing.ts';
import { characterStyles, hyperlinkStyle, shapeStyles } from './styleIds.ts';

/** Runs as Word has them: styled text, bookmarks, links and content controls. */
export function toRuns(runs: Runs, printing: Printing): ParagraphChild[] {
  return runs.flatMap((run) => toRun(run, printing));
}

function toRun(run: Run, printing: Printing): ParagraphChild[] {
  switch (run.kind) {
    case 'text':
      return words(run.text, styleOf(run.look), run.language);
    case 'mark': {
      const { glyph, colour } = marks[run.mark];
      return words(glyph, shapeStyles[colour].id);
    }
    case 'number':
      return atHome(run.number, words(run.number, characterStyles.number.id), printing);
    case 'link':
      return link(run.to, run.text ?? run.to, printing);
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'checkbox':
      return [new CheckboxControl(cleanLine(run.title), run.isChecked, printing.nextControlId())];
    default:
      return assertNever(run);
  }
}

function styleOf(look: TextLook): string | undefined {
  return look === 'plain' ? undefined : characterStyles[look].id;
}

/** Text as runs of one style, one run for each direction of writing. */
export function words(text: string, style?: string, language?: string): TextRun[] {
  return pieces(text).map((piece) => {
    if (piece.kind === 'break') return new TextRun({ break: 1 });
    const options: IRunOptions = {
      children: apartAtBraces(piece.words),
      ...(style === undefined ? {} : { style }),
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
function link(to: string, text: string, printing: Printing): ParagraphChild[] {
  const anchor = printing.bookmarkOf(to);
  if (anchor === undefined) return words(text, characterStyles.number.id);
  return [new InternalHyperlink({ anchor, children: words(text, hyperlinkStyle.id) })];
}
