import { client, type SignIn } from '@fourfold/api';
import { StateCard } from '@fourfold/ui';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { type FormEvent, useState } from 'react';
import { useProblemText } from '../data/problems.ts';
import { useSignIn } from '../data/session.ts';
import { useI18n } from '../i18n.ts';
import { navigate, useParam } from '../router.ts';
import { EntryCard, PasswordInput } from './SignIn.tsx';

const shortestPassword = 12;

/** The one-time way in for the first administrator: `/setup?token=…`. */
export function Setup() {
  const { t } = useI18n();
  const token = useParam('token') ?? '';
  const { isError, isPending } = useQuery({
    queryKey: ['setup', token],
    retry: false,
    queryFn: async () => {
      await client.GET('/setup/{token}', { params: { path: { token } } });
      return true;
    },
  });
  if (isPending) return null;
  if (isError) {
    return (
      <EntryCard>
        <StateCard icon="key" tone="l2" title={t('setup.gone')}>
          {t('setup.goneHint')}
        </StateCard>
      </EntryCard>
    );
  }
  return (
    <EntryCard>
      <SetupForm token={token} />
    </EntryCard>
  );
}

type Credentials = Pick<SignIn, 'userName' | 'password'>;

function SetupForm({ token }: { token: string }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const signIn = useSignIn();
  const [userName, setUserName] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const create = useMutation({
    mutationFn: (by: Credentials) =>
      client.POST('/setup/{token}', {
        params: { path: { token } },
        body: { ...by, displayName: displayName.trim() },
      }),
    // If this does not work, the sign-in page says why.
    onSuccess: (_, by) => signIn.mutate({ ...by, purpose: 'administration' }, { onSettled: () => navigate('/', true) }),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!userName.trim() || !displayName.trim()) return setFault(t('signIn.missing'));
    if (password.length < shortestPassword) return setFault(t('setup.short'));
    if (password !== again) return setFault(t('setup.different'));
    setFault(null);
    create.mutate({ userName: userName.trim(), password });
  };

  return (
    <form onSubmit={submit} aria-label={t('setup.title')}>
      <h2>{t('setup.title')}</h2>
      <p className="hint">{t('setup.hint')}</p>
      <label htmlFor="userName">{t('signIn.userName')}</label>
      <Input
        id="userName"
        size="large"
        autoComplete="username"
        value={userName}
        onChange={(event) => setUserName(event.target.value)}
      />
      <label htmlFor="displayName">{t('setup.displayName')}</label>
      <Input
        id="displayName"
        size="large"
        autoComplete="name"
        value={displayName}
        onChange={(event) => setDisplayName(event.target.value)}
      />
      <label htmlFor="password">{t('setup.password')}</label>
      <PasswordInput id="password" value={password} onChange={setPassword} autoComplete="new-password" />
      <label htmlFor="again">{t('setup.again')}</label>
      <PasswordInput id="again" value={again} onChange={setAgain} autoComplete="new-password" />
      <p className="fault" role="alert">
        {fault ?? (create.error ? problemText(create.error) : null)}
      </p>
      <Button type="primary" size="large" htmlType="submit" block loading={create.isPending || signIn.isPending}>
        {t('setup.submit')}
      </Button>
    </form>
  );
}
