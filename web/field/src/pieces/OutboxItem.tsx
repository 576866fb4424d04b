import type { QueuedCommand } from '@fourfold/offline';
import { Icon, type IconName } from '@fourfold/ui';
import { type ReactNode, useState } from 'react';
import { useI18n, useProblem } from '../i18n.ts';
import { usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { BigButton } from './BigButton.tsx';

interface ItemProps {
  icon: IconName;
  title: string;
  how: string;
  stuck?: boolean;
  children?: ReactNode;
}

/** One line of the outbox: what it is, and how it stands. */
export function OutboxItem(props: ItemProps) {
  return (
    <li className="outbox-item" data-stuck={props.stuck || undefined}>
      <Icon name={props.icon} size={24} />
      <span className="row-title">
        <strong>{props.title}</strong>
        <small>{props.how}</small>
        {props.children}
      </span>
    </li>
  );
}

/** Why the server said no, and what the person can do about it. */
export function Refused({ refusal, ...deeds }: { refusal: QueuedCommand['refusal'] } & Deeds) {
  const problemText = useProblem();
  return (
    <>
      {refusal ? <span className="wrong">{problemText(refusal)}</span> : null}
      <RetryOrGiveUp {...deeds} />
    </>
  );
}

/** That the post may not send it, and what the person can do about it: it goes by itself when a post of theirs may. */
export function Forbidden({ onGiveUp }: Pick<Deeds, 'onGiveUp'>) {
  const { t } = useI18n();
  const phone = usePhone();
  return (
    <>
      <span>{t('outbox.forbiddenHint')}</span>
      <RetryOrGiveUp onRetry={() => phone.sendNow()} onGiveUp={onGiveUp} />
    </>
  );
}

interface Deeds {
  onRetry(): unknown;
  onGiveUp(): unknown;
}

function RetryOrGiveUp({ onRetry, onGiveUp }: Deeds) {
  const { t } = useI18n();
  const [sure, setSure] = useState(false);
  const deed = useDeed();
  return (
    <>
      <span className="pair tight">
        <BigButton className="small" onClick={() => deed.run(async () => onRetry())}>
          {t('verb.retry')}
        </BigButton>
        <BigButton
          className="small"
          look={sure ? 'danger' : 'plain'}
          onClick={() => (sure ? deed.run(async () => onGiveUp()) : setSure(true))}
        >
          {t(sure ? 'outbox.sure' : 'outbox.giveUp')}
        </BigButton>
      </span>
      <span className="wrong" role="alert">
        {deed.wrong ? t(deed.wrong) : null}
      </span>
    </>
  );
}
