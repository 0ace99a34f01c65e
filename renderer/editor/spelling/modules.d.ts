declare module '*?raw' {
  const text: string;
  export { text as default };
}
declare module 'nspell' {
  type Nspell = {
    readonly correct: (word: string) => boolean;
    readonly suggest: (word: string) => string[];
    readonly add: (word: string) => Nspell;
  };
  export default function nspell(aff: string, dic: string): Nspell;
}
