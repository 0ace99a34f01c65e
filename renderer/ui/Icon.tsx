export type IconName =
  | 'today'
  | 'children'
  | 'actions'
  | 'challenges'
  | 'service'
  | 'settings'
  | 'find'
  | 'lock'
  | 'paper'
  | 'go'
  | 'down'
  | 'eye'
  | 'eyeoff'
  | 'plus'
  | 'link'
  | 'clock'
  | 'print'
  | 'walk'
  | 'pencil'
  | 'send'
  | 'upload'
  | 'door'
  | 'download'
  | 'user'
  | 'blank';

/** A Tabler outline icon beside its word; it takes the word's colour and is never read out. */
export function Icon({ name }: { readonly name: IconName }) {
  return <i className={`i i-${name}`} aria-hidden="true" />;
}
