import type { OutcomeCode } from '@fourfold/api';
import { Key, Skeleton } from '@fourfold/ui';
import { Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { useDigits } from '../../keys/useDigits.ts';
import { useOutcomeReasons } from './data.ts';
import { useCaseWords } from './words.ts';

const other = 'other';

export interface OutcomeDialogProps {
  outcome: OutcomeCode;
  busy: boolean;
  onSend(answer: { reason: string; note?: string }): void;
  onClose(): void;
}

/** An outcome needs its reason: it is what the rule learns from. Digits choose, Enter sends. */
export function OutcomeDialog({ outcome, busy, onSend, onClose }: OutcomeDialogProps) {
  const { t } = useI18n();
  const say = useCaseWords();
  const problemText = useProblemText();
  const { data, error } = useOutcomeReasons();
  const reasons = data?.find((list) => list.outcome === outcome)?.reasons ?? [];
  const [reason, setReason] = useState<string>();
  const [note, setNote] = useState('');
  const complete = reason !== undefined && (reason !== other || note.trim() !== '');
  const send = () => {
    if (complete && !busy) onSend({ reason, note: note.trim() || undefined });
  };
  const list = useRef<HTMLDivElement>(null);
  const choose = (digit: number) => {
    const chosen = reasons[digit - 1];
    if (!chosen) return;
    setReason(chosen);
    // Away from the dialog's own buttons, where Enter would press them.
    list.current?.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus();
  };
  useDigits(choose, send);
  return (
    <Modal
      open
      title={t('ask.result', { outcome: t(`outcome.${outcome}`) })}
      onCancel={onClose}
      onOk={send}
      okText={
        <>
          {t('verb.save')} <Key>Enter</Key>
        </>
      }
      okButtonProps={{ disabled: !complete, loading: busy }}
      width={480}
    >
      <div className="stack" ref={list}>
        {data || error ? null : <Skeleton rows={2} label={t('ask.resultReason')} />}
        {error && !data ? (
          <p className="fault" role="alert">
            {problemText(error)}
          </p>
        ) : null}
        <Radio.Group
          className="radio-list"
          aria-label={t('ask.resultReason')}
          value={reason}
          onChange={(event) => setReason(event.target.value as string)}
          options={reasons.map((value, index) => ({
            value,
            label: (
              <>
                <Key>{index + 1}</Key> {say.code('outcomeReason', value)}
              </>
            ),
          }))}
        />
        <p className="hint">{t('ask.keys')}</p>
        <label htmlFor="outcome-note">{t(reason === other ? 'ask.noteNeeded' : 'ask.note')}</label>
        <Input.TextArea
          id="outcome-note"
          rows={2}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </Modal>
  );
}
