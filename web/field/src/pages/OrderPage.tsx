import type { WorkOrder } from '@fourfold/api';
import { isFinished } from '@fourfold/offline';
import { Icon, LevelBadge, StateCard } from '@fourfold/ui';
import { useEffect } from 'react';
import { useCode, useI18n } from '../i18n.ts';
import { type Shown, useMe, useNow, useOnline, useOrder, usePhone, useSimulated } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { draftOf, useDraft } from '../phone/drafts.ts';
import { mapAddress } from '../phone/geo.ts';
import { ownNow, useOwn } from '../phone/own.ts';
import { nextStep, sentBack, takesNotes, written } from '../phone/steps.ts';
import { AnswerGrid } from '../pieces/AnswerGrid.tsx';
import { BigButton } from '../pieces/BigButton.tsx';
import { History } from '../pieces/History.tsx';
import { HoldButton } from '../pieces/HoldButton.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { WayMap } from '../pieces/WayMap.tsx';
import { go, path } from '../router.ts';
import { useWords } from '../words.ts';
import { Missing } from './Missing.tsx';

/** One work order from the moment it is taken to the report: always one next thing to do, at the bottom. */
export function OrderPage({ id }: { id: string }) {
  const shown = useOrder(id);
  if (shown === undefined) return null;
  return shown ? <Order shown={shown} /> : <Missing />;
}

