import type { Host, Place } from '@fourfold/forms/render';
import { useMemo } from 'react';
import { useI18n } from '../i18n.ts';
import { useMe, usePhone } from './context.tsx';
import { notKept } from './deed.ts';
import { whole } from './holding.ts';
import { shrink } from './pictures.ts';
import { look } from './videos.ts';

const locateMilliseconds = 20_000;
/** What the page tells; see `longestMilliseconds`. */
const videoMinutes = 2;

/** What a form needs of this phone: its camera, its storage, its position. @param id of the draft */
export function useHost(id: string): Host {
  const phone = usePhone();
  const owner = useMe().person.id;
  const { t } = useI18n();
  return useMemo<Host>(
    () => ({
      keep: (file, kind, isSensitive) =>
        whole(async () => {
          const media =
            kind === 'video' ? await look(file) : await shrink(file).catch(() => 'report.photoBad' as const);
          if (typeof media === 'string') return { wrong: t(media, { minutes: videoMinutes }) };
          return phone.forms.keepMedia(owner, id, { ...media, isSensitive }).then(
            (name) => ({ name }),
            (error) => ({ wrong: t(notKept(error)) }),
          );
        }),
      recall: async (name) => (await phone.forms.media(id, name))?.blob,
      forget: (name) => void phone.forms.dropMedia(id, name).catch(console.error),
      locate,
    }),
    [phone, owner, id, t],
  );
}

function locate(): Promise<Place | null> {
  return new Promise((done) => {
    if (!navigator.geolocation) return done(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, altitude, accuracy } }) =>
        done({
          latitude,
          longitude,
          ...(altitude === null ? {} : { altitudeMetres: altitude }),
          accuracyMetres: accuracy,
        }),
      () => done(null),
      { enableHighAccuracy: true, timeout: locateMilliseconds, maximumAge: 0 },
    );
  });
}
