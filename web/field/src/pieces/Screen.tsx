import { Icon } from '@fourfold/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
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
      {actions ? <Actions tall={tall}>{actions}</Actions> : null}
      {menu}
    </div>
  );
}

/** Of the height of the screen: more of it would leave nothing to see of what they are about. */
const mostOfScreen = 0.6;

/** How large they are hangs on the text size of the phone, of which style sheets know nothing. */
function Actions({ tall, children }: Pick<ScreenProps, 'tall' | 'children'>) {
  const ref = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    const look = () => setOver((ref.current?.offsetHeight ?? 0) > mostOfScreen * innerHeight);
    const watch = new ResizeObserver(look);
    if (ref.current) watch.observe(ref.current);
    addEventListener('resize', look);
    return () => {
      watch.disconnect();
      removeEventListener('resize', look);
    };
  }, []);
  return (
    <div ref={ref} className="actions" data-tall={tall || undefined} data-over={over || undefined}>
      {children}
    </div>
  );
}
