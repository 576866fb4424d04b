import { Icon, type IconName } from '@fourfold/ui';
import { useEffect } from 'react';
import { useI18n } from '../i18n.ts';
import { useMe, usePhone } from '../phone/context.tsx';
import { lookAtPush, type PushStanding, push, switchOff, switchOn } from '../phone/push.ts';
import { useStore } from '../phone/store.ts';
import { BigButton } from './BigButton.tsx';

const icons: Record<PushStanding, IconName> = {
  asking: 'clock',
  impossible: 'ban',
  blocked: 'lock',
  unreachable: 'cloudOff',
  'not-offered': 'ban',
  off: 'bellOff',
  on: 'bell',
};

/** One switch: to be told with the app closed. Where that cannot be, it says why and what happens instead. */
export function PushSwitch() {
  const { t, language } = useI18n();
  const phone = usePhone();
  const owner = useMe().person.id;
  const { standing, busy, failed } = useStore(push);
  useEffect(() => {
    lookAtPush(phone.db, owner, language).catch(console.error);
  }, [phone, owner, language]);
  const can = standing === 'on' || standing === 'off' || standing === 'unreachable';
  const turn = () => void (standing === 'on' ? switchOff(phone.db) : switchOn(phone.db, owner, language));
  return (
    <section className="card" aria-label={t('push.title')}>
      <p className="said">
        <Icon name={icons[standing]} size={22} />
        <strong role="status">{t(`push.${standing}`)}</strong>
      </p>
      <p className="under">{t(`push.${standing}.hint`)}</p>
      {failed ? (
        <p className="wrong" role="alert">
          {t('push.failed')}
        </p>
      ) : null}
      {can ? (
        <BigButton icon={standing === 'on' ? 'bellOff' : 'bell'} disabled={busy} onClick={turn}>
          {t(busy ? 'push.busy' : standing === 'on' ? 'push.turnOff' : 'push.turnOn')}
        </BigButton>
      ) : null}
    </section>
  );
}
