import type { Position } from '@fourfold/api';
import { Icon, StateCard } from '@fourfold/ui';
import { useCallback, useMemo, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useKept, useMe, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { groundKey, type KeptGround, middle } from '../phone/ground.ts';
import { isFresh, useOwn } from '../phone/own.ts';
import { mayPlan, type PlanDraft, planBody, pointsAtMost, usePlanDraft, withPoint } from '../phone/plans.ts';
import { worstAccuracyMetres } from '../phone/walks.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Choices } from '../pieces/Choices.tsx';
import { GroundMap, type Mark } from '../pieces/GroundMap.tsx';
import { leadTo } from '../pieces/leadTo.ts';
import { Screen } from '../pieces/Screen.tsx';
import { go } from '../router.ts';

const rhythms = ['1', '7', '15', '30'] as const;
const hours = ['9', '12', '18', '22'] as const;

/** A patrol, made where it is walked: points under the cross of the map, or where one stands. */
export default function PlanPage() {
  const { t } = useI18n();
  const me = useMe();
  const ground = useKept<KeptGround>(groundKey(me.person.id));
  const { plan, change, forget } = usePlanDraft();
  if (!mayPlan(me) || !ground?.own.length)
    return (
      <Screen title={t('plan.title')} backable>
        <StateCard icon="lock" title={t(mayPlan(me) ? 'ground.none' : 'plan.notYours')}>
          {mayPlan(me) ? t('ground.noneHint') : t('today.noRoleHint', { role: t(`role.${me.post.role}`) })}
        </StateCard>
      </Screen>
    );
  return plan ? <Making {...{ plan, ground, change, forget }} /> : null;
}

interface MakingProps {
  plan: PlanDraft;
  ground: KeptGround;
  change(plan: PlanDraft): Promise<void>;
  forget(): Promise<void>;
}

function Making({ plan, ground, change, forget }: MakingProps) {
  const { t } = useI18n();
  const grid = ground.own.find(({ id }) => id === plan.gridId) ?? ground.own[0];
  const send = useSend(plan, grid?.id, forget);
  const set = (part: Partial<PlanDraft>) => void change({ ...plan, ...part });
  const choices = ground.own.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Screen
      title={t('plan.title')}
      under={grid?.name}
      aside={<span className="saved">{t('report.saved')}</span>}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {send.wrong}
          </p>
          <BigButton look="main" icon="save" onClick={send.go}>
            {t('plan.send')}
          </BigButton>
        </>
      }
    >
      <Points plan={plan} middleOf={grid ? (middle([grid])?.centre ?? null) : null} change={change} />
      <label className="field" id="plan.missingName">
        <span>{t('plan.name')}</span>
        <input
          maxLength={60}
          value={plan.name}
          placeholder={t('plan.nameHint')}
          onChange={(event) => set({ name: event.target.value })}
        />
      </label>
      {choices.length > 1 ? (
        <Choices legend={t('plan.grid')} choices={choices} value={grid?.id} onChange={(gridId) => set({ gridId })} />
      ) : null}
      <Choices
        legend={t('plan.every')}
        choices={rhythms.map((value) => ({ value, label: t(`plan.every.${value}`) }))}
        value={String(plan.everyDays)}
        onChange={(days) => set({ everyDays: Number(days) })}
      />
      <Choices
        legend={t('plan.by')}
        choices={hours.map((value) => ({ value, label: t('patrol.by', { hour: value }) }))}
        value={String(plan.byHour)}
        onChange={(hour) => set({ byHour: Number(hour) })}
      />
    </Screen>
  );
}

function Points({ plan, middleOf, change }: Pick<MakingProps, 'plan' | 'change'> & { middleOf: Position | null }) {
  const { t } = useI18n();
  const { own } = useOwn(true);
  // Where the map began: it must not jump at every new point.
  const [start] = useState(plan.points.at(-1)?.position ?? own?.position ?? middleOf);
  // Below the cross; the map tells of it only once it was moved.
  const [under, setUnder] = useState(start);
  const pick = useCallback((position: Position) => setUnder(position), []);
  const marks = useMemo(
    () => plan.points.map<Mark>(({ key, name, position }) => ({ id: key, position, label: name, tone: 'due' })),
    [plan.points],
  );
  const add = (position: Position) => {
    void change(withPoint(plan, position, t('plan.pointNumber', { number: plan.points.length + 1 })));
  };
  const full = plan.points.length >= pointsAtMost;
  const here = isFresh(own, Date.now()) && own.accuracyMetres <= worstAccuracyMetres ? own.position : null;
  const rename = (key: string, name: string) =>
    change({ ...plan, points: plan.points.map((point) => (point.key === key ? { ...point, name } : point)) });
  const remove = (key: string) => change({ ...plan, points: plan.points.filter((point) => point.key !== key) });
  return (
    <section aria-label={t('plan.points')} className="place" id="plan.missingPoints">
      <GroundMap label={t('plan.map', { count: marks.length })} own={own} marks={marks} way at={start} onPick={pick}>
        <strong>{t('plan.drag')}</strong>
      </GroundMap>
      <div className="pair">
        <BigButton icon="plus" disabled={full || !under} onClick={() => under && add(under)}>
          {t('plan.addHere')}
        </BigButton>
        <BigButton icon="target" disabled={full || !here} onClick={() => here && add(here)}>
          {t('plan.addOwn')}
        </BigButton>
      </div>
      <ol className="rows">
        {plan.points.map(({ key, name }, index) => (
          <li key={key} className="row point">
            <span className="numbered">{index + 1}</span>
            <input
              className="row-title"
              maxLength={60}
              aria-label={t('plan.pointName', { number: index + 1 })}
              value={name}
              onChange={(event) => void rename(key, event.target.value)}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={t('plan.removePoint', { number: index + 1 })}
              onClick={() => void remove(key)}
            >
              <Icon name="trash" size={22} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useSend(plan: PlanDraft, gridId: string | undefined, forget: () => Promise<void>) {
  const { t } = useI18n();
  const phone = usePhone();
  const owner = useMe().person.id;
  const deed = useDeed();
  const [tried, setTried] = useState(false);
  const lack = plan.points.length === 0 ? 'plan.missingPoints' : plan.name.trim() ? null : 'plan.missingName';
  const handIn = async () => {
    const body = planBody(plan, gridId);
    if (!body) return;
    const title = plan.name.trim();
    await phone.say(owner, { kind: 'patrol-plan.make', path: 'patrol-plans', body, about: title, title });
    await forget();
    go({ page: 'today' }, true);
  };
  const send = () => {
    setTried(true);
    if (lack) leadTo(lack);
    else if (!planBody(plan, gridId)) leadTo('plan.missingPoints');
    else deed.run(handIn);
  };
  const unnamed = !lack && !planBody(plan, gridId) ? 'plan.missingPointName' : lack;
  const wrong = tried && unnamed ? t('report.missing', { what: t(unnamed) }) : deed.wrong ? t(deed.wrong) : null;
  return { wrong, go: send };
}
