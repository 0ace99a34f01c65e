import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const isRoot = process.getuid?.() === 0;

function run(command: string, ...args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}

function everythingIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) =>
    join(entry.parentPath, entry.name),
  );
}

/**
 * Write-protects a folder and what is in it. The permissions of files bind everybody but root, for whom the file
 * system's own mark stands in. Returns how to take it back.
 */
export function writeProtect(folder: string): () => void {
  const paths = [folder, ...everythingIn(folder)];
  if (isRoot) {
    run('chattr', '+i', ...paths);
    return () => run('chattr', '-i', ...paths);
  }
  for (const path of paths) chmodSync(path, 0o555);
  return () => {
    for (const path of paths) chmodSync(path, 0o755);
  };
}

/** From now on no file of this process takes a byte more, as on a disk that is full. Returns how to make room. */
export function fillDiskOf(pid: number): () => void {
  run('prlimit', '--pid', String(pid), '--fsize=0:');
  return () => run('prlimit', '--pid', String(pid), '--fsize=unlimited:');
}
