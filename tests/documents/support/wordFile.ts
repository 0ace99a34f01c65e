import { strToU8, zipSync } from 'fflate';

/** Word documents with headers and footers, as Word writes them. */

/** In properties, settings, comments, names and the text of the document: none of it may come through. */
export const hiddenTrace = 'canarytrace';

const declarations = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:wp14="http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w10="urn:schemas-microsoft-com:office:word"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'mc:Ignorable="w14 wp14"',
].join(' ');
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageTypes = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export type Kind = 'default' | 'first' | 'even';
export type Relation = {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly isExternal?: boolean;
};
export type Margin = { readonly kind: Kind; readonly xml: string; readonly relations?: readonly Relation[] };

export type LetterheadFile = {
  readonly headers?: readonly Margin[];
  readonly footers?: readonly Margin[];
  /** Inside `w:sectPr`, after the references. */
  readonly section?: string;
  /** The headers and footers are those of an earlier section; the last names none. */
  readonly isInherited?: boolean;
  readonly isEvenDifferent?: boolean;
  readonly styles?: string;
  readonly files?: Readonly<Record<string, Uint8Array>>;
  readonly mainType?: string;
  readonly documentRelations?: readonly Relation[];
};

function relationships(all: readonly Relation[]): string {
  const each = all.map(
    ({ id, type, target, isExternal }) =>
      `<Relationship Id="${id}" Type="${type}" Target="${target}"${isExternal === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `${head}<Relationships xmlns="${packageTypes}/relationships">${each.join('')}</Relationships>`;
}

/** As Word's own template has them. */
const wordStyles = [
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>',
  '<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>',
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>',
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Header"><w:name w:val="header"/><w:basedOn w:val="Normal"/><w:link w:val="HeaderChar"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/><w:tab w:val="right" w:pos="9026"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>',
  '<w:style w:type="paragraph" w:styleId="Footer"><w:name w:val="footer"/><w:basedOn w:val="Normal"/><w:pPr><w:tabs><w:tab w:val="center" w:pos="4513"/><w:tab w:val="right" w:pos="9026"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:style>',
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="Council"><w:name w:val="${hiddenTrace} style"/><w:basedOn w:val="Header"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:color w:val="1F3864" w:themeColor="accent1" w:themeShade="80"/><w:sz w:val="32"/></w:rPr></w:style>`,
  '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1" w:themeColor="hyperlink"/><w:u w:val="single"/></w:rPr></w:style>',
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:tblPr><w:tblBorders><w:bottom w:val="single" w:sz="12" w:space="0" w:color="1F3864"/></w:tblBorders></w:tblPr></w:style>',
].join('');

const colour = (name: string, value: string): string => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
const line = '<a:ln w="6350"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>';
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const font = (name: string): string => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`;
const theme = [
  `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${hiddenTrace} theme"><a:themeElements>`,
  `<a:clrScheme name="${hiddenTrace}">${colour('dk1', '000000')}${colour('lt1', 'FFFFFF')}${colour('dk2', '44546A')}${colour('lt2', 'E7E6E6')}`,
  ...['4472C4', 'ED7D31', 'A5A5A5', 'FFC000', '5B9BD5', '70AD47'].map((value, at) =>
    colour(`accent${at + 1}`, value),
  ),
  `${colour('hlink', '0563C1')}${colour('folHlink', '954F72')}</a:clrScheme>`,
  `<a:fontScheme name="Office"><a:majorFont>${font('Calibri Light')}</a:majorFont><a:minorFont>${font('Calibri')}</a:minorFont></a:fontScheme>`,
  `<a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst>`,
  '<a:effectStyleLst><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle><a:effectStyle><a:effectLst/></a:effectStyle></a:effectStyleLst>',
  `<a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>`,
].join('');

export const a4Section =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="708" w:footer="708" w:gutter="0"/><w:cols w:space="708"/><w:docGrid w:linePitch="360"/>';

