import { isFinished } from '@fourfold/offline';
import { useState } from 'react';
import { useCode, useI18n } from '../i18n.ts';
import { type Shown, useOrder, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { useDraft } from '../phone/drafts.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Choices } from '../pieces/Choices.tsx';
import { leadTo } from '../pieces/leadTo.ts';
import { Screen } from '../pieces/Screen.tsx';
import { go } from '../router.ts';
import { useWords } from '../words.ts';
import { Missing, Over } from './Missing.tsx';

const reasons = ['unsafe', 'no-means', 'not-our-sector', 'not-our-duty', 'other'];

/** Saying no early is a service: the desk can send somebody else. */
export function ReturnPage({ id }: { id: string }) {
  const shown = useOrder(id);
  if (shown === undefined) return null;
  if (!shown) return <Missing />;
  return isFinished(shown.order.state) ? <Over shown={shown} page={`${id}/return`} /> : <Return shown={shown} />;
}

function Return({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  const words = useWords();
  const code = useCode();
  const phone = usePhone();
  const draft = useDraft(`${shown.order.id}/return`);
  const deed = useDeed();
  const [tried, setTried] = useState(false);
  const { reason, note = '' } = draft.value;
  const kept = deed.wrong ?? draft.wrong;
  const handIn = async () => {
    await phone.write({
      kind: 'work-order.return',
      target: shown.order.id,
      payload: { reason, ...(note.trim() ? { note: note.trim() } : {}) },
      draftKey: draft.key,
    });
    go({ page: 'today' }, true);
  };
  const lack = !reason ? 'return.missingReason' : reason === 'other' && !note.trim() ? 'report.missingNote' : null;
  const send = () => {
    setTried(true);
    if (lack) leadTo(lack);
    else deed.run(handIn);
  };
  if (!draft.loaded) return null;
  return (
    <Screen
      title={t('page.return')}
      under={words.title(shown.order)}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {tried && lack ? t('report.missing', { what: t(lack) }) : kept ? t(kept) : null}
          </p>
          <BigButton look="danger" icon="undo" onClick={send}>
            {t('return.send')}
          </BigButton>
        </>
      }
    >
      <p className="under">{t('return.hint')}</p>
      <Choices
        id="return.missingReason"
        legend={t('return.title')}
        choices={reasons.map((value) => ({ value, label: code('workOrder.returnReason', value) }))}
        value={reason}
        onChange={(value) => void draft.change({ reason: value })}
      />
      <label className="field" id="report.missingNote">
        <span>{t('return.note')}</span>
        <textarea
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => void draft.change({ note: event.target.value })}
        />
      </label>
    </Screen>
  );
}
