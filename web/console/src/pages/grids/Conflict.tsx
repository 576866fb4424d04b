import { Icon } from '@fourfold/ui';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useI18n } from '../../i18n.ts';

export interface ConflictProps {
  /** When the other one saved. */
  at: string;
  children: ReactNode;
  onMine?(): void;
  onTheirs(): void;
}

/** Somebody else was faster: nothing is lost, and the person picks. */
export function Conflict({ at, children, onMine, onTheirs }: ConflictProps) {
  const { t, format } = useI18n();
  return (
    <section className="grids-conflict" role="alert">
      <b>
        <Icon name="warning" size={16} /> {t('grid.conflict', { at: format.time(at) })}
      </b>
      <p>{children}</p>
      <p className="row">
        {onMine ? <Button onClick={onMine}>{t('grid.keepMine')}</Button> : null}
        <Button onClick={onTheirs}>{onMine ? t('grid.takeTheirs') : t('grid.lookAgain')}</Button>
      </p>
    </section>
  );
}
