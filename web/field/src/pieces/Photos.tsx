import type { QueuedPhoto } from '@fourfold/offline';
import { useLive } from '@fourfold/offline/react';
import { Icon } from '@fourfold/ui';
import { useEffect, useId, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useMe, usePhone } from '../phone/context.tsx';
import { type NotKept, notKept } from '../phone/deed.ts';
import { whole } from '../phone/holding.ts';
import { shrink } from '../phone/pictures.ts';
import { look, type Video, type VideoFault } from '../phone/videos.ts';
import { useWords } from '../words.ts';

const photosAtMost = 9;
const videosAtMost = 2;
/** What the page tells; see `longestMilliseconds`. */
const videoMinutes = 2;

type Problem = 'report.photoBad' | VideoFault | NotKept;

/** Spoken words are kept beside the photos, and shown apart. */
export const isSound = ({ blob }: QueuedPhoto) => blob.type.startsWith('audio/');
const isVideo = ({ blob }: QueuedPhoto) => blob.type.startsWith('video/');

/** A photo drawn anew, or a video as it is; a string says why it cannot be kept. */
const read = (file: File, kind: 'photo' | 'video'): Promise<Video | Problem> =>
  kind === 'video' ? look(file) : shrink(file).catch(() => 'report.photoBad' as const);

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

export function Photos({ target, photos: all }: { target: string; photos: readonly QueuedPhoto[] }) {
  const photos = all.filter((photo) => !isSound(photo));
  const { t } = useI18n();
  const phone = usePhone();
  const id = useId();
  const owner = useMe().person.id;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const videos = photos.filter(isVideo).length;
  const room = { photo: photosAtMost - (photos.length - videos), video: videosAtMost - videos };

  const keep = async (file: File, kind: 'photo' | 'video'): Promise<Problem | null> => {
    const picture = await read(file, kind);
    if (typeof picture === 'string') return picture;
    return phone.outbox.addPhoto(owner, target, picture).then(() => null, notKept);
  };
  const take = async (input: HTMLInputElement, kind: 'photo' | 'video') => {
    setProblem(null);
    setBusy(true);
    for (const file of Array.from(input.files ?? []).slice(0, room[kind])) {
      const wrong = await whole(() => keep(file, kind));
      if (wrong) setProblem(wrong);
    }
    setBusy(false);
    input.value = '';
  };
  const camera = (kind: 'photo' | 'video', label: string) => (
    <label className="photo-add" htmlFor={`${id}-${kind}`}>
      <Icon name={kind === 'video' ? 'video' : 'camera'} size={28} />
      <span>{label}</span>
      <input
        id={`${id}-${kind}`}
        type="file"
        disabled={busy}
        accept={kind === 'video' ? 'video/*' : 'image/*'}
        capture="environment"
        onChange={(event) => void take(event.target, kind)}
      />
    </label>
  );

  return (
    <section className="photos" aria-label={t('report.photos')}>
      <div className="photo-grid">
        {photos.map((photo, index) => (
          <DraftPhoto key={photo.id} photo={photo} number={index + 1} />
        ))}
        {room.photo > 0 ? (
          camera(
            'photo',
            t(busy ? 'report.keepingPhoto' : photos.length === videos ? 'report.firstPhoto' : 'report.addPhoto'),
          )
        ) : (
          <p>{t('report.photosMost', { count: photosAtMost })}</p>
        )}
        {room.video > 0 ? camera('video', t('report.addVideo', { minutes: videoMinutes })) : null}
      </div>
      <p role="alert" className="wrong">
        {problem ? t(problem, { minutes: videoMinutes }) : null}
      </p>
    </section>
  );
}

function DraftPhoto({ photo, number }: { photo: QueuedPhoto; number: number }) {
  const { t, format } = useI18n();
  const words = useWords();
  const phone = usePhone();
  const url = useObjectUrl(photo.blob);
  const time = format.time(photo.takenAt);
  const length = photo.duration ? words.span(photo.duration) : words.size(photo.size);
  return (
    <figure className="photo">
      {isVideo(photo) ? (
        <video src={url} aria-label={t('report.videoNumber', { number, time })} preload="metadata" muted playsInline />
      ) : (
        <img src={url} alt={t('report.photoNumber', { number, time })} />
      )}
      <figcaption>{isVideo(photo) ? `${time} · ${length}` : time}</figcaption>
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

/** An address for bytes that are on this phone, for as long as they are shown. */
export function useObjectUrl(blob: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  return url;
}
