/** Where the end-to-end tests open the window; `electron` with the executable that was found. */
export type WhichShell =
  | { readonly kind: 'preview' }
  | { readonly kind: 'electron'; readonly executable: string };

export const shellVariable = 'GOLDEN_THREAD_SHELL';

/**
 * The shell that `GOLDEN_THREAD_SHELL` names; the preview without it. `findElectron` looks for the runtime and fetches
 * nothing. Throws for another name, and for Electron where its runtime is not there.
 */
export function whichShell(env: NodeJS.ProcessEnv, findElectron: () => string | undefined): WhichShell {
  const named = env[shellVariable] ?? 'preview';
  if (named === 'preview') return { kind: 'preview' };
  if (named !== 'electron') {
    throw new Error(`${shellVariable} is “preview” or “electron”; the tests know no shell “${named}”.`);
  }
  const executable = findElectron();
  if (executable !== undefined) return { kind: 'electron', executable };
  throw new Error(
    `${shellVariable} is “electron”, but Electron's runtime is not here (node_modules/electron/dist). Fetch it with: npx install-electron`,
  );
}
