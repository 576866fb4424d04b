import { isFinished } from '@fourfold/offline';
import { useState } from 'react';
import { useCode, useI18n } from '../i18n.ts';
import { type Shown, useOrder, usePhone } from '../phone/context.tsx';
import { BigButton } from '../pieces/BigButton.tsx';
import { Choices } from '../pieces/Choices.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { go } from '../router.ts';
import { useWords } from '../words.ts';
import { Missing } from './Missing.tsx';

const reasons = ['unsafe', 'no-means', 'not-our-sector', 'not-our-duty', 'other'];

/** Saying no early is a service: the desk can send somebody else. */
export function ReturnPage({ id }: { id: string }) {
  const shown = useOrder(id);
  if (shown === undefined) return null;
  return shown && !isFinished(shown.order.state) ? <Return shown={shown} /> : <Missing />;
}

function Return({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  const words = useWords();
  const code = useCode();
  const phone = usePhone();
  const [reason, setReason] = useState<string>();
  const [note, setNote] = useState('');
  const [wrong, setWrong] = useState<string | null>(null);
  const send = async () => {
    const lacks = reason
      ? reason === 'other' && !note.trim()
        ? t('report.missingNote')
        : null
      : t('report.missingReason');
    setWrong(lacks ? t('report.missing', { what: lacks }) : null);
    if (lacks) return;
    await phone.write({
      kind: 'work-order.return',
      target: shown.order.id,
      payload: { reason, ...(note.trim() ? { note: note.trim() } : {}) },
    });
    go({ page: 'today' });
  };
  return (
    <Screen
      title={t('page.return')}
      under={words.title(shown.order)}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {wrong}
          </p>
          <BigButton look="danger" icon="undo" onClick={() => void send()}>
            {t('return.send')}
          </BigButton>
        </>
      }
    >
      <p className="under">{t('return.hint')}</p>
      <Choices
        legend={t('return.title')}
        choices={reasons.map((value) => ({ value, label: code('workOrder.returnReason', value) }))}
        value={reason}
        onChange={setReason}
      />
      <label className="field">
        <span>{t('return.note')}</span>
        <textarea rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      </label>
    </Screen>
  );
}
