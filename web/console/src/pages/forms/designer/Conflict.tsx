import { Button, Modal } from 'antd';
import { useI18n } from '../../../i18n.ts';
import type { Draft } from '../data.ts';
import { useFormWords } from '../words.ts';
import { placed } from './edit.ts';
import type { Designer } from './useDesigner.ts';

export interface ConflictProps {
  designer: Designer;
  theirs: Draft;
  onSave(over: number): Promise<number | null>;
  onClose(): void;
}

/** Somebody else saved first: both are named, a person picks, and neither is lost. */
export function Conflict({ designer, theirs, onSave, onClose }: ConflictProps) {
  const { t, format } = useI18n();
  const words = useFormWords();
  const take = () => {
    designer.take(theirs);
    onClose();
  };
  const mine = placed(designer.spec.items).length;
  return (
    <Modal
      open
      title={t('forms.conflict')}
      onCancel={onClose}
      footer={[
        <Button key="later" autoFocus onClick={onClose}>
          {t('verb.cancel')}
        </Button>,
        <Button key="theirs" onClick={take}>
          {t('forms.takeTheirs')}
        </Button>,
        <Button key="mine" danger onClick={() => void onSave(theirs.revision)}>
          {t('forms.keepMine')}
        </Button>,
      ]}
    >
      <p>{t('forms.conflictHint')}</p>
      <dl className="forms-pairs">
        <dt>{t('forms.theirs')}</dt>
        <dd>
          {words.say(theirs.spec.title)} · {t('forms.count', { count: placed(theirs.spec.items).length })}
          {theirs.savedAt ? ` · ${format.dayTime(theirs.savedAt)}` : ''}
        </dd>
        <dt>{t('forms.mine')}</dt>
        <dd>
          {words.say(designer.spec.title)} · {t('forms.count', { count: mine })}
        </dd>
      </dl>
    </Modal>
  );
}
