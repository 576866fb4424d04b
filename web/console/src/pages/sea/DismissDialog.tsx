import type { Alert } from '@fourfold/api';
import { Key } from '@fourfold/ui';
import { Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { useI18n } from '../../i18n.ts';
import { useDigits } from '../../keys/useDigits.ts';
import { useWords } from '../../words.ts';

const reasons = [1, 2, 3, 4, 5] as const;
type ReasonNumber = (typeof reasons)[number];
const other: ReasonNumber = 5;

export interface DismissDialogProps {
  alert: Alert;
  busy: boolean;
  onDismiss(reason: number, note: string | undefined): void;
  onClose(): void;
}

/** A dismissal always says why: it counts for the rule. Number keys choose, Enter confirms. */
export function DismissDialog({ alert, busy, onDismiss, onClose }: DismissDialogProps) {
  const { t } = useI18n();
  const say = useWords();
  const [reason, setReason] = useState<ReasonNumber | null>(null);
  const [note, setNote] = useState('');
  const ready = reason !== null && (reason !== other || note.trim() !== '');
  const submit = () => {
    if (ready && !busy) onDismiss(reason, note.trim() || undefined);
  };
  const list = useRef<HTMLDivElement>(null);
  const choose = (digit: number) => {
    const chosen = reasons.find((one) => one === digit);
    if (!chosen) return;
    setReason(chosen);
    // Away from the dialog's own buttons, where Enter would press them.
    list.current?.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus();
  };
  useDigits(choose, submit);
  return (
    <Modal
      open
      title={t('dismiss.title')}
      okText={t('dismiss.submit')}
      okButtonProps={{ disabled: !ready, loading: busy }}
      onOk={submit}
      onCancel={onClose}
      width={480}
    >
      <div className="stack" ref={list}>
        <p className="t2">{t('dismiss.subtitle', { title: say.title(alert) })}</p>
        <div role="radiogroup" aria-label={t('dismiss.title')} className="choices">
          {reasons.map((one, i) => (
            <label key={one} data-chosen={reason === one}>
              <input
                type="radio"
                name="reason"
                value={one}
                checked={reason === one}
                // biome-ignore lint/a11y/noAutofocus: the dialog opens on its first choice, so that 1–5 act at once
                autoFocus={i === 0}
                onChange={() => setReason(one)}
              />
              <Key>{one}</Key> {t(`dismiss.reason.${one}`)}
            </label>
          ))}
        </div>
        {reason === other ? (
          <Input.TextArea
            autoFocus
            aria-label={t('dismiss.note')}
            placeholder={t('dismiss.note')}
            value={note}
            maxLength={500}
            rows={2}
            onChange={(event) => setNote(event.target.value)}
          />
        ) : null}
        <p className="hint">{t('dismiss.undo')}</p>
      </div>
    </Modal>
  );
}
