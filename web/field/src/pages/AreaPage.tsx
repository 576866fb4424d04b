import type { RiskNumbers } from '@fourfold/api';
import { Icon, StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { type KeptArea, leads, useArea } from '../phone/area.ts';
import { useMe, useNow } from '../phone/context.tsx';
import { BigButton } from '../pieces/BigButton.tsx';
import { LedCase } from '../pieces/LedCase.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { path } from '../router.ts';

/** What is at risk in an area, down to the smallest: numbers of places, and the cases that press. */
export default function AreaPage({ id }: { id?: string }) {
  const { t } = useI18n();
  const me = useMe();
  if (!leads(me))
    return (
      <Screen title={t('area.title')} backable>
        <StateCard icon="lock" title={t('area.notYours')}>
          {t('today.noRoleHint', { role: t(`role.${me.post.role}`) })}
        </StateCard>
      </Screen>
    );
  const area = id ?? me.post.area.code;
  return <Area key={area} area={area} />;
}

function Area({ area }: { area: string }) {
  const { t, format } = useI18n();
  const me = useMe();
  const { kept, state, again } = useArea(area);
  const name = kept?.risks.name ?? (area === me.post.area.code ? me.post.area.name : area);
  const age = kept ? t('today.age', { time: format.dayTime(kept.fetchedAt) }) : undefined;
  return (
    <Screen
      title={name}
      under={age}
      backable
      aside={
        <button
          type="button"
          className="icon-button edged"
          aria-label={t(state === 'fetching' ? 'today.refreshing' : 'today.refresh')}
          onClick={again}
        >
          <Icon name="refresh" size={24} />
        </button>
      }
    >
      {kept ? (
        <Standing kept={kept} area={area} />
      ) : state === 'fetching' ? (
        <p className="under" role="status">
          {t('area.fetching')}
        </p>
      ) : (
        <StateCard
          icon="cloudOff"
          title={t('area.never')}
          actions={[
            <BigButton key="again" onClick={again}>
              {t('verb.retry')}
            </BigButton>,
          ]}
        >
          {t('area.neverHint')}
        </StateCard>
      )}
    </Screen>
  );
}

function Standing({ kept, area }: { kept: KeptArea; area: string }) {
  const { t } = useI18n();
  const now = useNow();
  const { risks, unstaffed } = kept;
  return (
    <>
      <Numbers kept={kept} />
      <a className="big plain" href={path({ page: 'meeting', id: area })}>
        <Icon name="users" size={22} />
        <span>{t('meeting.open')}</span>
      </a>
      <h2>{t('area.pressing')}</h2>
      {risks.cases.length === 0 ? <p className="under">{t('area.nonePressing')}</p> : null}
      <ul className="rows">
        {risks.cases.map((item) => (
          <li key={item.id}>
            <LedCase item={item} now={now} area={area} />
          </li>
        ))}
      </ul>
      {unstaffed && unstaffed.named.length > 0 ? (
        <details className="done">
          <summary>
            <Icon name="chevron" size={20} />
            {t('area.unstaffedNamed', { count: unstaffed.unstaffed })}
          </summary>
          <ul className="names">
            {unstaffed.named.map((grid) => (
              <li key={grid.id}>{[grid.villageName, grid.name].filter(Boolean).join(' ')}</li>
            ))}
          </ul>
        </details>
      ) : null}
      <Below kept={kept} />
    </>
  );
}

const shown: (keyof RiskNumbers & string)[] = ['overdue', 'soon', 'supervised', 'toVerify', 'ordersOverdue', 'open'];

function Numbers({ kept: { risks, alerts, unstaffed } }: { kept: KeptArea }) {
  const { t, format } = useI18n();
  const numbers = [
    ...shown.map((name) => ({
      name,
      label: t(`area.number.${name}`),
      count: risks.numbers[name],
      late: name === 'overdue' || name === 'ordersOverdue',
    })),
    ...(alerts ? [{ name: 'alerts', label: t('area.number.alerts'), count: alerts.waiting, late: false }] : []),
    ...(unstaffed
      ? [{ name: 'unstaffed', label: t('area.number.unstaffed'), count: unstaffed.unstaffed, late: false }]
      : []),
  ];
  return (
    <dl className="numbers" aria-label={t('area.numbers')}>
      {numbers.map(({ name, label, count, late }) => (
        <div key={name} data-late={(late && count > 0) || undefined}>
          <dt>{label}</dt>
          <dd>{format.number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The areas right below, in the order of their codes: nobody is ranked. */
function Below({ kept: { risks, alerts, unstaffed } }: { kept: KeptArea }) {
  const { t, format } = useI18n();
  if (risks.below.length === 0) return null;
  return (
    <>
      <h2>{t('area.below')}</h2>
      <ul className="rows">
        {risks.below.map(({ areaCode, name, numbers }) => {
          const waiting = alerts?.below.find((other) => other.areaCode === areaCode)?.waiting ?? 0;
          const without = unstaffed?.below.find((other) => other.areaCode === areaCode)?.unstaffed ?? 0;
          const parts = [
            t('area.brief', { overdue: format.number(numbers.overdue), soon: format.number(numbers.soon) }),
            waiting > 0 ? t('area.briefAlerts', { count: waiting }) : null,
            without > 0 ? t('area.briefUnstaffed', { count: without }) : null,
          ];
          return (
            <li key={areaCode}>
              <a className="row" href={path({ page: 'areaOf', id: areaCode })}>
                <span className="row-title">
                  <strong>{name}</strong>
                  <small>{parts.filter(Boolean).join(' · ')}</small>
                </span>
                <span className="due" data-late={numbers.overdue > 0 || undefined}>
                  {t('area.openCount', { count: numbers.open })}
                </span>
                <Icon name="chevron" size={20} />
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}
