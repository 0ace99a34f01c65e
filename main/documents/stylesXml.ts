import {
  colours,
  type ParagraphType,
  type StyleName,
  styleNames,
} from '../../shared/report/paragraphTypes.ts';
import { type Paper, smallSize, typeOf } from '../../shared/report/styleSheet.ts';
import { hyperlinkStyle, paragraphStyles, shapeStyles, characterStyles, type StyleId } from './styleIds.ts';
import { borderXml } from './borderXml.ts';
import { tableStylesXml } from './tableStylesXml.ts';
import { mmTwips, twips } from './units.ts';

const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const made = new Map<string, string>();

/** The styles part (for `externalStyles`): every house style, en-GB and Arial as defaults. */
export function stylesXml(paper: Paper): string {
  const key = `${paper.layout} ${paper.isLay}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const xml = [
    `<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="${namespace}">`,
    defaults,
    ...styleNames.map((name) => paragraphStyleXml(name, typeOf(name, paper))),
    characterStylesXml(paper.isLay),
    tableStylesXml(paper.isLay),
    '</w:styles>',
  ].join('');
  made.set(key, xml);
  return xml;
}

const defaults = [
  '<w:docDefaults><w:rPrDefault><w:rPr>',
  '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>',
  '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>',
  '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>',
].join('');

const outlineLevels: Partial<Record<StyleName, number>> = { heading1: 0, heading2: 1, heading3: 2 };

function paragraphStyleXml(name: StyleName, type: ParagraphType): string {
  const { id, name: shown } = paragraphStyles[name];
  const isNormal = name === 'normal';
  const isHeading = outlineLevels[name] !== undefined;
  return [
    `<w:style w:type="paragraph" ${isNormal ? 'w:default="1" ' : ''}w:styleId="${id}">`,
    `<w:name w:val="${shown}"/>`,
    isNormal ? '' : '<w:basedOn w:val="Normal"/>',
    isHeading ? '<w:next w:val="Normal"/><w:uiPriority w:val="9"/>' : '',
    '<w:qFormat/>',
    paragraphPropertiesXml(name, type),
    runPropertiesXml(type),
    '</w:style>',
  ].join('');
}

/** The order of the elements is the schema's. */
function paragraphPropertiesXml(name: StyleName, type: ParagraphType): string {
  const level = outlineLevels[name];
  return [
    '<w:pPr>',
    type.keepWithNext ? '<w:keepNext/>' : '',
    type.keepLines ? '<w:keepLines/>' : '',
    bordersXml(type.borders),
    tabsXml(type),
    `<w:spacing w:before="${twips(type.before)}" w:after="${twips(type.after)}"`,
    ` w:line="${Math.round(type.line * 240)}" w:lineRule="auto"/>`,
    `<w:ind w:left="${mmTwips(type.left)}" w:right="${mmTwips(type.right)}"`,
    type.hanging === 0 ? ' w:firstLine="0"/>' : ` w:hanging="${mmTwips(type.hanging)}"/>`,
    type.isCentred ? '<w:jc w:val="center"/>' : '',
    level === undefined ? '' : `<w:outlineLvl w:val="${level}"/>`,
    '</w:pPr>',
  ].join('');
}

function tabsXml(type: ParagraphType): string {
  if (type.hanging === 0) return '';
  return `<w:tabs><w:tab w:val="left" w:pos="${mmTwips(type.left)}"/></w:tabs>`;
}

function bordersXml(borders: ParagraphType['borders']): string {
  const sides = (['top', 'left', 'bottom', 'right'] as const).flatMap((side) => {
    const line = borders[side];
    return line === undefined ? [] : [borderXml(`w:${side}`, line)];
  });
  // Word takes neighbours with the same borders for one box: the rule above a heading must stand between two as well.
  const isRule = borders.top !== undefined && sides.length === 1;
  const between = isRule && borders.top ? borderXml('w:between', borders.top) : '';
  return sides.length === 0 ? '' : `<w:pBdr>${sides.join('')}${between}</w:pBdr>`;
}

function runPropertiesXml(type: ParagraphType): string {
  return [
    '<w:rPr>',
    type.isBold ? '<w:b/><w:bCs/>' : '',
    type.colour === 'auto' ? '' : `<w:color w:val="${colours[type.colour]}"/>`,
    sizeXml(type.size),
    '</w:rPr>',
  ].join('');
}

function sizeXml(points: number): string {
  const halves = Math.round(points * 2);
  return `<w:sz w:val="${halves}"/><w:szCs w:val="${halves}"/>`;
}

function characterStylesXml(isLay: boolean): string {
  const bold = '<w:b/><w:bCs/>';
  const ink = `<w:color w:val="${colours.ink}"/>`;
  const small = sizeXml(smallSize(isLay));
  const flagBox = borderXml('w:bdr', { width: 0.75, gap: 1, colour: 'black' });
  return [
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    characterStyleXml(characterStyles.strong, bold),
    characterStyleXml(characterStyles.source, `<w:color w:val="${colours.grey}"/>${small}`),
    characterStyleXml(characterStyles.status, bold),
    characterStyleXml(characterStyles.flagged, `${bold}${small}${flagBox}`),
    characterStyleXml(characterStyles.number, `${bold}${ink}`),
    characterStyleXml(characterStyles.underlined, '<w:u w:val="single"/>'),
    characterStyleXml(hyperlinkStyle, `${bold}${ink}<w:u w:val="dotted" w:color="${colours.ink}"/>`),
    characterStyleXml(shapeStyles.black, bold),
    characterStyleXml(shapeStyles.green, `<w:color w:val="${colours.green}"/>`),
    characterStyleXml(shapeStyles.amber, `<w:color w:val="${colours.amber}"/>`),
    characterStyleXml(shapeStyles.red, `<w:color w:val="${colours.red}"/>`),
  ].join('');
}

function characterStyleXml({ id, name }: StyleId, properties: string): string {
  return [
    `<w:style w:type="character" w:styleId="${id}"><w:name w:val="${name}"/>`,
    '<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>',
    `<w:rPr>${properties}</w:rPr></w:style>`,
  ].join('');
}
