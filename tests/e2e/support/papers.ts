import { Document, Packer, Paragraph } from 'docx';
import type { OpenedFile } from '../../../main/shell/files.ts';

/** The objects of a PDF with these lines on each page: catalogue, list of pages, font, then a page and its words. */
function pdfObjects(pages: readonly (readonly string[])[]): string[] {
  const kids = pages.map((_, place) => `${4 + 2 * place} 0 R`);
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...pages.flatMap((lines, place) => {
      const words = lines.map((line) => `(${line.replaceAll(/[()\\]/g, '\\$&')}) Tj T*`).join(' ');
      const stream = `BT /F1 12 Tf 16 TL 72 720 Td ${words} ET`;
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${5 + 2 * place} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
      ];
    }),
  ];
}

/** A PDF written by hand: its objects, and where each begins. */
export function aPdf(...pages: readonly (readonly string[])[]): OpenedFile {
  let text = '%PDF-1.4\n';
  const objects = pdfObjects(pages);
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return String(place).padStart(10, '0');
  });
  const start = text.length;
  const rows = places.map((place) => `${place} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return { name: 'workers_report.pdf', content: Buffer.from(text, 'latin1').toString('base64') };
}

/** A Word file of the given paragraphs. */
export async function aWordFile(...paragraphs: readonly string[]): Promise<OpenedFile> {
  const document = new Document({
    sections: [{ children: paragraphs.map((text) => new Paragraph({ text })) }],
  });
  return { name: 'home_report.docx', content: await Packer.toBase64String(document) };
}

/** A picture of one pixel. */
export const aPicture: OpenedFile = {
  name: 'drawing.png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};
