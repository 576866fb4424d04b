import { Icon, type IconName } from '@fourfold/ui';
import type { ComponentProps, ReactNode } from 'react';

export interface BigButtonProps extends ComponentProps<'button'> {
  icon?: IconName;
  /** The one thing to do here is `main`; everything else is plain. */
  look?: 'main' | 'plain' | 'danger' | 'good';
  children: ReactNode;
}

/** Big enough for a wet thumb on a moving boat. */
export function BigButton({ icon, look = 'plain', children, className, ...rest }: BigButtonProps) {
  return (
    <button type="button" className={`big ${look} ${className ?? ''}`} {...rest}>
      {icon ? <Icon name={icon} size={22} /> : null}
      <span>{children}</span>
    </button>
  );
}
