import type { Alert, TrackDossier } from '@fourfold/api';
import { Fact, Icon, LevelBadge, Skeleton, StateCard } from '@fourfold/ui';
import { useAlert } from '../../data/alerts.ts';
import { useNow } from '../../data/live.ts';
import { useTrack } from '../../data/sea.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';
import { Actions, type ActionsProps } from './Actions.tsx';
import { ageTone, Identity, Sources } from './Identity.tsx';
import { vesselName } from './mapLayers.ts';
import { Notes } from './Notes.tsx';
import { Reasons } from './Reasons.tsx';
import { Similar } from './Similar.tsx';
import { SpeedTrail } from './SpeedTrail.tsx';
import type { Selection } from './selection.ts';

export interface DossierProps extends Omit<ActionsProps, 'alert'> {
  selection: Selection;
  onClose(): void;
}

/** Everything about the chosen alert or vessel: one decision, argued with numbers. */
export function Dossier({ selection, onClose, ...actions }: DossierProps) {
  const { t } = useI18n();
  const may = useMay();
  const { data: alert } = useAlert(selection.alertId, selection.selected);
  const trackId = selection.alertId === null ? selection.trackId : (alert?.trackId ?? selection.trackId);
  const { data: track, isError: gone, isPending, dataUpdatedAt } = useTrack(trackId);
  const waiting = selection.alertId === null ? isPending : !alert;
  return (
    <aside className="dossier" aria-label={t('detail.label')}>
      {waiting && !gone ? <Skeleton label={t('detail.loading')} rows={5} /> : null}
      {alert || track ? <Head alert={alert} track={track} onClose={onClose} /> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className="dossier-body" tabIndex={0}>
        {gone ? (
          alert ? (
            <p className="hint pad">{t('detail.gone')}</p>
          ) : (
            <StateCard icon="search" title={t('detail.gone')} />
          )
        ) : null}
        {track ? <Notes track={track} /> : null}
        {alert ? <Reasons alert={alert} /> : null}
        {alert && may('cases.read') ? <Similar alert={alert} /> : null}
        {track ? <SpeedTrail track={track} alert={alert} /> : null}
        {track ? <Identity track={track} /> : null}
        {track ? <Sources track={track} toldAt={dataUpdatedAt} /> : null}
      </div>
      {alert ? <Actions alert={alert} {...actions} /> : null}
    </aside>
  );
}

/** Of a track that is gone only the alert is left, and what it was doing is not known any more. */
const underWay = { navigationStatus: null };

interface HeadProps {
  alert: Alert | undefined;
  track: TrackDossier | undefined;
  onClose(): void;
}

function Head({ alert, track, onClose }: HeadProps) {
  const { t, format } = useI18n();
  const say = useWords();
  const now = useNow();
  const name = track ? vesselName(t, track) : t('alert.unnamed');
  const source = track?.source ?? alert?.subject.source;
  const speed = track?.speedKnots ?? alert?.speedKnots;
  const course = track?.courseDegrees ?? alert?.courseDegrees;
  const shore = track?.distanceToShoreMetres ?? alert?.distanceToShoreMetres;
  const length = track?.dimensions?.lengthMetres;
  const heardAt = track?.observedAt ?? alert?.lastAt;
  const old = heardAt !== undefined && ageTone(track ?? underWay, (now - Date.parse(heardAt)) / 1000) !== 'ok';
  return (
    <header className="dossier-head">
      <div className="dossier-title">
        {alert ? <LevelBadge level={alert.level} size={24} label={t(`level.${alert.level}`)} /> : null}
        <h2>{alert ? say.title(alert, now) : name}</h2>
        {source ? <span className="tag">{t(`source.${source}`)}</span> : null}
        <button type="button" className="bare" aria-label={t('detail.close')} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      {alert ? (
        <p className="t2 dossier-sub">
          {alert.number} · {t('detail.started', { time: format.clock(alert.startedAt) })} ·{' '}
          {t('detail.raised', { time: format.clock(alert.raisedAt) })} · {t(`alert.state.${alert.state}`)}
        </p>
      ) : null}
      <dl className="facts">
        <Fact label={t(old ? 'detail.lastSpeed' : 'detail.speed')} unit={t('unit.knots')}>
          {speed === null || speed === undefined ? t('detail.none') : format.number(speed, 1)}
        </Fact>
        <Fact label={t(old ? 'detail.lastCourse' : 'detail.course')} unit={t('unit.degrees')}>
          {course === null || course === undefined
            ? t('detail.none')
            : String(Math.round(course) % 360).padStart(3, '0')}
        </Fact>
        <Fact
          label={t(old ? 'detail.lastShore' : 'detail.shore')}
          unit={shore === null || shore === undefined ? undefined : t('unit.km')}
        >
          {shore === null || shore === undefined ? t('detail.none') : format.number(shore / 1000, 1)}
        </Fact>
        {length ? (
          <Fact label={t('detail.length')} unit={t('unit.metres')}>
            {format.number(length)}
          </Fact>
        ) : null}
        {heardAt ? (
          <Fact label={t('detail.age')} tone={old ? 'l2' : undefined}>
            {say.span(now - Date.parse(heardAt))}
          </Fact>
        ) : null}
      </dl>
    </header>
  );
}
