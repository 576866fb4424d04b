import type { QueuedCommand } from '@fourfold/offline';
import { Icon, type IconName } from '@fourfold/ui';
import { type ReactNode, useState } from 'react';
import { useI18n, useProblem } from '../i18n.ts';
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
export function Refused(props: {
  refusal: QueuedCommand['refusal'];
  onRetry(): Promise<void>;
  onGiveUp(): Promise<void>;
}) {
  const { t } = useI18n();
  const problemText = useProblem();
  const [sure, setSure] = useState(false);
  return (
    <>
      {props.refusal ? <span className="wrong">{problemText(props.refusal)}</span> : null}
      <span className="pair tight">
        <BigButton className="small" onClick={() => void props.onRetry()}>
          {t('verb.retry')}
        </BigButton>
        <BigButton
          className="small"
          look={sure ? 'danger' : 'plain'}
          onClick={() => (sure ? void props.onGiveUp() : setSure(true))}
        >
          {t(sure ? 'outbox.sure' : 'outbox.giveUp')}
        </BigButton>
      </span>
    </>
  );
}
