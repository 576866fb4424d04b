import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { useKept, usePhone } from '../phone/context.tsx';

const ways = [
  ['urgency', 'clock'],
  ['distance', 'pin'],
] as const;

export type OrdersBy = (typeof ways)[number][0];

const key = 'orders-by';

/** How this phone lists what is not the most urgent; kept for the next time. */
export const useOrdersBy = (): OrdersBy => useKept<OrdersBy>(key) ?? 'urgency';

/** Most urgent first, or nearest first. */
export function OrdersBySwitch() {
  const { t } = useI18n();
  const phone = usePhone();
  const chosen = useOrdersBy();
  return (
    <fieldset className="languages wide">
      <legend className="visually-hidden">{t('today.by')}</legend>
      {ways.map(([by, icon]) => (
        <button
          type="button"
          key={by}
          aria-pressed={by === chosen}
          onClick={() => void phone.db.keep(key, by).catch(console.error)}
        >
          <Icon name={icon} size={20} /> {t(`today.by.${by}`)}
        </button>
      ))}
    </fieldset>
  );
}
