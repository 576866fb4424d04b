import { Icon } from '@fourfold/ui';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n.ts';
import { back } from '../router.ts';
import { Help } from './HeadLinks.tsx';
import { Notices, Sending } from './Strip.tsx';
import { useTitle } from './title.ts';

export interface ScreenProps {
  title: string;
  /** Smaller line below the title. */
  under?: ReactNode;
  /** On the right of the title. */
  aside?: ReactNode;
  /** Whether there is a way back; without it the page is one of the main ones. */
  backable?: boolean;
  children: ReactNode;
  /** What the person does here: fixed at the bottom, where the thumb is. */
  actions?: ReactNode;
  /** The actions are many: on a low screen they stay in their place instead of covering what they are about. */
  tall?: boolean;
  /** The main menu, on the main pages. */
  menu?: ReactNode;
  /** Whether there is a call for help here as on the main pages. */
  help?: boolean;
}

/** The frame of every page: title, what is waiting to be sent, content, actions below. */
export function Screen({ title, under, aside, backable, children, actions, menu, help, tall }: ScreenProps) {
  const { t } = useI18n();
  useTitle(title);
  return (
    <div className="page">
      <header>
        <div className="head">
          {backable ? (
            <button type="button" className="icon-button" onClick={back} aria-label={t('verb.back')}>
              <Icon name="back" size={24} />
            </button>
          ) : null}
          <div className="head-title">
            <h1 tabIndex={-1}>{title}</h1>
            {under ? <p className="under">{under}</p> : null}
          </div>
          {aside}
          {menu || help ? <Help /> : null}
        </div>
        <Notices />
      </header>
      <Sending />
      <main className="content">{children}</main>
      {actions ? (
        <div className="actions" data-tall={tall || undefined}>
          {actions}
        </div>
      ) : null}
      {menu}
    </div>
  );
}
