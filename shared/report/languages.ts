/** BCP 47 tags of the languages that looked-after children in England most often speak, by their English names. */
const tags: Readonly<Record<string, string>> = {
  albanian: 'sq',
  amharic: 'am',
  arabic: 'ar',
  bengali: 'bn',
  bulgarian: 'bg',
  chinese: 'zh',
  czech: 'cs',
  dari: 'fa-AF',
  dutch: 'nl',
  farsi: 'fa',
  french: 'fr',
  german: 'de',
  greek: 'el',
  gujarati: 'gu',
  hindi: 'hi',
  hungarian: 'hu',
  italian: 'it',
  kurdish: 'ku',
  latvian: 'lv',
  lithuanian: 'lt',
  oromo: 'om',
  pashto: 'ps',
  persian: 'fa',
  polish: 'pl',
  portuguese: 'pt',
  punjabi: 'pa',
  romanian: 'ro',
  russian: 'ru',
  slovak: 'sk',
  somali: 'so',
  sorani: 'ckb',
  spanish: 'es',
  swahili: 'sw',
  tamil: 'ta',
  tigrinya: 'ti',
  turkish: 'tr',
  ukrainian: 'uk',
  urdu: 'ur',
  vietnamese: 'vi',
  welsh: 'cy',
};

/** The tag of a language by its name ("Kurdish (Sorani)" by its first known word), so that it is read out rightly. */
export function languageTag(name: string): string | undefined {
  const words = name.toLocaleLowerCase('en-GB').match(/\p{L}+/gu) ?? [];
  const known = words.filter((word) => Object.hasOwn(tags, word));
  const found = known.includes('sorani') ? 'sorani' : known[0];
  return found === undefined ? undefined : tags[found];
}
