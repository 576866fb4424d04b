import { isProblem } from '@fourfold/api';
import { Icon, Mark } from '@fourfold/ui';
import { type FormEvent, useState } from 'react';
import { useI18n, useProblem } from '../i18n.ts';
import { pendingCount, useOnline, usePending, usePhone, usePhoneState } from '../phone/context.tsx';
import { notKept } from '../phone/deed.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Languages } from '../pieces/Languages.tsx';
import { useTitle } from '../pieces/title.ts';
import { back, go } from '../router.ts';

/** Name, password, and what for. Pasting is welcome; nothing has to be remembered that a phone can keep. */
export function SignInPage() {
  const { t } = useI18n();
  const online = useOnline();
  useTitle(t('page.signIn'));
  const { session } = usePhoneState();
  const pending = usePending();
  const kept = pending.others + pendingCount(pending);
  return (
    <main className="page sign-in">
      <header className="sign-in-head">
        {session ? (
          <button type="button" className="icon-button" onClick={back} aria-label={t('verb.back')}>
            <Icon name="back" size={24} />
          </button>
        ) : (
          <Mark size={40} />
        )}
        <div className="head-title">
          <h1 tabIndex={-1}>{t('app.name')}</h1>
          <p className="under">{t('signIn.where')}</p>
        </div>
        <Languages />
      </header>
      {online ? null : (
        <p className="strip" data-tone="amber" role="status">
          <Icon name="cloudOff" size={22} />
          <span className="strip-text">{t('signIn.offlineFirst')}</span>
        </p>
      )}
      {kept > 0 ? (
        <p className="strip" data-tone="amber">
          <Icon name="clock" size={22} />
          <span className="strip-text">{t('signIn.kept', { count: kept })}</span>
        </p>
      ) : null}
      <SignInForm />
    </main>
  );
}

function SignInForm() {
  const { t } = useI18n();
  const phone = usePhone();
  const problemText = useProblem();
  const { session } = usePhoneState();
  const [userName, setUserName] = useState(session?.person.userName ?? '');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!userName.trim() || !password) {
      setWrong(t('signIn.missing'));
      return;
    }
    setBusy(true);
    setWrong(null);
    try {
      await phone.signIn({ userName: userName.trim(), password, purpose: 'field-work' });
      // The same person goes on where they were.
      if (session?.person.userName === userName.trim()) back();
      else go({ page: 'today' }, true);
    } catch (error) {
      setWrong(isProblem(error) ? problemText({ code: error.code, parameters: error.parameters }) : t(notKept(error)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <label className="field">
        <span>{t('signIn.account')}</span>
        <input
          value={userName}
          onChange={(event) => setUserName(event.target.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
        />
      </label>
      <div className="field">
        <label htmlFor="password">{t('signIn.password')}</label>
        <div className="with-button">
          <input
            id="password"
            type={shown ? 'text' : 'password'}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
          />
          <button
            type="button"
            className="icon-button"
            aria-label={t(shown ? 'signIn.hide' : 'signIn.show')}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? 'eyeOff' : 'eye'} size={24} />
          </button>
        </div>
      </div>
      <div className="field">
        <span>{t('signIn.purpose')}</span>
        <p className="picked">
          <Icon name="check" size={20} />
          {t('purpose.field-work')}
        </p>
        <p className="under">{t('signIn.purposeHint')}</p>
      </div>
      <p className="wrong" role="alert">
        {wrong}
      </p>
      <BigButton type="submit" look="main" disabled={busy}>
        {t(busy ? 'signIn.going' : 'signIn.go')}
      </BigButton>
      <p className="under foot">
        <Icon name="lock" size={18} />
        {t('signIn.noFace')}
      </p>
    </form>
  );
}
