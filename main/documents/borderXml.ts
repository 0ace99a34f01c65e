import { colours, type Line } from '../../shared/report/paragraphTypes.ts';

/** One border: width in eighths of a point, gap in points, as Word counts them. */
export function borderXml(element: string, line: Line): string {
  const colour = line.colour === 'black' ? '000000' : colours[line.colour];
  const size = Math.round(line.width * 8);
  return `<${element} w:val="${line.shape ?? 'single'}" w:sz="${size}" w:space="${line.gap}" w:color="${colour}"/>`;
}
