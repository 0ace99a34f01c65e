import type { paperKinds } from '../../shared/domain/model/child.ts';

export const paperNames: Readonly<Record<(typeof paperKinds)[number], string>> = {
  'worker-report': 'Social worker’s report',
  'carer-report': 'Carer’s or home’s report',
  'school-report': 'School’s report',
  'health-report': 'Health report',
  'childs-form': 'The child’s own form',
  'care-plan': 'Care plan',
  other: 'Another paper',
};

/** What can be kept and read here, by the ending of its name. */
const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
};

export const paperExtensions = Object.keys(mediaTypes);

/** The media type of a file, or undefined for a kind that cannot be read here. */
export function mediaTypeOf(fileName: string): string | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(mediaTypes, ending) ? mediaTypes[ending] : undefined;
}

/** How a paper is shown. */
export function readerOf(mediaType: string | undefined): 'pdf' | 'word' | 'image' | 'none' {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType === mediaTypes['docx']) return 'word';
  return mediaType?.startsWith('image/') === true ? 'image' : 'none';
}

/** A file name as a title to start from: without its ending, without underscores. */
export function titleOf(fileName: string): string {
  return fileName
    .replace(/\.[a-z0-9]+$/i, '')
    .replaceAll(/[_]+/g, ' ')
    .trim();
}

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let place = 0; place < text.length; place += 1) bytes[place] = text.charCodeAt(place);
  return bytes;
}
