import type { CaseDetail } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Image } from 'antd';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';

const fileUrl = (id: string) => `/api/v1/files/${id}`;

/** What somebody in the field reported it with: pictures, spoken words, and for whom. */
export function Told({ shown }: { shown: CaseDetail }) {
  const { t } = useI18n();
  const forResident = shown.requester !== null || shown.origin === 'citizen';
  if (shown.files.length === 0 && !forResident) return null;
  return (
    <section className="reports" aria-label={t('told.title')}>
      <header className="panel-head">
        <h2>{t('told.title')}</h2>
      </header>
      <article className="report">
        {forResident ? <ForWhom shown={shown} /> : null}
        <Files shown={shown} />
      </article>
    </section>
  );
}

function ForWhom({ shown: { requester } }: { shown: CaseDetail }) {
  const { t, format } = useI18n();
  if (!requester) return <p>{t('told.requesterNone')}</p>;
  const who = [requester.name, requester.phone].filter(Boolean).join(' ');
  return (
    <>
      <p>
        <Icon name="person" size={16} /> {t('told.requester', { who })}
      </p>
      <p className="t2">{t('told.requesterUntil', { time: format.dayTime(requester.until) })}</p>
    </>
  );
}

function Files({ shown: { files } }: { shown: CaseDetail }) {
  const { t } = useI18n();
  const may = useMay();
  if (files.length === 0 || !may('files.read')) return null;
  return (
    <Image.PreviewGroup>
      <section className="pictures" aria-label={t('told.files')}>
        {files.map(({ id, kind }, index) => {
          const number = index + 1;
          // Nothing is fetched of a sound or a video until somebody wants it; each look is written down.
          if (kind === 'sound')
            return (
              // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what was said on the spot
              <audio key={id} src={fileUrl(id)} controls preload="none" aria-label={t('told.sound', { number })} />
            );
          if (kind === 'video')
            return (
              // biome-ignore lint/a11y/useMediaCaption: nobody wrote down what was said on the spot
              <video
                key={id}
                src={fileUrl(id)}
                width={176}
                height={112}
                controls
                preload="metadata"
                aria-label={t('told.video', { number })}
              />
            );
          return <Image key={id} src={fileUrl(id)} width={176} height={112} alt={t('told.photo', { number })} />;
        })}
      </section>
    </Image.PreviewGroup>
  );
}
