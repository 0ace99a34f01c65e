import type { Page } from 'playwright';

/** What of a screen cannot be read or reached, each as a line that says where. Empty when nothing is lost. */
export async function lostText(page: Page): Promise<string[]> {
  return page.evaluate(findLost);
}

/** Each piece of words that a screen shows, the names that a style sheet puts before cells included. */
export async function wordsShown(page: Page, without: string): Promise<string[]> {
  return page.evaluate((left) => {
    const words = new Set<string>();
    const add = (text: string | null | undefined) => {
      const line = (text ?? '').replaceAll(/\s+/g, ' ').trim();
      if (line !== '') words.add(line);
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const isShown = element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) === true;
      if (!isShown || element.closest(`.hide, script, style, option, ${left}`)) continue;
      const heading = element.closest('th[scope="col"]');
      // The name of each row is its own heading: "Review" over "Review 3".
      if (heading?.matches(':first-child') && !heading.querySelector('button')) continue;
      add(heading && !heading.querySelector('button') ? heading.textContent : node.textContent);
    }
    for (const cell of document.querySelectorAll<HTMLElement>('[data-name]')) {
      if (cell.checkVisibility() && getComputedStyle(cell, '::before').content !== 'none') {
        add(cell.dataset['name']);
      }
    }
    return [...words];
  }, without);
}

/** Runs in the page, so it may name nothing outside itself. */
function findLost(): string[] {
  const slack = 2;
  type Box = { left: number; top: number; right: number; bottom: number };
  type Piece = { readonly element: Element; readonly words: string; readonly box: Box };

  const nameOf = (element: Element) => {
    const own = (one: Element) => `${one.localName}${[...one.classList].map((name) => `.${name}`).join('')}`;
    return [element.parentElement, element].flatMap((one) => (one ? [own(one)] : [])).join(' > ');
  };
  const isHidden = (element: Element) =>
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) ||
    element.closest('.hide, [inert], option, [aria-hidden="true"]') !== null;
  const styles = new Map<Element, CSSStyleDeclaration>();
  const styleOf = (element: Element) => {
    const known = styles.get(element) ?? getComputedStyle(element);
    styles.set(element, known);
    return known;
  };

  /** How far a box is cut by what holds it and cannot be scrolled, in words; undefined where all of it can be seen. */
  const cutOf = (element: Element, box: Box): string | undefined => {
    let [isXReached, isYReached] = [false, false];
    for (let holder: Element | null = element; holder; holder = holder.parentElement) {
      if (holder.hasAttribute('title')) return undefined;
      const style = styleOf(holder);
      const own = holder.getBoundingClientRect();
      const isRoot = holder === document.documentElement;
      const within: Box = isRoot ? { left: 0, top: 0, right: innerWidth, bottom: innerHeight } : own;
      const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
      if (!isXReached && (isRoot || cuts(style.overflowX))) {
        const by = Math.max(within.left - box.left, box.right - within.right);
        if (by > slack) return `cut sideways by ${Math.round(by)} px in ${nameOf(holder)}`;
      }
      if (!isYReached && (isRoot || cuts(style.overflowY))) {
        const by = Math.max(within.top - box.top, box.bottom - within.bottom);
        if (by > slack) return `cut in height by ${Math.round(by)} px in ${nameOf(holder)}`;
      }
      isXReached ||= scrolls(style.overflowX);
      isYReached ||= scrolls(style.overflowY);
      if (style.position === 'fixed') return undefined;
    }
    return undefined;
  };

  const pieces: Piece[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const words = node.textContent?.trim() ?? '';
    if (
      !element ||
      words === '' ||
      isHidden(element) ||
      /^(?:script|style|title)$/i.test(element.localName)
    ) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width > 1 && box.height > 1) pieces.push({ element, words, box });
    }
  }
  const lost = new Set<string>();
  for (const { element, words, box } of pieces) {
    const cut = cutOf(element, box);
    if (cut !== undefined) lost.add(`“${words.slice(0, 40)}” (${nameOf(element)}): ${cut}`);
  }

  // A style sheet that came later must not have taken the scrolling away.
  for (const element of document.querySelectorAll('.scroll')) {
    if (/hidden|clip/.test(styleOf(element).overflowY)) lost.add(`${nameOf(element)} does not scroll`);
  }

  // What is typed into a field can be scrolled in it; the field itself has to be there.
  for (const control of document.querySelectorAll('button, a[href], input, select, textarea, summary')) {
    const box = control.getBoundingClientRect();
    if (isHidden(control) || box.width < 2) continue;
    const cut = cutOf(control, box);
    if (cut !== undefined) lost.add(`${nameOf(control)} “${control.textContent?.slice(0, 30)}”: ${cut}`);
    if (control instanceof HTMLSelectElement) {
      const [chosen] = control.selectedOptions;
      const pen = document.createElement('canvas').getContext('2d');
      const style = styleOf(control);
      if (pen) pen.font = style.font;
      const room = control.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
      const width = pen?.measureText(chosen?.text ?? '').width ?? 0;
      if (width > room + slack) lost.add(`${nameOf(control)}: “${chosen?.text}” is wider than its field`);
    }
  }

  /** What scrolls by itself, or stays while the rest scrolls: words in two of these may lie over one another. */
  const layerOf = (element: Element): Element => {
    for (let holder: Element | null = element; holder; holder = holder.parentElement) {
      const { position, overflowX, overflowY } = styleOf(holder);
      if (position === 'sticky' || position === 'fixed') return holder;
      if (/auto|scroll/.test(`${overflowX}${overflowY}`)) return holder;
    }
    return document.documentElement;
  };
  /** What is left of a box where something that holds it ends it: words with an ellipsis go on behind that. */
  const shownOf = (element: Element, { left, top, right, bottom }: Box): Box => {
    const shown = { left, top, right, bottom };
    for (let holder: Element | null = element; holder; holder = holder.parentElement) {
      if (!/hidden|clip/.test(styleOf(holder).overflowX)) continue;
      const own = holder.getBoundingClientRect();
      shown.left = Math.max(shown.left, own.left);
      shown.right = Math.min(shown.right, own.right);
    }
    return shown;
  };
  const shown = pieces.map((piece) => ({ ...piece, box: shownOf(piece.element, piece.box) }));
  const layers = Map.groupBy(shown, ({ element }) => layerOf(element));
  for (const [, own] of layers) {
    const sorted = own.toSorted((a, b) => a.box.top - b.box.top);
    for (const [place, a] of sorted.entries()) {
      for (const b of sorted.slice(place + 1)) {
        if (b.box.top >= a.box.bottom) break;
        if (a.element === b.element) continue;
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        // A line box is taller than its letters: what overlaps by a third of it touches.
        const isTouching =
          across > slack && down > Math.min(a.box.bottom - a.box.top, b.box.bottom - b.box.top) / 3;
        if (isTouching) {
          lost.add(
            `“${a.words.slice(0, 30)}” (${nameOf(a.element)}) lies over “${b.words.slice(0, 30)}” (${nameOf(b.element)})`,
          );
        }
      }
    }
  }

  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth)
    lost.add(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
  return [...lost];
}
