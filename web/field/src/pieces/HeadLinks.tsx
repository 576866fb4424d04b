import { Icon } from '@fourfold/ui';
import { useRef } from 'react';
import { useI18n } from '../i18n.ts';
import { useMe } from '../phone/context.tsx';
import { hasInbox, useUnread } from '../phone/inbox.ts';
import { path } from '../router.ts';
import { HoldButton } from './HoldButton.tsx';
import { Count } from './Menu.tsx';

/** The way to residents' questions and notices, with how many of them wait. */
export function InboxLink() {
  const { t } = useI18n();
  const me = useMe();
  const unread = useUnread();
  if (!hasInbox(me)) return null;
  return (
    <a className="icon-button edged" href={path({ page: 'inbox' })}>
      <Icon name="mail" size={24} />
      <span className="visually-hidden">{t('page.inbox')}</span>
      <Count count={unread} says={t('nav.unread', { count: unread })} />
    </a>
  );
}

/** A number is not broken at the end of a line. */
const inOnePiece = (number: string) => number.replaceAll('-', '\u2011');

/** Help is at the same place of every main page: one tap opens it, two seconds' hold calls. */
export function Help() {
  const { t } = useI18n();
  const { dutyPhone } = useMe();
  const sheet = useRef<HTMLDialogElement>(null);
  if (!dutyPhone) return null;
  return (
    <>
      <button type="button" className="icon-button edged alarm" onClick={() => sheet.current?.showModal()}>
        <Icon name="siren" size={24} />
        <span className="visually-hidden">{t('help.open')}</span>
      </button>
      <dialog ref={sheet} className="sheet" aria-labelledby="help">
        <h2 id="help">{t('help.open')}</h2>
        <p className="under">{t('help.how', { phone: inOnePiece(dutyPhone) })}</p>
        <HoldButton phone={dutyPhone} />
        <form method="dialog">
          <button type="submit" className="big plain">
            {t('help.close')}
          </button>
        </form>
      </dialog>
    </>
  );
}
