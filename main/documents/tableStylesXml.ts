import { type Line } from '../../shared/report/paragraphTypes.ts';
import { paddingOf } from '../../shared/report/styleSheet.ts';
import { tableRulings, type TableRuling } from '../../shared/report/tableLayouts.ts';
import { borderXml } from './borderXml.ts';
import { tableStyles } from './styleIds.ts';
import { mmTwips, twips } from './units.ts';

const ink: Line = { width: 1, gap: 0, colour: 'ink' };
const rule: Line = { width: 0.5, gap: 0, colour: 'rule' };
const thinBox: Line = { width: 0.75, gap: 0, colour: 'rule' };
const cardBox: Line = { width: 1.5, gap: 0, colour: 'rule' };

type Side = 'top' | 'left' | 'bottom' | 'right' | 'insideH' | 'insideV';
/** The order of the schema. */
const sides: readonly Side[] = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];

const rulings: Readonly<Record<TableRuling, Partial<Record<Side, Line>>>> = {
  ruled: { insideH: rule },
  plain: {},
  facts: { top: ink, bottom: ink, insideH: rule },
  cards: { top: cardBox, left: cardBox, bottom: cardBox, right: cardBox, insideH: cardBox, insideV: cardBox },
  lines: { top: ink, bottom: ink, insideH: rule, insideV: rule },
  box: { top: thinBox, left: thinBox, bottom: thinBox, right: thinBox },
};

/** The table styles; `Normal Table` is Word's own, which the others stand on. */
export function tableStylesXml(isLay: boolean): string {
  return normalTable + tableRulings.map((ruling) => tableStyleXml(ruling, isLay)).join('');
}

const normalTable = [
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
  '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>',
  '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>',
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>',
  '</w:tblCellMar></w:tblPr></w:style>',
].join('');

function tableStyleXml(ruling: TableRuling, isLay: boolean): string {
  const { id, name } = tableStyles[ruling];
  const padding = paddingOf(ruling, isLay);
  const borders = sides.flatMap((side) => {
    const line = rulings[ruling][side];
    return line === undefined ? [] : [borderXml(`w:${side}`, line)];
  });
  return [
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>`,
    '<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>',
    borders.length === 0 ? '' : `<w:tblBorders>${borders.join('')}</w:tblBorders>`,
    `<w:tblCellMar><w:top w:w="${twips(padding.above)}" w:type="dxa"/>`,
    `<w:left w:w="${mmTwips(padding.left)}" w:type="dxa"/>`,
    `<w:bottom w:w="${twips(padding.below)}" w:type="dxa"/>`,
    `<w:right w:w="${mmTwips(padding.right)}" w:type="dxa"/></w:tblCellMar></w:tblPr>`,
    hasHeadingRow(ruling) ? headingRow : '',
    '</w:style>',
  ].join('');
}

function hasHeadingRow(ruling: TableRuling): boolean {
  return ruling === 'ruled' || ruling === 'plain';
}

const headingRow = [
  '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>',
  borderXml('w:bottom', ink),
  '</w:tcBorders></w:tcPr></w:tblStylePr>',
].join('');
