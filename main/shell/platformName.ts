/** The system in the page's words: it names keys after it. */
export function platformName(platform: string): 'windows' | 'mac' | 'linux' {
  if (platform === 'win32') return 'windows';
  return platform === 'darwin' ? 'mac' : 'linux';
}
