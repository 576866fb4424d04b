import type { TrackDossier } from '@fourfold/api';
import { Dot } from '@fourfold/ui';
import type { ReactNode } from 'react';
import { useNow } from '../../data/live.ts';
import { known, useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';
import { agedSources } from './sources.ts';

/** Doubt of a position under this is that of any receiver, metres. */
const telling = 50;

/** Who it says it is and where it says it goes. */
export function Identity({ track }: { track: TrackDossier }) {
  const { t, format } = useI18n();
  const say = useWords();
  const status = track.navigationStatus;
  const statusKey = status === null || status === undefined ? null : known(`navigation.${status}`);
  const { voyage, dimensions } = track;
  return (
    <section className="block">
      <header className="block-head">
        <h3>{t('detail.identity')}</h3>
      </header>
      <dl className="pairs">
        <Pair label={t('detail.mmsi')}>{track.mmsi}</Pair>
        <Pair label={t('detail.callSign')}>{track.callSign}</Pair>
        <Pair label={t('detail.imo')}>{track.imo}</Pair>
        <Pair label={t('detail.class')}>{classWord(t, track.shipClass)}</Pair>
        <Pair label={t('detail.flag')}>{track.flag}</Pair>
        <Pair label={t('detail.status')}>{statusKey ? t(statusKey as 'navigation.0') : status}</Pair>
        <Pair label={t('detail.destination')}>{voyage?.destination}</Pair>
        <Pair label={t('detail.eta')}>{voyage?.etaUtc ? format.dayTime(voyage.etaUtc) : null}</Pair>
        <Pair label={t('detail.draught')}>
          {voyage?.draughtMetres ? `${format.number(voyage.draughtMetres, 1)} ${t('unit.metres')}` : null}
        </Pair>
        <Pair label={t('detail.size')}>
          {dimensions?.lengthMetres && dimensions.beamMetres
            ? `${format.number(dimensions.lengthMetres)} × ${format.number(dimensions.beamMetres)} ${t('unit.metres')}`
            : null}
        </Pair>
        <Pair wide label={t('detail.position')}>
          {say.position(track.position.latitude, track.position.longitude)}
        </Pair>
        {track.doubt.majorMetres >= telling ? (
          <Pair wide label={t('detail.doubt')}>
            {t('detail.doubtValue', {
              major: say.distance(track.doubt.majorMetres),
              minor: say.distance(track.doubt.minorMetres),
            })}
          </Pair>
        ) : null}
        <Pair label={t('detail.firstSeen')}>{format.dayTime(track.firstSeenAt)}</Pair>
      </dl>
    </section>
  );
}

export function classWord(t: ReturnType<typeof useI18n>['t'], shipClass: string | null | undefined): string {
  const key = known(`class.${shipClass ?? 'unknown'}`);
  return key ? t(key as 'class.unknown') : (shipClass ?? '');
}

/** What is not known is left out, never shown as empty. */
function Pair({ label, wide = false, children }: { label: string; wide?: boolean; children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === 0) return null;
  return (
    <div data-wide={wide}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A vessel at rest reports every three minutes, one under way every few seconds; a radar looks again each turn. */
const patience = { atRest: { fresh: 400, old: 900 }, underWay: { fresh: 60, old: 180 }, radar: { fresh: 15, old: 60 } };
const restingStatuses: readonly unknown[] = [1, 5, 6];

export function ageTone(track: Pick<TrackDossier, 'navigationStatus'>, ageSeconds: number): 'ok' | 'l2' | 'l1' {
  const { fresh, old } = restingStatuses.includes(track.navigationStatus) ? patience.atRest : patience.underWay;
  return ageSeconds < fresh ? 'ok' : ageSeconds < old ? 'l2' : 'l1';
}

/** A radar's word is old within a minute, whatever the vessel does. */
export function sourceTone(track: Pick<TrackDossier, 'navigationStatus'>, feed: TrackDossier['feeds'][number]) {
  if (feed.kind === 'ais' || feed.kind === 'own-unit') return ageTone(track, feed.ageSeconds);
  const { fresh, old } = patience.radar;
  return feed.ageSeconds < fresh ? 'ok' : feed.ageSeconds < old ? 'l2' : 'l1';
}

/** What measures it, and how long ago each did: the newest first. */
export function Sources({ track, toldAt }: { track: TrackDossier; toldAt: number }) {
  const { t } = useI18n();
  const say = useWords();
  const now = useNow();
  return (
    <section className="block">
      <header className="block-head">
        <h3>{t('detail.sources')}</h3>
        <span className="t3">{t(`source.${track.source}`)}</span>
      </header>
      {track.feeds.length === 0 ? <p className="t3">{t('detail.noSources')}</p> : null}
      <ul className="sources">
        {agedSources(track.feeds, now - toldAt).map((feed) => {
          const tone = sourceTone(track, feed);
          return (
            <li key={`${feed.id} ${feed.kind} ${feed.sensorId}`}>
              <span data-tone={tone}>
                <Dot tone={tone} />
              </span>
              {t('kind.of', { kind: t(`kind.${feed.kind}`), name: feed.sensorName ?? feed.name })}
              <span className="t2">{t('span.ago', { span: say.span(feed.ageSeconds * 1000) })}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
