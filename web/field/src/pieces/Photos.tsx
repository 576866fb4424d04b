import type { QueuedPhoto } from '@fourfold/offline';
import { useLive } from '@fourfold/offline/react';
import { Icon } from '@fourfold/ui';
import { useEffect, useId, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useMe, usePhone } from '../phone/context.tsx';
import { type NotKept, notKept } from '../phone/deed.ts';
import { type Picture, shrink } from '../phone/pictures.ts';

const photosAtMost = 9;

type Problem = 'report.photoBad' | NotKept;

/** Photos of an unfinished record: kept on the phone the moment they are taken. */
export function useDraftPhotos(target: string): QueuedPhoto[] {
  const phone = usePhone();
  const owner = useMe().person.id;
  const photos = useLive(async () => {
    const drafts = await phone.db.photos.where('[owner+standing]').equals([owner, 'draft']).toArray();
    return drafts.filter((photo) => photo.target === target).sort((a, b) => (a.id < b.id ? -1 : 1));
  }, `${owner}/${target}`);
  return photos ?? [];
}

export function Photos({ target, photos }: { target: string; photos: readonly QueuedPhoto[] }) {
  const { t } = useI18n();
  const phone = usePhone();
  const id = useId();
  const owner = useMe().person.id;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const keep = async (file: File): Promise<Problem | null> => {
    let picture: Picture;
    try {
      picture = await shrink(file);
    } catch {
      return 'report.photoBad';
    }
    return phone.outbox.addPhoto(owner, target, picture).then(() => null, notKept);
  };
  const take = async (files: FileList | null) => {
    setProblem(null);
    setBusy(true);
    for (const file of Array.from(files ?? []).slice(0, photosAtMost - photos.length)) {
      const wrong = await keep(file);
      if (wrong) setProblem(wrong);
    }
    setBusy(false);
  };

  return (
    <section className="photos" aria-label={t('report.photos')}>
      <div className="photo-grid">
        {photos.map((photo, index) => (
          <DraftPhoto key={photo.id} photo={photo} number={index + 1} />
        ))}
        {photos.length < photosAtMost ? (
          <label className="photo-add" htmlFor={id}>
            <Icon name="camera" size={28} />
            <span>
              {t(busy ? 'report.keepingPhoto' : photos.length === 0 ? 'report.firstPhoto' : 'report.addPhoto')}
            </span>
            <input
              id={id}
              type="file"
              disabled={busy}
              accept="image/*"
              capture="environment"
              onChange={(event) => {
                const { target: input } = event;
                void take(input.files).finally(() => {
                  input.value = '';
                });
              }}
            />
          </label>
        ) : (
          <p>{t('report.photosMost', { count: photosAtMost })}</p>
        )}
      </div>
      <p role="alert" className="wrong">
        {problem ? t(problem) : null}
      </p>
    </section>
  );
}

function DraftPhoto({ photo, number }: { photo: QueuedPhoto; number: number }) {
  const { t, format } = useI18n();
  const phone = usePhone();
  const url = useObjectUrl(photo.blob);
  return (
    <figure className="photo">
      <img src={url} alt={t('report.photoNumber', { number, time: format.time(photo.takenAt) })} />
      <figcaption>{format.time(photo.takenAt)}</figcaption>
      <button
        type="button"
        className="photo-remove"
        aria-label={t('report.removePhoto', { number })}
        onClick={() => void phone.outbox.removeDraftPhoto(photo.id)}
      >
        <Icon name="close" size={22} />
      </button>
    </figure>
  );
}

function useObjectUrl(blob: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
