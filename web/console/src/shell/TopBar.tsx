import { Icon, Mark } from '@fourfold/ui';
import { Dropdown, Select } from 'antd';
import { useNow } from '../data/live.ts';
import { useMay, useSignedIn, useSignOut } from '../data/session.ts';
import { useI18n } from '../i18n.ts';
import { pageOf } from '../pages/registry.ts';
import { link, usePath } from '../router.ts';
import { useColours } from '../theme.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SoundButton } from './SoundButton.tsx';
import { useScope } from './scope.tsx';

export interface TopBarProps {
  onLock(): void;
  onChangePurpose(): void;
}

export function TopBar({ onLock, onChangePurpose }: TopBarProps) {
  const { t, language } = useI18n();
  const session = useSignedIn();
  const may = useMay();
  const page = pageOf(usePath(), may);
  return (
    <header className="top">
      <a className="brand" {...link('/')}>
        <Mark size={26} />
        <b>{t('app.name')}</b>
        {language === 'zh' ? <span className="t3">{t('app.nameLatin')}</span> : null}
      </a>
      {page ? <h1 className="top-page">{t(page.title)}</h1> : null}
      {page?.scoped ? <ScopeSelect /> : null}
      <span className="spacer" />
      <button type="button" className="bare top-purpose" title={t('shell.changePurpose')} onClick={onChangePurpose}>
        <Icon name="eye" size={16} />
        {t('shell.purpose', { purpose: t(`purpose.${session.purpose}`) })}
        <small>· {t('shell.logged')}</small>
      </button>
      <SoundButton />
      <LanguageSwitch />
      <AccountMenu onLock={onLock} onChangePurpose={onChangePurpose} />
      <Clock />
    </header>
  );
}

function ScopeSelect() {
  const { t } = useI18n();
  const { scope, choices, choose } = useScope();
  if (choices.length < 2) return <span className="top-scope">{scope.name}</span>;
  return (
    <Select
      className="top-scope"
      aria-label={t('shell.scope')}
      value={scope.code ?? ''}
      onChange={(code) => choose(code || null)}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      options={choices.map((choice) => ({
        value: choice.code ?? '',
        label: choice.code ? choice.name : t('shell.scope.all', { area: choice.name }),
      }))}
    />
  );
}

function AccountMenu({ onLock, onChangePurpose }: TopBarProps) {
  const { t } = useI18n();
  const { person, post } = useSignedIn();
  const { colours, setColours } = useColours();
  const signOut = useSignOut();
  const dark = colours === 'dark';
  const items = [
    { key: 'post', label: `${post.unit.name} · ${post.area.name}`, disabled: true },
    { type: 'divider' as const },
    { key: 'purpose', label: t('shell.changePurpose'), onClick: onChangePurpose },
    {
      key: 'theme',
      label: dark ? t('shell.theme.light') : t('shell.theme.dark'),
      onClick: () => setColours(dark ? 'light' : 'dark'),
    },
    { key: 'lock', label: t('shell.lock'), onClick: onLock },
    { key: 'out', label: t('shell.signOut'), onClick: () => signOut.mutate() },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <button type="button" className="bare top-person" title={t('shell.account')}>
        <Icon name="person" size={16} />
        {t(`role.${post.role}`)} {person.displayName}
      </button>
    </Dropdown>
  );
}

function Clock() {
  const { format } = useI18n();
  const now = useNow();
  return (
    <time className="top-clock" dateTime={new Date(now).toISOString()}>
      {format.day(now)} {format.clock(now)}
    </time>
  );
}
