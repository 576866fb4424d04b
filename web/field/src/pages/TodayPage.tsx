import type { Ground } from '@fourfold/api';
import { Icon, LevelBadge, StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { leads } from '../phone/area.ts';
import {
  type Shown,
  useKept,
  useMe,
  useNow,
  useOrders,
  usePhone,
  usePhoneState,
  useSimulated,
} from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { distanceMetres } from '../phone/geo.ts';
import { groundKey } from '../phone/ground.ts';
import { useWaitingQuestions } from '../phone/inbox.ts';
import { type Own, ownNow, useOwn } from '../phone/own.ts';
import { inOrder, isToday, nearestFirst, nextStep, sentBack, written } from '../phone/steps.ts';
import { useDuePatrols } from '../phone/walks.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { InboxLink } from '../pieces/HeadLinks.tsx';
import { Menu } from '../pieces/Menu.tsx';
import { OrderMark } from '../pieces/OrderMark.tsx';
import { OrdersBySwitch, useOrdersBy } from '../pieces/OrdersBy.tsx';
import { Patrols, Places } from '../pieces/Patrols.tsx';
import { Questions } from '../pieces/Questions.tsx';
import { Reported } from '../pieces/Reported.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { go, path } from '../router.ts';
import { useWords } from '../words.ts';

/** Today's work: the most urgent piece with big buttons, the others one line each, what is done folded away. */
export function TodayPage() {
  const { t, format } = useI18n();
  const me = useMe();
  const now = useNow();
  const orders = useOrders();
  const { own } = useOwn(false);
  const { open, done } = inOrder(orders ?? [], (order) => isToday(order, now));
  const [first, ...rest] = open;
  const by = useOrdersBy();
  const others = own && by === 'distance' ? nearestFirst(rest, own.position) : rest;
  const patrols = useDuePatrols(now);
  const questions = useWaitingQuestions();
  const name = me.person.displayName;
  const [grid] = useKept<Ground>(groundKey(me.person.id))?.own ?? [];
  const where = grid?.name ?? me.post.unit.name;
  const count = open.length + patrols.length + questions.length;
  const title = orders && count === 0 ? t('today.none', { name }) : t('today.title', { name, count });
  return (
    <Screen title={title} under={`${where} · ${format.day(now)}`} aside={<InboxLink />} menu={<Menu at="today" />}>
      {first ? <Urgent shown={first} now={now} own={own} /> : orders && count === 0 ? <Nothing /> : null}
      {own && others.length > 1 ? <OrdersBySwitch /> : null}
      {others.length > 0 ? (
        <ul className="rows" aria-label={t('today.others')}>
          {others.map((shown) => (
            <li key={shown.order.id}>
              <Row shown={shown} now={now} own={own} />
            </li>
          ))}
        </ul>
      ) : null}
      <Questions waiting={questions} />
      <Patrols due={patrols} now={now} />
      <Places ground={me.permissions.includes('work-orders.handle')} area={leads(me)} />
      {done.length > 0 ? <Done shown={done} now={now} own={own} /> : null}
      <Reported />
      <Age />
    </Screen>
  );
}

/** How old all of this is, and the way to have it anew. */
function Age() {
  const { t, format } = useI18n();
  const phone = usePhone();
  const { fetching, fetchedAt } = usePhoneState();
  const refresh = () => {
    phone.sendNow();
    void phone.refresh();
  };
  return (
    <p className="age line">
      {fetchedAt ? <span>{t('today.age', { time: format.dayTime(fetchedAt) })}</span> : null}
      <button type="button" className="link" onClick={refresh}>
        <Icon name="refresh" size={20} />
        {t(fetching ? 'today.refreshing' : 'today.refresh')}
      </button>
    </p>
  );
}

function Nothing() {
  const { t, format } = useI18n();
  const me = useMe();
  const { fetchedAt, fetching } = usePhoneState();
  if (leads(me) && !me.permissions.includes('work-orders.handle')) return null;
  if (!me.permissions.includes('work-orders.handle'))
    return (
      <StateCard icon="lock" title={t('today.noRole')}>
        {t('today.noRoleHint', { role: t(`role.${me.post.role}`) })}
      </StateCard>
    );
  if (!fetchedAt && fetching) return <StateCard icon="clock" title={t('today.refreshing')} />;
  return (
    <StateCard icon="check" tone="ok" title={t('today.empty')}>
      {fetchedAt ? t('today.emptyHint', { time: format.time(fetchedAt) }) : t('today.emptyNever')}
    </StateCard>
  );
}

interface ItemProps {
  shown: Shown;
  now: number;
  own: Own | null;
}

/** How far it is, who has it: one quiet line. */
function useBeside({ shown, own }: Pick<ItemProps, 'shown' | 'own'>): string {
  const { t } = useI18n();
  const words = useWords();
  const { order } = shown;
  const away =
    own && order.position
      ? t('order.away', { distance: words.distance(distanceMetres(own.position, order.position)) })
      : null;
  const simulated = useSimulated(order) ? t('order.simulated') : null;
  return [simulated, away, sentBack(order) ? t('order.sentBack') : t(`workOrder.state.${order.state}`)]
    .filter(Boolean)
    .join(' · ');
}

function Urgent({ shown, now, own }: ItemProps) {
  const { t } = useI18n();
  const words = useWords();
  const phone = usePhone();
  const { order } = shown;
  const due = words.due(order, now);
  const beside = useBeside({ shown, own });
  const step = nextStep(order.state);
  const deed = useDeed();
  const act = async () => {
    const writes = step && written(step, order.id, ownNow(Date.now()));
    if (writes) await phone.write(writes);
    if (step?.name !== 'accept') go({ page: 'order', id: order.id });
  };
  return (
    <article className="urgent" data-level={order.level} aria-label={t('today.urgent')}>
      <a className="urgent-head" href={path({ page: 'order', id: order.id })}>
        <LevelBadge level={order.level} size={40} label={t(`level.${order.level}`)} />
        <span className="row-title">
          <strong>{words.title(order)}</strong>
          <small>{beside}</small>
        </span>
        <span className="due" data-late={due.late || undefined}>
          {due.text}
        </span>
      </a>
      {shown.stuck ? <Stuck shown={shown} /> : null}
      <p className="wrong" role="alert">
        {deed.wrong ? t(deed.wrong) : null}
      </p>
      <div className="pair">
        {step ? (
          <BigButton look="main" icon={step.icon} onClick={() => deed.run(act)}>
            {t(`do.${step.name}`)}
          </BigButton>
        ) : null}
        <BigButton onClick={() => go({ page: 'return', id: order.id })}>{t('do.return')}</BigButton>
      </div>
    </article>
  );
}

function Stuck({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  if (!shown.stuck) return null;
  const to =
    shown.stuck.standing === 'conflict' ? path({ page: 'conflict', id: shown.stuck.id }) : path({ page: 'outbox' });
  return (
    <p className="stuck">
      <Icon name="warning" size={20} />
      <span>{t('order.stuck')}</span>
      <a className="link" href={to}>
        {t('order.look')}
      </a>
    </p>
  );
}

function Row({ shown, now, own }: ItemProps) {
  const { t } = useI18n();
  const words = useWords();
  const { order } = shown;
  const due = words.due(order, now);
  const beside = useBeside({ shown, own });
  return (
    <a className="row" href={path({ page: 'order', id: order.id })}>
      <OrderMark order={order} />
      <span className="row-title">
        <strong>{words.title(order)}</strong>
        <small>{shown.stuck ? t('order.stuck') : beside}</small>
      </span>
      <span className="due" data-late={due.late || undefined}>
        {due.text}
      </span>
    </a>
  );
}

function Done({ shown, now, own }: { shown: Shown[]; now: number; own: Own | null }) {
  const { t } = useI18n();
  return (
    <details className="done">
      <summary>
        <Icon name="chevron" size={20} />
        {t('today.done', { count: shown.length })}
      </summary>
      <ul className="rows">
        {shown.map((one) => (
          <li key={one.order.id}>
            <DoneRow shown={one} now={now} own={own} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function DoneRow({ shown, own }: ItemProps) {
  const words = useWords();
  const beside = useBeside({ shown, own });
  return (
    <a className="row" href={path({ page: 'order', id: shown.order.id })}>
      <span className="ticked">
        <Icon name="check" size={22} />
      </span>
      <span className="row-title">
        <strong>{words.title(shown.order)}</strong>
        <small>{beside}</small>
      </span>
    </a>
  );
}
