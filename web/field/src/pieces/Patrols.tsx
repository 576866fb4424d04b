import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { lateness, type useDuePatrols } from '../phone/walks.ts';
import { path } from '../router.ts';

/** Patrols that are due today, one line each. */
export function Patrols({ due, now }: { due: ReturnType<typeof useDuePatrols>; now: number }) {
  const { t, format } = useI18n();
  if (due.length === 0) return null;
  return (
    <ul className="rows" aria-label={t('patrol.today')}>
      {due.map(({ plan, walk }) => {
        const count = plan.points.length;
        const late = lateness(plan, walk, now);
        const done = Object.keys(walk?.seen ?? {}).length;
        return (
          <li key={plan.id}>
            <a className="row" href={path({ page: 'patrol', id: plan.id })}>
              <span className="kind">
                <Icon name="walk" size={24} />
              </span>
              <span className="row-title">
                <strong>{t('patrol.due', { name: plan.name })}</strong>
                <small>{walk ? t('patrol.going', { done, count }) : t('patrol.beside', { count })}</small>
              </span>
              <span className="due" data-late={late !== null || undefined}>
                {late === 'before'
                  ? t('patrol.lateDay', { day: format.dayMonth(plan.dueAt) })
                  : t(late ? 'patrol.late' : 'patrol.by', { hour: plan.byHour })}
              </span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

/** The ways from the first page to one's own ground and area. */
export function Places({ ground, area }: { ground: boolean; area: boolean }) {
  const { t } = useI18n();
  if (!ground && !area) return null;
  return (
    <p className="places">
      {ground ? (
        <a className="big plain" href={path({ page: 'ground' })}>
          <Icon name="map" size={22} />
          <span>{t('ground.open')}</span>
        </a>
      ) : null}
      {area ? (
        <a className="big plain" href={path({ page: 'area' })}>
          <Icon name="flag" size={22} />
          <span>{t('area.open')}</span>
        </a>
      ) : null}
    </p>
  );
}
