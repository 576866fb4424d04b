import type { TrackDossier } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { known, useI18n } from '../../i18n.ts';
import { confidence, isNameless } from './radar.ts';

/** What is odd about the vessel and what is in doubt, each in a sentence; nothing when all is as it should be. */
export function Notes({ track }: { track: TrackDossier }) {
  const { t, format } = useI18n();
  const flags = track.source === 'ghost' ? [...track.flags, 'ghost'] : track.flags;
  const noted = flags.flatMap((flag) => {
    const [label, why] = [known(`flag.${flag}`), known(`flag.${flag}.why`)];
    return label && why ? [{ flag, label: t(label as 'flag.dark'), why: t(why as 'flag.dark.why') }] : [];
  });
  const there = confidence(track.existence);
  const own = track.mmsi && !isNameless(track) ? confidence(track.identityProbability) : null;
  const radarOnly = track.source === 'radar-only';
  if (noted.length === 0 && !there && !own && !radarOnly) return null;
  return (
    <section className="block notes">
      <header className="block-head">
        <h3>{t('detail.notes')}</h3>
      </header>
      {radarOnly ? (
        <p>
          <span className="tag">{t('source.radar-only')}</span> {t('radar.held')}
        </p>
      ) : null}
      {noted.map(({ flag, label, why }) => (
        <p key={flag}>
          <span className="tag tag-odd">
            <Icon name="warning" size={12} /> {label}
          </span>{' '}
          {why}
        </p>
      ))}
      {there || own ? (
        <dl className="pairs notes-doubts">
          {there ? (
            <div data-wide>
              <dt>{t('detail.existence')}</dt>
              <dd>
                {t('detail.confidence', {
                  words: t(`detail.existence.${there}`),
                  value: format.number(track.existence, 2),
                })}
              </dd>
            </div>
          ) : null}
          {own ? (
            <div data-wide>
              <dt>{t('detail.ownNumber')}</dt>
              <dd>
                {t('detail.confidence', {
                  words: t(`detail.ownNumber.${own}`),
                  value: format.number(track.identityProbability, 2),
                })}
              </dd>
            </div>
          ) : null}
        </dl>
      ) : null}
    </section>
  );
}
