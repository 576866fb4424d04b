import { Icon, Mark } from '@fourfold/ui';
import { Button, ConfigProvider, Input } from 'antd';
import { type FormEvent, type ReactNode, useMemo, useState } from 'react';
import { useProblemText } from '../data/problems.ts';
import { useSignIn } from '../data/session.ts';
import { useI18n } from '../i18n.ts';
import { antdTheme } from '../theme.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { type PurposeChoice, PurposePicker } from './PurposePicker.tsx';

/** The card on the quiet page: also used for setting up. */
export function EntryCard({ children }: { children: ReactNode }) {
  const { t, language } = useI18n();
  const theme = useMemo(() => antdTheme('light'), []);
  return (
    <ConfigProvider theme={theme}>
      <main className="whole-page entry" data-theme="light">
        <div className="entry-card">
          <header>
            <Mark size={36} />
            <h1>
              {t('app.name')} {language === 'zh' ? t('app.nameLatin') : null}
            </h1>
            <LanguageSwitch />
          </header>
          {children}
        </div>
      </main>
    </ConfigProvider>
  );
}

export function SignIn() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const signIn = useSignIn();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [choice, setChoice] = useState<PurposeChoice>({ purpose: 'sea-watch', note: '' });
  const [fault, setFault] = useState<string | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!userName.trim() || !password) return setFault(t('signIn.missing'));
    if (choice.purpose === 'other' && !choice.note.trim()) return setFault(t('signIn.noteMissing'));
    setFault(null);
    signIn.mutate({
      userName: userName.trim(),
      password,
      purpose: choice.purpose,
      purposeNote: choice.note.trim() || undefined,
    });
  };
  const problem = fault ?? (signIn.error ? problemText(signIn.error) : null);

  return (
    <EntryCard>
      <form onSubmit={submit} aria-label={t('signIn.title')}>
        <label htmlFor="userName">{t('signIn.userName')}</label>
        <Input
          id="userName"
          size="large"
          autoComplete="username"
          autoFocus
          value={userName}
          onChange={(event) => setUserName(event.target.value)}
        />
        <label htmlFor="password">{t('signIn.password')}</label>
        <PasswordInput id="password" value={password} onChange={setPassword} autoComplete="current-password" />
        <PurposePicker value={choice} onChange={setChoice} />
        <p className="fault" role="alert">
          {problem}
        </p>
        <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
        <p className="hint right">{t('signIn.forgotten')}</p>
      </form>
      <p className="hint foot">
        <Icon name="lock" size={14} /> {t('signIn.noFace')}
      </p>
    </EntryCard>
  );
}

export interface PasswordInputProps {
  id: string;
  value: string;
  onChange(value: string): void;
  autoComplete: string;
}

export function PasswordInput({ id, value, onChange, autoComplete }: PasswordInputProps) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  return (
    <Input
      id={id}
      size="large"
      type={shown ? 'text' : 'password'}
      autoComplete={autoComplete}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      suffix={
        <button
          type="button"
          className="bare"
          aria-label={shown ? t('signIn.hidePassword') : t('signIn.showPassword')}
          onClick={() => setShown(!shown)}
        >
          <Icon name={shown ? 'eyeOff' : 'eye'} size={18} />
        </button>
      }
    />
  );
}