function Order({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  const words = useWords();
  const now = useNow();
  const { order } = shown;
  const due = words.due(order, now);
  const finished = isFinished(order.state);
  const onScene = order.state === 'on-scene';
  const simulated = useSimulated(order) ? t('order.simulated') : null;
  useHistoryOf(order);
  // Another page by now: it begins with what to look for.
  useEffect(() => {
    if (onScene) scrollTo(0, 0);
  }, [onScene]);
  return (
    <Screen
      title={order.title || t('page.order')}
      under={
        <>
          {finished ? null : (
            <strong className="due" data-late={due.late || undefined}>
              {due.text}
            </strong>
          )}
          {[finished ? null : ' ', simulated, t(`workOrder.state.${order.state}`)].filter(Boolean).join(' · ')}
          {' · '}
          <span className="whole">{order.number}</span>
        </>
      }
      backable
      help
      tall={onScene}
      actions={finished ? takesNotes(order.state) && <Afterwards order={order} /> : <Actions order={order} />}
    >
      <SentBack order={order} />
      {/* Who stands there looks at what to do first, and at the way no more. */}
      {onScene ? <Summary shown={shown} /> : null}
      {finished ? (
        <Finished order={order} />
      ) : order.position ? (
        <Way order={order} />
      ) : (
        <p className="under">{t('order.noPosition')}</p>
      )}
      {onScene ? null : <Summary shown={shown} />}
      <History order={order} />
    </Screen>
  );
}

/** Lists tell no history; the page asks for it when there is a network. */
function useHistoryOf({ id, revision }: WorkOrder) {
  const phone = usePhone();
  const online = useOnline();
  useEffect(() => {
    if (online && revision > 0) void phone.askWhole(id);
  }, [phone, id, revision, online]);
}

/** The desk did not accept the report: why, and the report to be changed instead of being written anew. */
function SentBack({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  const code = useCode();
  const draft = useDraft(order.id);
  const back = sentBack(order);
  const { report } = order;
  if (!back || !report) return null;
  const again = async () => {
    if (!draft.value.result) await draft.change(draftOf(report));
    go({ page: 'report', id: order.id });
  };
  return (
    <section className="card sent-back" aria-labelledby="sent-back">
      <h2 id="sent-back" className="said">
        <Icon name="undo" size={24} />
        {t('order.sentBack')}
      </h2>
      {back.reason ? <p>{code('sendBackReason', back.reason)}</p> : null}
      {back.words ? <blockquote>{back.words}</blockquote> : null}
      <p className="under">{t('order.sentBackHint')}</p>
      <BigButton icon="pen" onClick={() => void again()} disabled={!draft.loaded}>
        {t('do.reportAgain')}
      </BigButton>
    </section>
  );
}

function Way({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  const { own, state, locate } = useOwn(order.state === 'under-way' || order.state === 'on-scene');
  if (!order.position) return null;
  return (
    <section aria-label={t('order.where')}>
      <WayMap target={order.position} own={own} />
      {order.state === 'on-scene' ? null : (
        <div className="pair tight">
          {own ? null : (
            <BigButton icon="target" onClick={locate} disabled={state === 'denied'}>
              {t(state === 'asking' ? 'map.locating' : 'map.locate')}
            </BigButton>
          )}
          <a className="big plain" href={mapAddress(order.position, navigator.userAgent)}>
            <Icon name="share" size={22} />
            <span>{t('do.navigate')}</span>
          </a>
        </div>
      )}
      {state === 'denied' ? <p className="under">{t('map.denied')}</p> : null}
    </section>
  );
}

function Summary({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  const { order } = shown;
  return (
    <section className="summary">
      <p className="said">
        <LevelBadge level={order.level} size={26} label={t(`level.${order.level}`)} />
        <strong>{order.instruction}</strong>
      </p>
      {shown.stuck ? (
        <p className="stuck">
          <Icon name="warning" size={20} />
          <span>{t('order.stuck')}</span>
          <a
            className="link"
            href={
              shown.stuck.standing === 'conflict'
                ? path({ page: 'conflict', id: shown.stuck.id })
                : path({ page: 'outbox' })
            }
          >
            {t('order.look')}
          </a>
        </p>
      ) : null}
      <Why order={order} />
    </section>
  );
}

function Why({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  const words = useWords();
  if (!order.alert) return null;
  const { subject, reasons } = order.alert;
  const vessel = [subject.name, subject.mmsi, subject.callSign].filter(Boolean).join(' · ');
  return (
    <details className="why">
      <summary>
        <Icon name="chevron" size={20} />
        {t('order.why')}
      </summary>
      {vessel ? (
        <p>
          {t('order.vessel')} <strong>{vessel}</strong>
        </p>
      ) : null}
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code}>{words.reason(reason)}</li>
        ))}
      </ul>
    </details>
  );
}

function Actions({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  const phone = usePhone();
  const { dutyPhone } = useMe();
  const draft = useDraft(order.id);
  const deed = useDeed();
  const step = nextStep(order.state);
  const act = async () => {
    const writes = step && written(step, order.id, ownNow(Date.now()));
    if (writes) await phone.write(writes);
  };
  return (
    <>
      <p className="wrong" role="alert">
        {deed.wrong ? t(deed.wrong) : null}
      </p>
      {order.state === 'on-scene' ? (
        <AnswerGrid
          onAnswer={(result) => {
            void draft.change({ result, reason: draft.value.result === result ? draft.value.reason : undefined });
            go({ page: 'report', id: order.id });
          }}
        />
      ) : step ? (
        <BigButton look="main" icon={step.icon} onClick={() => deed.run(act)}>
          {t(`do.${step.name}`)}
        </BigButton>
      ) : null}
      <div className="pair">
        <BigButton icon="pen" onClick={() => go({ page: 'note', id: order.id })}>
          {t('do.note')}
        </BigButton>
        <BigButton icon="ban" onClick={() => go({ page: 'return', id: order.id })}>
          {t('do.return')}
        </BigButton>
      </div>
      {dutyPhone ? <HoldButton phone={dutyPhone} /> : null}
    </>
  );
}

/** What is left to do when the report is handed in. */
function Afterwards({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  return (
    <BigButton icon="pen" onClick={() => go({ page: 'note', id: order.id })}>
      {t('do.note')}
    </BigButton>
  );
}

function Finished({ order }: { order: WorkOrder }) {
  const { t } = useI18n();
  const code = useCode();
  const { report } = order;
  if (!report) return <StateCard icon="check" tone="ok" title={t(`workOrder.state.${order.state}`)} />;
  return (
    <section className="result">
      <p className="said">
        <Icon name="check" size={26} />
        <strong>
          {t(`outcome.${report.result}`)} · {code('outcomeReason', report.reason)}
        </strong>
      </p>
      {report.note ? <p>{report.note}</p> : null}
      <ul className="goods">
        {report.seized?.map((item) => (
          <li key={`${item.kind}/${item.handedTo}/${item.number}`}>
            <Icon name="box" size={20} />
            {code('seized.kind', item.kind)} {item.number} {code('seized.unit', item.unit)} → {item.handedTo}
          </li>
        ))}
      </ul>
    </section>
  );
}
