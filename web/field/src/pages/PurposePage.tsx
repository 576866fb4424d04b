import { isProblem } from '@fourfold/api';
import { StateCard } from '@fourfold/ui';
import { useState } from 'react';
import { useI18n, useProblem } from '../i18n.ts';
import { useMe, usePhone } from '../phone/context.tsx';
import { BigButton } from '../pieces/BigButton.tsx';

/** Signed in for something else, in the console perhaps: this page is for field work, and asks before it changes it. */
export function PurposePage() {
  const { t } = useI18n();
  const phone = usePhone();
  const me = useMe();
  const problemText = useProblem();
  const [wrong, setWrong] = useState<string | null>(null);
  const change = () =>
    phone.changePurpose({ purpose: 'field-work' }).catch((error: unknown) => {
      if (!isProblem(error)) throw error;
      setWrong(problemText({ code: error.code, parameters: error.parameters }));
    });
  return (
    <main className="page">
      <StateCard icon="eye" title={t('purpose.title')}>
        <p>{t('purpose.text', { purpose: t(`purpose.${me.purpose}`) })}</p>
        <p className="wrong" role="alert">
          {wrong}
        </p>
      </StateCard>
      <div className="actions">
        <BigButton look="main" onClick={() => void change()}>
          {t('purpose.change')}
        </BigButton>
        <BigButton onClick={() => void phone.signOut()}>{t('me.signOut')}</BigButton>
      </div>
    </main>
  );
}
