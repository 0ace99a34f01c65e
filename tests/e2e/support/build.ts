import { buildIfOld } from '../../../main/shell/buildPage.ts';

/** The end-to-end tests drive the page as it is built, over the core as it is built. */
export default function setup(): void {
  const fault = buildIfOld((line) => process.stderr.write(`${line}\n`));
  if (fault !== undefined) throw new Error(`The page could not be built:\n${fault}`);
}
