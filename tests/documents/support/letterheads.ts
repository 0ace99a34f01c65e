import { emf, jpeg, png } from './pictures.ts';
import {
  a4Section,
  field,
  hiddenTrace,
  image,
  link,
  mm,
  paragraph,
  picture,
  wordFile,
  words,
} from './wordFile.ts';
import type { Kind, Margin, Relation } from './wordFile.ts';

/** Letterheads of an authority that does not exist. */

const addressTable = [
  '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="9026" w:type="dxa"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid><w:gridCol w:w="4513"/><w:gridCol w:w="4513"/></w:tblGrid><w:tr>',
  `<w:tc><w:tcPr><w:tcW w:w="4513" w:type="dxa"/></w:tcPr>${paragraph(words('Draftshire County Council'), '<w:pStyle w:val="Council"/>')}</w:tc>`,
  `<w:tc><w:tcPr><w:tcW w:w="4513" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${words('County Hall, Sampleton, XX1 1XX')}</w:p><w:p><w:pPr><w:jc w:val="right"/></w:pPr>${words('Telephone 01632 960 001')}</w:p></w:tc>`,
  '</w:tr></w:tbl>',
].join('');

const webAddress = `<w:hyperlink r:id="rIdLink" w:history="1">${words('www.example.gov.uk', '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
const pageNumber = (before = 'Page '): string =>
  paragraph(
    `${words(before)}${field('PAGE', '7')}${words(' of ')}${field('NUMPAGES', '9')}`,
    '<w:pStyle w:val="Footer"/><w:jc w:val="center"/>',
  );

const header = (kind: Kind, xml: string, relations?: readonly Relation[]): Margin => ({
  kind,
  xml,
  ...(relations && { relations }),
});

/** Each with its name, and the words of its header and footer on the first page and on the others. */
export type SampleLetterhead = {
  readonly name: string;
  readonly file: Uint8Array;
  readonly first: { readonly header: string; readonly footer: string };
  /** On page 2, where it differs. */
  readonly second?: { readonly header: string; readonly footer: string };
};

const textBox = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${mm(25)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${mm(10)}</wp:posOffset></wp:positionV><wp:extent cx="${mm(80)}" cy="${mm(10)}"/><wp:wrapNone/><wp:docPr id="3" name="Text Box 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${mm(80)}" cy="${mm(10)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"><a:lumMod val="20000"/><a:lumOff val="80000"/></a:schemeClr></a:solidFill></wps:spPr><wps:txbx><w:txbxContent><w:p>${words('Boxed words of the council')}</w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="width:10pt;height:10pt"><v:textbox><w:txbxContent><w:p>${words('Boxed words of the council')}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

const traces = [
  '<w:bookmarkStart w:id="0" w:name="gt_D1"/><w:bookmarkEnd w:id="0"/>',
  `<w:del w:id="9" w:author="${hiddenTrace}"><w:r><w:delText>${hiddenTrace}</w:delText></w:r></w:del>`,
  `<w:ins w:id="10" w:author="${hiddenTrace}" w:date="2020-01-01T00:00:00Z">${words('kept ')}</w:ins>`,
  words(hiddenTrace, '<w:vanish/>'),
  `<w:sdt><w:sdtPr><w:alias w:val="${hiddenTrace}"/><w:dataBinding w:xpath="${hiddenTrace}" w:storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}"/></w:sdtPr><w:sdtContent>${words('controlled')}</w:sdtContent></w:sdt>`,
  `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${words(`[${hiddenTrace}]`)}</w:sdtContent></w:sdt>`,
].join('');

export const sampleLetterheads: readonly SampleLetterhead[] = [
  {
    name: 'empty header',
    file: wordFile({ headers: [header('default', paragraph(''))] }),
    first: { header: '', footer: '' },
  },
  {
    name: 'a table, a PNG that floats, a link and a page number',
    file: wordFile({
      headers: [
        header('default', `${addressTable}${paragraph(picture('rId7', 12, 12, [100, 10]))}`, [
          image('rId7', 'media/image1.png'),
        ]),
      ],
      footers: [
        {
          kind: 'default',
          xml: `${paragraph(`${words('Write to us at ')}${webAddress}`, '<w:pStyle w:val="Footer"/>')}${pageNumber()}`,
          relations: [link],
        },
      ],
      section: a4Section.replace('w:top="1440"', 'w:top="2268"'),
      files: { 'word/media/image1.png': png() },
    }),
    first: {
      header: 'Draftshire County Council County Hall, Sampleton, XX1 1XX Telephone 01632 960 001',
      footer: 'Write to us at www.example.gov.uk',
    },
  },
  {
    name: 'a JPEG and an EMF in the line',
    file: wordFile({
      headers: [
        header(
          'default',
          paragraph(`${picture('rIdA', 15, 15)}${words(' Draftshire ')}${picture('rIdB', 40, 10)}`),
          [image('rIdA', 'media/image1.jpeg'), image('rIdB', '/word/media/image2.emf')],
        ),
      ],
      files: { 'word/media/image1.jpeg': jpeg(), 'word/media/image2.emf': emf() },
    }),
    first: { header: 'Draftshire', footer: '' },
  },
  {
    name: 'another first page',
    file: wordFile({
      headers: [
        header('default', paragraph(words('Draftshire, continued'))),
        header(
          'first',
          `${paragraph(words('Draftshire County Council'), '<w:pStyle w:val="Council"/>')}${paragraph(words('Sampleton'))}`,
        ),
      ],
      footers: [
        header('first', paragraph(words('Registered office: County Hall'), '<w:pStyle w:val="Footer"/>')),
      ],
      section: a4Section.replace('<w:docGrid', '<w:titlePg/><w:docGrid'),
    }),
    first: { header: 'Draftshire County Council Sampleton', footer: 'Registered office: County Hall' },
    second: { header: 'Draftshire, continued', footer: '' },
  },
  {
    name: 'other even pages',
    file: wordFile({
      headers: [
        header('default', paragraph(words('Odd pages of Draftshire'))),
        header('even', paragraph(words('Even pages of Draftshire'))),
      ],
      isEvenDifferent: true,
    }),
    first: { header: 'Odd pages of Draftshire', footer: '' },
    second: { header: 'Even pages of Draftshire', footer: '' },
  },
  {
    name: 'from right to left',
    file: wordFile({
      headers: [
        header(
          'default',
          `<w:p><w:pPr><w:bidi/></w:pPr>${words('מועצת המחוז', '<w:rtl/><w:rFonts w:cs="Arial"/>')}</w:p>`.replace(
            '<w:rtl/><w:rFonts w:cs="Arial"/>',
            '<w:rFonts w:cs="Arial"/><w:rtl/>',
          ),
        ),
      ],
    }),
    first: { header: 'מועצת המחוז', footer: '' },
  },
  {
    name: 'a text box and traces of editing',
    file: wordFile({
      headers: [header('default', `${textBox}${paragraph(traces)}`)],
      section: a4Section.replace('w:top="1440"', 'w:top="1985"'),
    }),
    first: { header: 'Boxed words of the council kept controlled', footer: '' },
  },
  {
    name: 'a watermark',
    file: wordFile({
      headers: [
        header(
          'default',
          paragraph(
            `${words('Draftshire')}<w:r><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:400pt;height:100pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-vertical:center" fillcolor="silver" stroked="f" o:title="${hiddenTrace}"><v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt" string="SAMPLE"/><w10:wrap anchorx="margin" anchory="margin"/></v:shape></w:pict></w:r>`,
          ),
        ),
      ],
    }),
    first: { header: 'Draftshire SAMPLE', footer: '' },
  },
];
