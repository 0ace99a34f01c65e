import type { ComponentPropsWithRef, ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';

type Props = ComponentPropsWithRef<'button'> & {
  /** `go` is the one filled button of a screen, on the first thing due. */
  readonly look?: 'plain' | 'go' | 'small' | 'link';
  readonly icon?: IconName;
  readonly children: ReactNode;
};

const classes = { plain: 'btn', go: 'btn go', small: 'btn small', link: 'act' } as const;

/** A button always has its words; an icon stands beside them, never alone. */
export function Button({ look = 'plain', icon, children, type = 'button', className = '', ...rest }: Props) {
  return (
    // oxlint-disable-next-line react/button-has-type -- `type` is one of the three, `button` unless said
    <button type={type} className={`${classes[look]} ${className}`.trim()} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
