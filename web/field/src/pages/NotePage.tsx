import { useI18n } from '../i18n.ts';
import { type Shown, useOrder, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { useDraft } from '../phone/drafts.ts';
import { ownNow } from '../phone/own.ts';
import { takesNotes } from '../phone/steps.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Photos, useDraftPhotos } from '../pieces/Photos.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { Voice } from '../pieces/Voice.tsx';
import { back } from '../router.ts';
import { useWords } from '../words.ts';
import { Missing, Over } from './Missing.tsx';

/** Something worth keeping before the report: a text, a photo. */
export function NotePage({ id }: { id: string }) {
  const shown = useOrder(id);
  if (shown === undefined) return null;
  if (!shown) return <Missing />;
  return takesNotes(shown.order.state) ? <Note shown={shown} /> : <Over shown={shown} page={`${id}/note`} />;
}

function Note({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  const words = useWords();
  const phone = usePhone();
  // Text and photos of a note are apart from those of the report that may be half written.
  const page = `${shown.order.id}/note`;
  const draft = useDraft(page);
  const deed = useDeed();
  const photos = useDraftPhotos(page);
  const text = draft.value.note ?? '';
  const wrong = deed.wrong ?? draft.wrong;
  const send = async () => {
    const position = ownNow(Date.now());
    await phone.write({
      kind: 'work-order.note',
      target: shown.order.id,
      payload: { text: text.trim(), ...(position ? { position } : {}) },
      photoIds: photos.map((photo) => photo.id),
      draftKey: draft.key,
    });
    back();
  };
  if (!draft.loaded) return null;
  return (
    <Screen
      title={t('page.note')}
      under={words.title(shown.order)}
      aside={draft.wrong ? undefined : <span className="saved">{t('report.saved')}</span>}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {wrong ? t(wrong) : null}
          </p>
          <BigButton
            look="main"
            icon="save"
            onClick={() => deed.run(send)}
            disabled={!text.trim() && photos.length === 0}
          >
            {t('note.send')}
          </BigButton>
        </>
      }
    >
      <label className="field">
        <span>{t('note.text')}</span>
        <textarea
          rows={4}
          maxLength={2000}
          value={text}
          onChange={(event) => void draft.change({ note: event.target.value })}
        />
      </label>
      <Photos target={page} photos={photos} />
      <Voice target={page} photos={photos} />
    </Screen>
  );
}
