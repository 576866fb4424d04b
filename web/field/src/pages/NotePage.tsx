import { isFinished } from '@fourfold/offline';
import { useState } from 'react';
import { useI18n } from '../i18n.ts';
import { type Shown, useOrder, usePhone } from '../phone/context.tsx';
import { ownNow } from '../phone/own.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Photos, useDraftPhotos } from '../pieces/Photos.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { back } from '../router.ts';
import { useWords } from '../words.ts';
import { Missing } from './Missing.tsx';

/** Something worth keeping before the report: a text, a photo. */
export function NotePage({ id }: { id: string }) {
  const shown = useOrder(id);
  if (shown === undefined) return null;
  return shown && !isFinished(shown.order.state) ? <Note shown={shown} /> : <Missing />;
}

function Note({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  const words = useWords();
  const phone = usePhone();
  const [text, setText] = useState('');
  // Photos of a note are apart from those of the report that may be half written.
  const photos = useDraftPhotos(`${shown.order.id}/note`);
  const send = async () => {
    if (!text.trim() && photos.length === 0) return;
    const position = ownNow(Date.now());
    await phone.write({
      kind: 'work-order.note',
      target: shown.order.id,
      payload: { text: text.trim(), ...(position ? { position } : {}) },
      photoIds: photos.map((photo) => photo.id),
    });
    back();
  };
  return (
    <Screen
      title={t('page.note')}
      under={words.title(shown.order)}
      backable
      actions={
        <BigButton look="main" icon="save" onClick={() => void send()} disabled={!text.trim() && photos.length === 0}>
          {t('note.send')}
        </BigButton>
      }
    >
      <label className="field">
        <span>{t('note.text')}</span>
        <textarea rows={4} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Photos target={`${shown.order.id}/note`} photos={photos} />
    </Screen>
  );
}
