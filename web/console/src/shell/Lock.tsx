import { Icon } from '@fourfold/ui';
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useState } from 'react';
import { useProblemText } from '../data/problems.ts';
import { useSignedIn, useSignOut, useUnlock } from '../data/session.ts';
import { useI18n } from '../i18n.ts';

const idleMilliseconds = 10 * 60_000;
const remembered = 'fourfold.locked';
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Locks after ten minutes without a hand on it, on every reload while locked, and when asked. */
export function useLock(): { locked: boolean; lock(): void; unlock(): void } {
  const [locked, setLocked] = useState(() => sessionStorage.getItem(remembered) === '1');
  useEffect(() => {
    if (locked) sessionStorage.setItem(remembered, '1');
    else sessionStorage.removeItem(remembered);
    if (locked) return;
    let touched = Date.now();
    const touch = () => {
      touched = Date.now();
    };
    for (const sign of signs) window.addEventListener(sign, touch, { passive: true });
    const timer = setInterval(() => {
      if (Date.now() - touched > idleMilliseconds) setLocked(true);
    }, 5000);
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, touch);
    };
  }, [locked]);
  return { locked, lock: () => setLocked(true), unlock: () => setLocked(false) };
}

/** Over the page, which stays readable: the watch goes on, but nobody acts in another's name. */
export function Lock({ onUnlock }: { onUnlock: () => void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const session = useSignedIn();
  const unlock = useUnlock();
  const signOut = useSignOut();
  const [password, setPassword] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    unlock.mutate(
      { userName: session.person.userName, password, purpose: session.purpose, postId: session.post.id },
      { onSuccess: onUnlock },
    );
  };

  return (
    <div className="lock" role="dialog" aria-modal="true" aria-label={t('lock.title')}>
      <form className="lock-card" onSubmit={submit}>
        <h2>
          <Icon name="lock" /> {t('lock.title')}
        </h2>
        <p>{t('lock.hint')}</p>
        <label htmlFor="unlock">
          {t('signIn.password')} · {session.person.displayName}
        </label>
        <Input.Password
          id="unlock"
          autoFocus
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <p className="fault" role="alert">
          {unlock.error ? problemText(unlock.error) : null}
        </p>
        <div className="row-end">
          <Button onClick={() => signOut.mutate(undefined, { onSuccess: onUnlock })}>{t('shell.signOut')}</Button>
          <Button type="primary" htmlType="submit" loading={unlock.isPending} disabled={!password}>
            {t('lock.unlock')}
          </Button>
        </div>
      </form>
    </div>
  );
}
