import type { Alert, TrackDossier } from '@fourfold/api';
import { useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';

const width = 400;
const height = 56;

/** Speed over the trail; a reason's threshold in knots is the dashed line. */
export function SpeedTrail({ track, alert }: { track: TrackDossier; alert: Alert | undefined }) {
  const { t, format } = useI18n();
  const say = useWords();
  const points = track.trail.filter((point) => point.speedKnots !== null && point.speedKnots !== undefined);
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || points.length < 3) return null;
  const from = Date.parse(first.at);
  const lasts = Math.max(1, Date.parse(last.at) - from);
  const threshold = alert?.reasons.find((reason) => reason.unit === 'kn' && reason.threshold)?.threshold ?? null;
  const top = Math.max(5, threshold ?? 0, ...points.map((point) => point.speedKnots ?? 0)) * 1.1;
  const y = (knots: number) => height - (knots / top) * (height - 4) - 2;
  const line = points
    .map((point, i) => {
      const x = ((Date.parse(point.at) - from) / lasts) * width;
      return `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y(point.speedKnots ?? 0).toFixed(1)}`;
    })
    .join('');
  const peak = Math.max(...points.map((point) => point.speedKnots ?? 0));
  return (
    <section className="block">
      <header className="block-head">
        <h3>{t('detail.speedTrail', { span: say.span(lasts) })}</h3>
        <span className="t3">
          {threshold === null ? null : `${t('detail.threshold', { value: say.quantity(threshold, 'kn') })} · `}≤{' '}
          {say.quantity(peak, 'kn')}
        </span>
      </header>
      <svg className="spark" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {threshold === null ? null : (
          <line x1={0} x2={width} y1={y(threshold)} y2={y(threshold)} className="spark-limit" />
        )}
        <path d={line} className="spark-line" />
      </svg>
      <p className="spark-ends t3">
        <span>{format.time(first.at)}</span>
        <span>{format.time(last.at)}</span>
      </p>
    </section>
  );
}
