/** A media query with its rem multiplied: `(max-width: 72rem)` at 150% is `(max-width: 108rem)`. */
export function scaledMedia(query: string, percent: number): string {
  return query.replaceAll(/(\d+(?:\.\d+)?)(r?em)\b/g, (_, size: string, unit: string) => {
    return `${Math.round(Number(size) * percent) / 100}${unit}`;
  });
}

const written = new WeakMap<MediaList, string>();

function scaleSheet(sheet: CSSStyleSheet, percent: number): void {
  for (const rule of sheet.cssRules) {
    if (!(rule instanceof CSSMediaRule)) continue;
    const query = written.get(rule.media) ?? rule.media.mediaText;
    written.set(rule.media, query);
    const scaled = scaledMedia(query, percent);
    if (rule.media.mediaText !== scaled) rule.media.mediaText = scaled;
  }
}

/**
 * Makes every fold follow the size of text that is set here. A rem in a media query is the browser's own, whatever
 * the page's is, so without this a window with text twice as large would keep the layout of a wide one. Styles that
 * come later, with their screen, are scaled when they come. Returns how to stop.
 */
export function scaleFolds(percent: number): () => void {
  const scaleAll = () => {
    for (const sheet of document.styleSheets) scaleSheet(sheet, percent);
  };
  const observer = new MutationObserver((changes) => {
    for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
      if (node instanceof HTMLLinkElement) node.addEventListener('load', scaleAll, { once: true });
    }
    scaleAll();
  });
  observer.observe(document.head, { childList: true });
  scaleAll();
  return () => observer.disconnect();
}
