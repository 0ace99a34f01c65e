import { Document, Packer, Paragraph } from 'docx';
import type { OpenedFile } from '../../../main/shell/files.ts';

/** A PDF of one page with one line, written by hand: its objects, and where each begins. */
export function aPdf(words: string): OpenedFile {
  const stream = `BT /F1 24 Tf 72 720 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
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
