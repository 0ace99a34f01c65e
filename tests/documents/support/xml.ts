const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

export function unescapeXml(text: string): string {
  return text.replaceAll(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (name.startsWith('#x')) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
    if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
    return named[name] ?? whole;
  });
}

/** The values of an attribute, in the order of the file. */
export function attributeValues(xml: string, element: string, attribute: string): string[] {
  const found = xml.matchAll(new RegExp(`<${element}\\b[^>]*?\\s${attribute}="([^"]*)"`, 'g'));
  return [...found].map((match) => unescapeXml(match[1] ?? ''));
}

export function countElements(xml: string, element: string): number {
  return [...xml.matchAll(new RegExp(`<${element}[\\s/>]`, 'g'))].length;
}
