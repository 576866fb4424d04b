import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { isFresh, type Locating, type Own } from '../phone/own.ts';

/** Where the record will say it was made, how sure that is, and a way to try again. */
export function PositionLine({ own, state, locate }: { own: Own | null; state: Locating; locate(): void }) {
  const { t, format } = useI18n();
  const known = isFresh(own, Date.now()) ? own : null;
  const text = known
    ? `${known.position.latitude.toFixed(5)}, ${known.position.longitude.toFixed(5)}`
    : t(state === 'asking' ? 'map.locating' : state === 'denied' ? 'report.positionDenied' : 'report.noPosition');
  return (
    <section className="line" aria-label={t('report.position')}>
      <Icon name="pin" size={22} />
      <span className="line-text" role="status">
        {text}{' '}
        {known ? (
          <small>{t('report.accuracy', { metres: format.number(Math.round(known.accuracyMetres)) })}</small>
        ) : null}
      </span>
      {state === 'denied' ? null : (
        <button type="button" className="link" onClick={locate}>
          {t(known ? 'report.relocate' : 'map.locate')}
        </button>
      )}
    </section>
  );
}
