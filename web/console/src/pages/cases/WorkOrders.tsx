import type { CaseDetail, WorkOrder, WorkOrderState } from '@fourfold/api';
import { Icon, type IconName, Key } from '@fourfold/ui';
import { Button } from 'antd';
import { useNow } from '../../data/live.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { useKeys } from '../../keys/KeysProvider.tsx';
import { useCaseWords } from './words.ts';

const finished: WorkOrderState[] = ['reported', 'verified', 'returned', 'cancelled'];
const done: WorkOrderState[] = ['reported', 'verified'];
const icons: Record<WorkOrderState, IconName> = {
  issued: 'clock',
  accepted: 'check',
  'under-way': 'navigate',
  'on-scene': 'pin',
  reported: 'check',
  verified: 'check',
  returned: 'undo',
  cancelled: 'ban',
};
const tones: Partial<Record<WorkOrderState, string>> = {
  issued: 'l2',
  accepted: 'accent',
  'under-way': 'accent',
  'on-scene': 'accent',
  reported: 'ok',
  verified: 'ok',
};

interface WorkOrdersProps {
  shown: CaseDetail;
  onIssue(): void;
  onCancel(order: WorkOrder): void;
}

/** Who was sent, until when, and how far they are. */
export function WorkOrders({ shown, onIssue, onCancel }: WorkOrdersProps) {
  const { t } = useI18n();
  const { cap } = useKeys();
  const now = useNow();
  const orders = shown.workOrders;
  const units = new Set(orders.map((order) => order.unit.id)).size;
  return (
    <section className="orders" aria-label={t('orders.title')}>
      <header className="panel-head">
        <h2>{t('orders.title')}</h2>
        <span className="t2">
          {orders.length > 0
            ? t('orders.summary', {
                count: units,
                done: orders.filter((order) => done.includes(order.state)).length,
                waiting: orders.filter((order) => order.state === 'issued').length,
              })
            : t('orders.none')}
        </span>
        <span className="spacer" />
        {shown.workOrderAllowed ? (
          <Button size="small" icon={<Icon name="plus" size={14} />} onClick={onIssue}>
            {t('orders.add')} <Key>{cap('task')}</Key>
          </Button>
        ) : null}
      </header>
      {orders.length > 0 ? (
        <table className="table" aria-label={t('orders.list')}>
          <thead>
            <tr>
              <th scope="col">{t('orders.unit')}</th>
              <th scope="col">{t('orders.work')}</th>
              <th scope="col">{t('orders.due')}</th>
              <th scope="col">{t('orders.state')}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <Row key={order.id} order={order} now={now} onCancel={onCancel} />
            ))}
          </tbody>
        </table>
      ) : null}
    </section>
  );
}

function Row({ order, now, onCancel }: { order: WorkOrder; now: number; onCancel(order: WorkOrder): void }) {
  const { t } = useI18n();
  const say = useCaseWords();
  const may = useMay();
  const open = !finished.includes(order.state);
  const returned = order.history.findLast((step) => step.step === 'return');
  const why = order.routing.code === 'routing.chosen' ? null : say.code('routing', order.routing.code);
  return (
    <tr>
      <th scope="row">{order.unit.name}</th>
      <td>
        {say.order(order)}
        <small>
          {[order.acceptedBy?.name ?? order.post?.personName ?? t('orders.nobody'), why].filter(Boolean).join(' · ')}
        </small>
        {returned?.reason ? (
          <small data-tone="l2">
            {t('orders.returned', { reason: say.code('workOrder.returnReason', returned.reason) })} {returned.text}
          </small>
        ) : null}
      </td>
      <td>
        <Due order={order} now={now} />
      </td>
      <td>
        <span className="order-state" data-tone={tones[order.state]}>
          <Icon name={icons[order.state]} size={16} /> {t(`workOrder.state.${order.state}`)}
        </span>
        {open && may('cases.assign') ? (
          <Button type="link" size="small" onClick={() => onCancel(order)}>
            {t('orders.cancel')}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** The clock of one order: how much of its time is used, or how long it took. */
function Due({ order, now }: { order: WorkOrder; now: number }) {
  const { t, format } = useI18n();
  const say = useCaseWords();
  const issued = Date.parse(order.issuedAt);
  const dueAt = Date.parse(order.dueAt);
  const reported = order.report ? Date.parse(order.report.at ?? order.dueAt) : null;
  const open = !finished.includes(order.state);
  const used = Math.max(0, Math.min(1, ((reported ?? now) - issued) / Math.max(1, dueAt - issued)));
  const late = (reported ?? (open ? now : dueAt)) > dueAt;
  const text = reported
    ? t('orders.used', { span: say.span(reported - issued) })
    : !open
      ? ''
      : late
        ? t('orders.over', { span: say.span(now - dueAt) })
        : t('orders.left', { span: say.span(dueAt - now) });
  const tone = late ? 'l1' : reported ? 'ok' : used > 0.8 ? 'l2' : 'accent';
  return (
    <div className="order-due" data-tone={tone}>
      <span className="order-time">
        <time dateTime={order.dueAt}>{format.time(order.dueAt)}</time> <b>{text}</b>
      </span>
      <span className="order-bar" aria-hidden="true">
        <span style={{ width: `${used * 100}%` }} />
      </span>
    </div>
  );
}