/** The bytes of a Word document with these headers and footers, and with what Word writes besides. */
export function wordFile(given: LetterheadFile = {}): Uint8Array {
  const margins = [
    ...(given.headers ?? []).map((margin, at) => ({ ...margin, isHeader: true, name: `header${at + 1}` })),
    ...(given.footers ?? []).map((margin, at) => ({ ...margin, isHeader: false, name: `footer${at + 1}` })),
  ];
  const references = margins.map(
    ({ isHeader, kind, name }) =>
      `<w:${isHeader ? 'header' : 'footer'}Reference w:type="${kind}" r:id="rId-${name}"/>`,
  );
  const earlier =
    given.isInherited === true
      ? `<w:p><w:pPr><w:sectPr>${references.join('')}${a4Section}</w:sectPr></w:pPr></w:p>`
      : '';
  const parts: Record<string, string> = {
    'word/document.xml': `${head}<w:document ${declarations}><w:body>${earlier}<w:p w:rsidR="00AB12CD" w14:paraId="1A2B3C4D"><w:r><w:t>Dear ${hiddenTrace},</w:t></w:r></w:p><w:sectPr>${earlier === '' ? references.join('') : ''}${given.section ?? a4Section}</w:sectPr></w:body></w:document>`,
    'word/styles.xml': `${head}<w:styles ${declarations}>${given.styles ?? wordStyles}</w:styles>`,
    'word/settings.xml': `${head}<w:settings ${declarations}>${given.isEvenDifferent === true ? '<w:evenAndOddHeaders/>' : ''}<w:compat/></w:settings>`,
    'word/_rels/settings.xml.rels': relationships([
      {
        id: 'rId1',
        type: `${office}/attachedTemplate`,
        target: `file:///C:/Users/${hiddenTrace}/Letter.dotx`,
        isExternal: true,
      },
    ]),
    'word/theme/theme1.xml': theme,
    'docProps/core.xml': `${head}<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${hiddenTrace}</dc:title><dc:creator>${hiddenTrace}</dc:creator><cp:lastModifiedBy>${hiddenTrace}</cp:lastModifiedBy></cp:coreProperties>`,
    'docProps/app.xml': `${head}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Company>${hiddenTrace}</Company><Manager>${hiddenTrace}</Manager></Properties>`,
    '_rels/.rels': relationships([
      { id: 'rId1', type: `${office}/officeDocument`, target: 'word/document.xml' },
      {
        id: 'rId2',
        type: `${packageTypes}/relationships/metadata/core-properties`,
        target: 'docProps/core.xml',
      },
      { id: 'rId3', type: `${office}/extended-properties`, target: 'docProps/app.xml' },
    ]),
    'word/_rels/document.xml.rels': relationships([
      ...['styles', 'settings'].map((name) => ({
        id: `rId-${name}`,
        type: `${office}/${name}`,
        target: `${name}.xml`,
      })),
      { id: 'rId-theme', type: `${office}/theme`, target: 'theme/theme1.xml' },
      ...margins.map(({ name, isHeader }) => ({
        id: `rId-${name}`,
        type: `${office}/${isHeader ? 'header' : 'footer'}`,
        target: `${name}.xml`,
      })),
      ...(given.documentRelations ?? []),
    ]),
    '[Content_Types].xml': contentTypes(given.mainType, margins),
  };
  for (const { isHeader, name, xml, relations } of margins) {
    const root = isHeader ? 'w:hdr' : 'w:ftr';
    parts[`word/${name}.xml`] = `${head}<${root} ${declarations}>${xml}</${root}>`;
    if (relations) parts[`word/_rels/${name}.xml.rels`] = relationships(relations);
  }
  const all = Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)]));
  return zipSync({ ...all, ...given.files });
}

function contentTypes(
  mainType: string | undefined,
  margins: readonly { readonly isHeader: boolean; readonly name: string }[],
): string {
  const overrides: (readonly [string, string])[] = [
    ['word/document', mainType ?? `${wordType}.document.main+xml`],
    ['word/styles', `${wordType}.styles+xml`],
    ['word/settings', `${wordType}.settings+xml`],
    ['word/theme/theme1', 'application/vnd.openxmlformats-officedocument.theme+xml'],
    ['docProps/core', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['docProps/app', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ...margins.map(
      ({ isHeader, name }) => [`word/${name}`, `${wordType}.${isHeader ? 'header' : 'footer'}+xml`] as const,
    ),
  ];
  const defaults = [
    ['rels', 'application/vnd.openxmlformats-package.relationships+xml'],
    ['xml', 'application/xml'],
    ['png', 'image/png'],
    ['jpeg', 'image/jpeg'],
    ['emf', 'image/x-emf'],
    ['bin', 'application/vnd.ms-office.vbaProject'],
  ];
  return `${head}<Types xmlns="${packageTypes}/content-types">${defaults
    .map(([extension, type]) => `<Default Extension="${extension}" ContentType="${type}"/>`)
    .join(
      '',
    )}${overrides.map(([path, type]) => `<Override PartName="/${path}.xml" ContentType="${type}"/>`).join('')}</Types>`;
}

export const words = (text: string, properties = ''): string =>
  `<w:r w:rsidRPr="00FF00FF">${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const paragraph = (content: string, properties = '<w:pStyle w:val="Header"/>'): string =>
  `<w:p w14:paraId="5E6F7A8B"><w:pPr>${properties}</w:pPr>${content}</w:p>`;
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${words(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

export const mm = (value: number): number => Math.round(value * 36_000);

/** `place`: mm from the left and top edges of the page for a floating picture; in the line without it. */
export function picture(
  relation: string,
  width: number,
  height: number,
  place?: readonly [number, number],
): string {
  const properties = `<wp:docPr id="1" name="Picture 1" descr="C:\\Users\\${hiddenTrace}\\logo.png"/>`;
  const graphic = `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="${hiddenTrace}.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"><a:extLst><a:ext uri="{28A0092B-C50C-407E-A947-70E740481C1C}"/></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${mm(width)}" cy="${mm(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>`;
  const extent = `<wp:extent cx="${mm(width)}" cy="${mm(height)}"/>`;
  if (!place)
    return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">${extent}${properties}${graphic}</wp:inline></w:drawing></w:r>`;
  const [left, top] = place;
  const position = (side: 'H' | 'V', at: number): string =>
    `<wp:position${side} relativeFrom="page"><wp:posOffset>${mm(at)}</wp:posOffset></wp:position${side}>`;
  return `<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1" wp14:anchorId="1234ABCD"><wp:simplePos x="0" y="0"/>${position('H', left)}${position('V', top)}${extent}<wp:wrapNone/>${properties}${graphic}<wp14:sizeRelH relativeFrom="page"><wp14:pctWidth>0</wp14:pctWidth></wp14:sizeRelH></wp:anchor></w:drawing></w:r>`;
}

export const image = (id: string, target: string): Relation => ({ id, type: `${office}/image`, target });
export const link: Relation = {
  id: 'rIdLink',
  type: `${office}/hyperlink`,
  target: 'https://www.example.gov.uk/',
  isExternal: true,
};
