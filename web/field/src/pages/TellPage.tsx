import { type Ground, uuidV7 } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useKept, useMe, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { type Draft, type DraftInHand, useDraft } from '../phone/drafts.ts';
import { gridAt, groundKey } from '../phone/ground.ts';
import { isFresh, type Own, useOwn } from '../phone/own.ts';
import { type Place, placePayload, reportDraft, told } from '../phone/told.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Choices } from '../pieces/Choices.tsx';
import { Elsewhere } from '../pieces/Elsewhere.tsx';
import { ForResident } from '../pieces/ForResident.tsx';
import { leadTo } from '../pieces/leadTo.ts';
import { Photos, useDraftPhotos } from '../pieces/Photos.tsx';
import { PickPlace } from '../pieces/PickPlace.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { Voice } from '../pieces/Voice.tsx';
import { go } from '../router.ts';

const page = reportDraft;

type Lack = 'tell.missingWhat' | 'tell.missingConsent';

/** What must still be said before it can go. */
export function lacking({ what, behalf }: Draft): Lack[] {
  const lacks: Lack[] = [];
  if (!what) lacks.push('tell.missingWhat');
  if (behalf?.on && (behalf.name?.trim() || behalf.phone?.trim()) && !behalf.consent) lacks.push('tell.missingConsent');
  return lacks;
}

/** Where it will say it is: put on the map by hand, or what the phone says if that is fresh. */
export function placeOf({ place }: Draft, own: Own | null, now: number): Place | null {
  if (place) return { position: place, byHand: true };
  return isFresh(own, now) ? { position: own.position, accuracyMetres: own.accuracyMetres, byHand: false } : null;
}

/** Something seen: a chip, a picture, a word, and away. With or without a network. */
export default function TellPage() {
  const { t } = useI18n();
  const draft = useDraft(page);
  const photos = useDraftPhotos(page);
  const own = useOwn(true);
  const send = useSend(
    draft,
    own.own,
    photos.map((photo) => photo.id),
  );
  if (!draft.loaded) return null;
  // What this page itself hands in goes in the same way.
  const elsewhere = draft.elsewhere && !send.busy;
  const { value, change } = draft;
  return (
    <Screen
      title={t('page.tell')}
      aside={draft.wrong || elsewhere ? undefined : <span className="saved">{t('report.saved')}</span>}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {send.wrong ?? (draft.wrong ? t(draft.wrong) : null)}
          </p>
          <BigButton look="main" icon="save" onClick={send.go} disabled={send.busy || elsewhere}>
            {t('tell.send')}
          </BigButton>
        </>
      }
    >
      {elsewhere ? (
        <Elsewhere
          text={t('tell.elsewhere')}
          choices={[
            [t('tell.startAnew'), draft.startAnew],
            [t('tell.another'), draft.keepMine],
          ]}
        />
      ) : null}
      <Choices
        id="tell.missingWhat"
        legend={t('tell.what')}
        choices={told.map((what) => ({ value: what, label: t(`told.${what}`) }))}
        value={value.what}
        onChange={(what) => void change({ what })}
      />
      <Photos target={page} photos={photos} />
      <Voice target={page} photos={photos} />
      <PickPlace own={own} place={value.place} onPlace={(place) => void change({ place })} />
      <label className="field">
        <span>{t('tell.text')}</span>
        <textarea
          rows={2}
          maxLength={2000}
          value={value.note ?? ''}
          placeholder={t('tell.textHint')}
          onChange={(event) => void change({ note: event.target.value })}
        />
      </label>
      <ForResident value={value.behalf} onChange={(behalf) => void change({ behalf })} />
      <p className="under">
        <Icon name="lock" size={16} /> {t('tell.who')}
      </p>
    </Screen>
  );
}

function useSend({ key, value }: DraftInHand, own: Own | null, photoIds: string[]) {
  const { t } = useI18n();
  const phone = usePhone();
  const deed = useDeed();
  const ground = useKept<Ground>(groundKey(useMe().person.id));
  const [tried, setTried] = useState(false);
  const lacks = tried ? lacking(value) : [];
  const handIn = async () => {
    const now = Date.now();
    const place = placeOf(value, own, now);
    const grid = gridAt(ground, place?.position ?? null);
    const text = value.note?.trim();
    await phone.tell({
      kind: 'case.report',
      target: uuidV7(now),
      about: [t(`told.${value.what ?? 'other'}` as 'told.other'), text?.slice(0, 40)].filter(Boolean).join(' · '),
      payload: {
        what: value.what,
        ...(text ? { text } : {}),
        ...placePayload(place),
        ...(grid ? { gridId: grid.id } : {}),
        ...(value.behalf?.on ? { onBehalf: residentOf(value.behalf) } : {}),
      },
      photoIds,
      draftKey: key,
    });
    go({ page: 'today' }, true);
  };
  const send = () => {
    const [lack] = lacking(value);
    setTried(true);
    if (lack) leadTo(lack);
    else deed.run(handIn);
  };
  const missing =
    lacks.length > 0 ? t('report.missing', { what: lacks.map((lack) => t(lack)).join(t('list.comma')) }) : null;
  return { wrong: missing ?? (deed.wrong ? t(deed.wrong) : null), busy: deed.busy, go: send };
}

/** Without the resident's word nothing of them leaves the phone but that it is for one. */
const residentOf = ({ consent, name, phone }: NonNullable<Draft['behalf']>) =>
  consent
    ? {
        consent: true,
        ...(name?.trim() ? { name: name.trim() } : {}),
        ...(phone?.trim() ? { phone: phone.trim() } : {}),
      }
    : { consent: false };
