import { formatDate } from './london.ts';
import type { Paper } from './model/child.ts';

/** What stands in brackets behind words quoted from a paper: by it the paper's quotes are found again. */
export function paperSource({ title, receivedOn }: Pick<Paper, 'title' | 'receivedOn'>): string {
  return `${title}, received ${formatDate(receivedOn)}`;
}
