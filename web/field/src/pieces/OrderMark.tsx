import type { WorkOrder } from '@fourfold/api';
import { Icon, LevelBadge } from '@fourfold/ui';
import { useCode, useI18n } from '../i18n.ts';
import { kindIcon } from '../phone/kinds.ts';

/** What a work order is about and how urgent it is; of one that does not say what it is about, its level alone. */
export function OrderMark({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  const code = useCode();
  const icon = kindIcon(order);
  const level = (size: number) => <LevelBadge level={order.level} size={size} label={t(`level.${order.level}`)} />;
  if (!icon) return level(36);
  return (
    <span className="order-mark">
      <span className="kind" role="img" aria-label={code('case.class', order.caseClass)}>
        <Icon name={icon} size={24} />
      </span>
      {level(24)}
    </span>
  );
}
