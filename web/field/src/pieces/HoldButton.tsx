import { Icon } from '@fourfold/ui';
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '../i18n.ts';

const holdMilliseconds = 2000;

/** Whoever pressed by keyboard goes on where they were. */
const takesFocus = (link: HTMLAnchorElement | null) => link?.focus();

/**
 * Calls the duty room after being held for two seconds, so that a pocket does not. A keyboard or a screen reader, which
 * cannot hold, presses once and is asked once more.
 */
export function HoldButton({ phone }: { phone: string }) {
  const { t } = useI18n();
  const [holding, setHolding] = useState(false);
  const [asked, setAsked] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const call = () => {
    setHolding(false);
    location.href = `tel:${phone}`;
  };
  const begin = () => {
    // A second finger does not leave the first one's call running.
    clearTimeout(timer.current);
    setHolding(true);
    timer.current = setTimeout(call, holdMilliseconds);
  };
  const end = () => {
    setHolding(false);
    clearTimeout(timer.current);
  };

  if (asked)
    return (
      <a className="big danger-line" href={`tel:${phone}`} ref={takesFocus}>
        <Icon name="phone" size={22} />
        <span>{t('help.call', { phone })}</span>
      </a>
    );
  return (
    <button
      type="button"
      className="big danger-line hold"
      data-holding={holding || undefined}
      onPointerDown={begin}
      onPointerUp={end}
      onPointerLeave={end}
      onPointerCancel={end}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        if (event.detail === 0) setAsked(true);
      }}
    >
      <Icon name="phone" size={22} />
      <span>{t(holding ? 'help.holding' : 'help.hold')}</span>
    </button>
  );
}
