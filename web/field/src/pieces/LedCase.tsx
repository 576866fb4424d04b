import type { CaseItem } from '@fourfold/api';
import { Icon, LevelBadge } from '@fourfold/ui';
import { useState } from 'react';
import { useCode, useI18n } from '../i18n.ts';
import { mayJustSign } from '../phone/area.ts';
import { useMe, usePending, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { useWords } from '../words.ts';
import { BigButton } from './BigButton.tsx';
import { useCaseTitle } from './caseTitle.ts';

interface LedCaseProps {
  item: CaseItem;
  now: number;
  /** Whose meeting it can be put on. */
  area: string;
  /** Why it is on the list; without it, the case's own flags are shown. */
  reasons?: readonly string[];
}

/** A case as its leader sees it: what, where it lies, how late; and what a leader does about it. */
export function LedCase({ item, now, area, reasons }: LedCaseProps) {
  const { t, format } = useI18n();
  const code = useCode();
  const words = useWords();
  const title = useCaseTitle()(item);
  const unit = item.handlingUnit?.name ?? item.ownerUnit?.name;
  const where = [code('case.state', item.state), unit].filter(Boolean).join(' · ');
  const [open, setOpen] = useState(false);
  const late = Date.parse(item.deadlineAt) < now;
  const span = words.span(Math.abs(Date.parse(item.deadlineAt) - now));
  const why = reasons
    ? reasons.map((reason) => code('meeting.reason', reason))
    : item.flags.map((flag) => code('area.flag', flag));
  return (
    <details className="led" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="row">
        <LevelBadge level={item.level} size={36} label={t(`level.${item.level}`)} />
        <span className="row-title">
          <strong>{title}</strong>
          <small>{[item.number, ...why].join(' · ')}</small>
          <small className="on-paper">{[where, format.dayTime(item.deadlineAt)].join(' · ')}</small>
        </span>
        <span className="due" data-late={late || undefined}>
          {late ? t('order.over', { span }) : t('order.left', { span })}
        </span>
      </summary>
      <p className="under">{where}</p>
      {open ? <Does item={item} area={area} title={title} reasons={reasons ?? []} /> : null}
    </details>
  );
}

function Does({
  item,
  area,
  title,
  reasons,
}: {
  item: CaseItem;
  area: string;
  title: string;
  reasons: readonly string[];
}) {
  const { t } = useI18n();
  const me = useMe();
  const phone = usePhone();
  const deed = useDeed();
  const [note, setNote] = useState('');
  const waiting = usePending().commands.filter(
    (command) => command.target === item.id && command.standing === 'waiting',
  );
  const about = title.slice(0, 40);
  const move = (payload: Record<string, unknown>) =>
    deed.run(() => phone.tell({ kind: 'case.transition', target: item.id, about, payload }));
  const meet = (kind: 'meeting.put' | 'meeting.take-out') =>
    deed.run(() => phone.tell({ kind, target: item.id, about, payload: { area } }));
  const supervises = me.permissions.includes('cases.supervise') && !item.flags.includes('supervised');
  const words = note.trim() ? { note: note.trim() } : {};
  if (waiting.length > 0)
    return (
      <p className="said" role="status">
        <Icon name="clock" size={20} />
        <span>{t('area.waits')}</span>
      </p>
    );
  return (
    <>
      <p className="wrong" role="alert">
        {deed.wrong ? t(deed.wrong) : null}
      </p>
      {supervises ? (
        <>
          <label className="field">
            <span>{t('area.note')}</span>
            <textarea rows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
          </label>
          <div className="pair">
            <BigButton onClick={() => move({ transition: 'supervise', card: 'yellow', ...words })}>
              {t('area.yellow')}
            </BigButton>
            <BigButton look="danger" onClick={() => move({ transition: 'supervise', card: 'red', ...words })}>
              {t('area.red')}
            </BigButton>
          </div>
        </>
      ) : null}
      {mayJustSign(item, me) ? (
        <BigButton look="main" onClick={() => move({ transition: 'sign' })}>
          {t('area.sign')}
        </BigButton>
      ) : null}
      {reasons.includes('picked') ? (
        <BigButton onClick={() => meet('meeting.take-out')}>{t('meeting.takeOut')}</BigButton>
      ) : (
        <BigButton onClick={() => meet('meeting.put')}>{t('meeting.put')}</BigButton>
      )}
    </>
  );
}
