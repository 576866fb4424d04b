import { StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { useChange } from '../phone/change.ts';
import { useMe, usePhone } from '../phone/context.tsx';
import { BigButton } from '../pieces/BigButton.tsx';
import { useTitle } from '../pieces/title.ts';

/** Signed in for something else, in the console perhaps: this page is for field work, and asks before it changes it. */
export function PurposePage() {
  const { t } = useI18n();
  const phone = usePhone();
  const me = useMe();
  const change = useChange();
  useTitle(t('purpose.title'));
  return (
    <main className="page">
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('app.name')}
      </h1>
      <StateCard icon="eye" title={t('purpose.title')}>
        <p>{t('purpose.text', { purpose: t(`purpose.${me.purpose}`) })}</p>
        <p className="wrong" role="alert">
          {change.wrong}
        </p>
      </StateCard>
      <div className="actions">
        <BigButton look="main" disabled={change.busy} onClick={() => change.to({ purpose: 'field-work' })}>
          {t('purpose.change')}
        </BigButton>
        <BigButton onClick={() => void phone.signOut()}>{t('me.signOut')}</BigButton>
      </div>
    </main>
  );
}
