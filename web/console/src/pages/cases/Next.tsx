import type { AllowedTransition, CaseDetail, OutcomeCode } from '@fourfold/api';
import { Key } from '@fourfold/ui';
import { Button, Dropdown } from 'antd';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { useKeys } from '../../keys/KeysProvider.tsx';
import { useOutcomeReasons, usePrecision } from './data.ts';
import { type Deeds, isPlain, outcomes } from './useDeeds.tsx';
import { useCaseWords } from './words.ts';

/** Transitions with a button of their own; the rest stand in the menu. */
const prominent = ['accept', 'verify_pass', 'verify_fail', 'conclude'];

/** The one decision that is due: accept, send, verify, say what it was, close. */
export function Next({ shown, deeds }: { shown: CaseDetail; deeds: Deeds }) {
  return (
    <footer className="next">
      <Words shown={shown} />
      <div className="next-actions">
        {shown.outcomeAllowed ? <Outcomes deeds={deeds} /> : <Steps shown={shown} deeds={deeds} />}
        <More allowed={shown.allowed} deeds={deeds} />
      </div>
    </footer>
  );
}

function Words({ shown }: { shown: CaseDetail }) {
  const { t } = useI18n();
  const may = useMay();
  const verifiable = shown.allowed.some((one) => one.transition === 'verify_pass');
  const outcome = shown.outcome ? t(`outcome.${shown.outcome}`) : '';
  switch (shown.state) {
    case 'reported':
    case 'accepted':
    case 'assigned':
    case 'in-progress':
      return <Said title={t(`next.${shown.state}`)} hint={t(`next.${shown.state}Hint`)} />;
    case 'resolved':
      if (verifiable) return <Said title={t('next.resolved')} hint={t('next.resolvedHint')} />;
      return <Said title={t('next.resolved')} hint={t(may('cases.verify') ? 'next.handler' : 'next.noVerify')} />;
    case 'verified':
      return shown.outcome ? (
        <Said title={t('next.outcomeSet', { outcome })} hint={<Counts shown={shown} />} />
      ) : (
        <Said title={t('next.verified')} hint={<Counts shown={shown} />} />
      );
    case 'closed':
    case 'archived':
      return <Said title={t('next.closed', { outcome })} hint={<Counts shown={shown} />} />;
    default:
      return <Said title={t('next.ended', { state: t(`case.state.${shown.state}`) })} />;
  }
}

function Said({ title, hint }: { title: string; hint?: React.ReactNode }) {
  return (
    <div className="next-words" role="status">
      <b>{title}</b>
      {hint ? <p className="t2">{hint}</p> : null}
    </div>
  );
}

/** What the outcome does to the rule that raised the alert. */
function Counts({ shown }: { shown: CaseDetail }) {
  const { t } = useI18n();
  const say = useCaseWords();
  const may = useMay();
  const alert = shown.alerts[0]?.alert;
  const { data: precision } = usePrecision(alert?.id, may('alerts.read'));
  if (!alert || !precision) return null;
  const rule = say.rule(alert.ruleCode, alert.zoneName);
  const judged = precision.confirmed + precision.refuted;
  const text =
    judged > 0 ? t('next.counts', { rule, confirmed: precision.confirmed, judged }) : t('next.countsNone', { rule });
  return precision.simulated ? text + t('next.countsSimulated') : text;
}

function Outcomes({ deeds }: { deeds: Deeds }) {
  const { t } = useI18n();
  // Here before it is asked: a digit pressed at once in the dialog finds its reason.
  useOutcomeReasons();
  return outcomes.map((outcome: OutcomeCode, index) => (
    <Button key={outcome} disabled={deeds.busy} onClick={() => deeds.askOutcome(outcome)}>
      {t(`outcome.${outcome}`)} <Key>{index + 1}</Key>
    </Button>
  ));
}

function Steps({ shown, deeds }: { shown: CaseDetail; deeds: Deeds }) {
  const { t } = useI18n();
  const { cap } = useKeys();
  const find = (name: string) => shown.allowed.find((one) => one.transition === name);
  const [accept, pass, fail, conclude] = prominent.map(find);
  const waiting = shown.state === 'reported' || shown.state === 'accepted';
  return (
    <>
      {accept ? (
        <Button disabled={deeds.busy} onClick={() => deeds.ask(accept)}>
          {t('do.accept')}
        </Button>
      ) : null}
      {waiting && shown.workOrderAllowed ? (
        <Button type="primary" disabled={deeds.busy} onClick={deeds.askIssue}>
          {t('do.issue')} <Key>{cap('task')}</Key>
        </Button>
      ) : null}
      {pass ? (
        <Button type="primary" disabled={deeds.busy} onClick={() => deeds.ask(pass)}>
          {t('do.verify_pass')} <Key>{cap('verify')}</Key>
        </Button>
      ) : null}
      {fail ? (
        <Button disabled={deeds.busy} onClick={() => deeds.ask(fail)}>
          {t('do.verify_fail')}
        </Button>
      ) : null}
      {conclude ? (
        <Button type="primary" disabled={deeds.busy} onClick={() => deeds.ask(conclude)}>
          {t('do.conclude')} <Key>{cap('open')}</Key>
        </Button>
      ) : null}
    </>
  );
}

function More({ allowed, deeds }: { allowed: AllowedTransition[]; deeds: Deeds }) {
  const { t } = useI18n();
  const say = useCaseWords();
  const others = allowed.filter((one) => !prominent.includes(one.transition) && isPlain(one));
  if (others.length === 0) return null;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: others.map((one) => ({ key: one.transition, label: say.code('transition', one.transition) })),
        onClick: ({ key }) => {
          const chosen = others.find((one) => one.transition === key);
          if (chosen) deeds.ask(chosen);
        },
      }}
    >
      <Button type="text">{t('do.more')}</Button>
    </Dropdown>
  );
}
