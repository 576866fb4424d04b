import { Icon, LevelBadge, StateCard } from '@fourfold/ui';
import { useMemo } from 'react';
import { useI18n } from '../i18n.ts';
import { type Shown, useKept, useMe, useNow, useOrders } from '../phone/context.tsx';
import { distanceMetres } from '../phone/geo.ts';
import { groundKey, type KeptGround } from '../phone/ground.ts';
import { type Own, useOwn } from '../phone/own.ts';
import { mayPlan } from '../phone/plans.ts';
import { inOrder } from '../phone/steps.ts';
import { GroundMap, type Mark } from '../pieces/GroundMap.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { path } from '../router.ts';
import { useWords } from '../words.ts';

/** Where my grids end, what is open in them, and where I am: all of it from this phone. */
export default function GroundPage() {
  const { t, format } = useI18n();
  const words = useWords();
  const me = useMe();
  const ground = useKept<KeptGround>(groundKey(me.person.id));
  const { own } = useOwn(true);
  const open = inOrder(useOrders() ?? [], () => false).open;
  const marks = useMemo(
    () =>
      open.flatMap<Mark>(({ order }) =>
        order.position
          ? [{ id: order.id, position: order.position, label: words.title(order).slice(0, 12), tone: 'work' }]
          : [],
      ),
    [open, words],
  );
  const names = ground?.own.map(({ name }) => name).join(t('list.comma'));
  return (
    <Screen title={t('ground.title')} under={names || undefined} backable>
      {ground && ground.own.length > 0 ? (
        <GroundMap label={t('ground.label', { count: marks.length })} own={own} marks={marks} at={null}>
          <strong>{t('ground.age', { time: format.dayTime(ground.fetchedAt) })}</strong>
        </GroundMap>
      ) : (
        <StateCard icon="map" title={t('ground.none')}>
          {t('ground.noneHint')}
        </StateCard>
      )}
      {mayPlan(me) && ground?.own.length ? (
        <a className="big plain" href={path({ page: 'plan' })}>
          <Icon name="walk" size={22} />
          <span>{t('plan.open')}</span>
        </a>
      ) : null}
      <h2>{t('ground.work')}</h2>
      {open.length === 0 ? <p className="under">{t('ground.noWork')}</p> : null}
      <ul className="rows">
        {open.map((shown) => (
          <li key={shown.order.id}>
            <Work shown={shown} own={own} />
          </li>
        ))}
      </ul>
    </Screen>
  );
}

function Work({ shown: { order }, own }: { shown: Shown; own: Own | null }) {
  const { t } = useI18n();
  const words = useWords();
  const now = useNow();
  const due = words.due(order, now);
  return (
    <a className="row" href={path({ page: 'order', id: order.id })}>
      <LevelBadge level={order.level} size={36} label={t(`level.${order.level}`)} />
      <span className="row-title">
        <strong>{words.title(order)}</strong>
        <small>
          {own && order.position ? (
            <>
              <Icon name="pin" size={14} />{' '}
              {t('order.away', { distance: words.distance(distanceMetres(own.position, order.position)) })}
            </>
          ) : (
            t('order.noPosition')
          )}
        </small>
      </span>
      <span className="due" data-late={due.late || undefined}>
        {due.text}
      </span>
    </a>
  );
}
