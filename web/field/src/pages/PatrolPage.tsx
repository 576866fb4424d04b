import type { PatrolPlan, PatrolPoint } from '@fourfold/api';
import { Icon, StateCard, useOnce } from '@fourfold/ui';
import { useEffect, useMemo, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useMe, useNow, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { type Own, useOwn } from '../phone/own.ts';
import { shrink } from '../phone/pictures.ts';
import { awayMetres, begin, checkIn, finish, nearness, nextOf, reached, usePatrol, type Walk } from '../phone/walks.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { GroundMap, type Mark } from '../pieces/GroundMap.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { go } from '../router.ts';
import { useWords } from '../words.ts';

const tickMilliseconds = 5_000;
const buzzMilliseconds = 200;

/** A way from point to point: whoever is at one is checked in, with or without a network. */
export default function PatrolPage({ id }: { id: string }) {
  const { t } = useI18n();
  const found = usePatrol(id);
  if (found === undefined) return null;
  if (found === null)
    return (
      <Screen title={t('patrol.missing')} backable>
        <StateCard icon="walk" title={t('patrol.missing')}>
          {t('patrol.missingHint')}
        </StateCard>
      </Screen>
    );
  return found.walk?.finishedAt ? (
    <Summary plan={found.plan} walk={found.walk} />
  ) : (
    <Way plan={found.plan} walk={found.walk} />
  );
}

function Way({ plan, walk }: { plan: PatrolPlan; walk: Walk | undefined }) {
  const { t } = useI18n();
  const now = useNow(tickMilliseconds);
  const { own, locate, state } = useOwn(true);
  useCheckIns(plan, walk, own);
  useAwake(walk !== undefined);
  const next = nextOf(plan, walk);
  const done = plan.points.filter((point) => walk?.seen[point.id]).length;
  const marks = useMemo(() => marksOf(plan, walk, next), [plan, walk, next]);
  const count = plan.points.length;
  return (
    <Screen
      title={plan.name}
      under={t('patrol.under', { grid: plan.gridName, count, hour: plan.byHour })}
      backable
      actions={<Actions plan={plan} walk={walk} left={count - done} />}
    >
      <GroundMap label={t('patrol.map', { done, count })} own={own} marks={marks} way>
        <strong>{t('patrol.going', { done, count })}</strong>
      </GroundMap>
      {walk ? (
        <Poor own={own} next={next} denied={state === 'denied'} locate={locate} />
      ) : (
        <p className="under">{t('patrol.awake')}</p>
      )}
      <ul className="rows" aria-label={t('patrol.points')}>
        {plan.points.map((point, index) => (
          <Point
            key={point.id}
            point={point}
            number={index + 1}
            walk={walk}
            own={own}
            now={now}
            next={point === next}
          />
        ))}
      </ul>
      {walk ? (
        <BigButton icon="camera" onClick={() => go({ page: 'tell' })}>
          {t('patrol.report')}
        </BigButton>
      ) : null}
    </Screen>
  );
}

const marksOf = (plan: PatrolPlan, walk: Walk | undefined, next: PatrolPoint | undefined): Mark[] =>
  plan.points.map((point) => ({
    id: point.id,
    position: point.position,
    label: point.name,
    radiusMetres: point.radiusMetres,
    tone: walk?.seen[point.id] ? 'done' : point === next ? 'next' : 'due',
  }));

/** Each position that is heard is held against the points that were not seen yet. */
function useCheckIns(plan: PatrolPlan, walk: Walk | undefined, own: Own | null) {
  const phone = usePhone();
  const person = useMe().person.id;
  const keep = useOnce(async (way: PatrolPlan, walking: Walk, here: Own) => {
    const points = reached(way, walking, here, Date.now());
    try {
      for (const point of points) await checkIn(phone, person, walking, point, { own: here });
      if (points.length > 0) navigator.vibrate?.(buzzMilliseconds);
    } catch (error) {
      console.error(error);
    }
  });
  useEffect(() => {
    if (walk && own) keep(plan, walk, own);
  }, [plan, walk, own, keep]);
}

/** A phone whose screen is off tells no position: it stays on while somebody walks and looks at this page. */
function useAwake(on: boolean) {
  useEffect(() => {
    if (!on || !navigator.wakeLock) return;
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    const ask = () => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock.request('screen').then(
        (held) => {
          lock = held;
          if (gone) void held.release();
        },
        () => {},
      );
    };
    ask();
    document.addEventListener('visibilitychange', ask);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, [on]);
}

/** Why nothing happens although somebody is there: the position is missing, old, or too poor. */
function Poor(props: { own: Own | null; next: PatrolPoint | undefined; denied: boolean; locate(): void }) {
  const { t, format } = useI18n();
  const words = useWords();
  const { own, next, locate } = props;
  const found = next ? nearness(next, own, Date.now()) : 'near';
  useEffect(() => {
    if (found === 'old') locate();
  }, [found, locate]);
  if (found === 'near' || found === 'far') return null;
  const metres = format.number(Math.round(own?.accuracyMetres ?? 0));
  const text =
    found === 'unknown'
      ? t(props.denied ? 'map.denied' : 'patrol.noPosition')
      : found === 'old'
        ? t('patrol.old', { span: words.span(Date.now() - (own?.at ?? 0)) })
        : t('patrol.inaccurate', { metres });
  return (
    <p className="poor" role="status">
      <Icon name="warning" size={22} />
      <span>{text}</span>
      {found === 'unknown' && !props.denied ? (
        <button type="button" className="link" onClick={locate}>
          {t('map.locate')}
        </button>
      ) : null}
    </p>
  );
}

interface PointProps {
  point: PatrolPoint;
  number: number;
  walk: Walk | undefined;
  own: Own | null;
  now: number;
  next: boolean;
}

function Point({ point, number, walk, own, next }: PointProps) {
  const { t, format } = useI18n();
  const words = useWords();
  const seen = walk?.seen[point.id];
  const away = awayMetres(point, own);
  const beside = seen
    ? seen.byHand
      ? t('patrol.checkedByHand', { time: format.time(seen.at) })
      : t('patrol.checked', { time: format.time(seen.at), metres: format.number(seen.accuracyMetres ?? 0) })
    : away === null
      ? t('patrol.notYet')
      : t('patrol.away', { distance: words.distance(away) });
  return (
    <li className="row point" data-done={seen ? true : undefined} data-next={next || undefined}>
      <span className={seen ? 'ticked' : 'numbered'}>{seen ? <Icon name="check" size={22} /> : number}</span>
      <span className="row-title">
        <strong>{point.name}</strong>
        <small>{beside}</small>
      </span>
      {walk && !seen ? <ByHand point={point} walk={walk} /> : null}
    </li>
  );
}

/** Where the position is poor, a photo says that somebody was there. */
function ByHand({ point, walk }: { point: PatrolPoint; walk: Walk }) {
  const { t } = useI18n();
  const phone = usePhone();
  const person = useMe().person.id;
  const deed = useDeed();
  const [bad, setBad] = useState(false);
  const take = async (input: HTMLInputElement) => {
    const [file] = Array.from(input.files ?? []);
    input.value = '';
    if (!file) return;
    const picture = await shrink(file).catch(() => null);
    setBad(picture === null);
    if (!picture) return;
    const photo = await phone.outbox.addPhoto(person, `patrol/${walk.id}`, picture);
    await checkIn(phone, person, walk, point, { photoId: photo.id }).catch(async (fault: unknown) => {
      // No picture stays behind of which nothing tells.
      await phone.outbox.removeDraftPhoto(photo.id);
      throw fault;
    });
  };
  return (
    <>
      <label className="by-hand">
        <Icon name="camera" size={22} />
        <span aria-hidden="true">{t(deed.busy ? 'patrol.keeping' : 'patrol.byHand')}</span>
        <input
          type="file"
          accept="image/*"
          capture="environment"
          aria-label={t('patrol.byHandFor', { name: point.name })}
          onChange={(event) => {
            const { target } = event;
            deed.run(() => take(target as HTMLInputElement));
          }}
        />
      </label>
      {bad || deed.wrong ? (
        <span className="wrong" role="alert">
          {t(deed.wrong ?? 'report.photoBad')}
        </span>
      ) : null}
    </>
  );
}

function Actions({ plan, walk, left }: { plan: PatrolPlan; walk: Walk | undefined; left: number }) {
  const { t } = useI18n();
  const phone = usePhone();
  const person = useMe().person.id;
  const deed = useDeed();
  return (
    <>
      <p className="wrong" role="alert">
        {deed.wrong ? t(deed.wrong) : null}
      </p>
      {walk ? (
        <BigButton
          look={left === 0 ? 'main' : 'plain'}
          icon="check"
          disabled={deed.busy}
          onClick={() => deed.run(() => finish(phone, person, walk, plan.name))}
        >
          {left === 0 ? t('patrol.finish') : t('patrol.finishPart', { count: left })}
        </BigButton>
      ) : (
        <BigButton
          look="main"
          icon="walk"
          disabled={deed.busy}
          onClick={() => deed.run(() => begin(phone, person, plan))}
        >
          {t('patrol.start')}
        </BigButton>
      )}
    </>
  );
}

function Summary({ plan, walk }: { plan: PatrolPlan; walk: Walk }) {
  const { t, format } = useI18n();
  const seen = plan.points.filter((point) => walk.seen[point.id]);
  const left = plan.points.filter((point) => !walk.seen[point.id]);
  const hand = seen.filter((point) => walk.seen[point.id]?.byHand).length;
  const count = plan.points.length;
  return (
    <Screen
      title={plan.name}
      under={plan.gridName}
      backable
      actions={
        <BigButton look="main" onClick={() => go({ page: 'today' }, true)}>
          {t('verb.back')}
        </BigButton>
      }
    >
      <StateCard
        icon="check"
        tone={left.length === 0 ? 'ok' : undefined}
        title={t(left.length === 0 ? 'patrol.done' : 'patrol.ended', { done: seen.length, count })}
      >
        {t('patrol.summary', {
          from: format.time(walk.startedAt),
          to: format.time(walk.finishedAt ?? walk.startedAt),
          auto: seen.length - hand,
          hand,
        })}
      </StateCard>
      {left.length > 0 ? (
        <p>{t('patrol.left', { names: left.map(({ name }) => name).join(t('list.comma')) })}</p>
      ) : null}
      <p className="under">{t('patrol.doneHint')}</p>
    </Screen>
  );
}
