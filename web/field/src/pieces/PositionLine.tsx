import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import type { Locating, Own } from '../phone/own.ts';

/** Where the record will say it was made, how sure that is, and a way to try again. */
export function PositionLine({ own, state, locate }: { own: Own | null; state: Locating; locate(): void }) {
  const { t, format } = useI18n();
  const text = own
    ? `${own.position.latitude.toFixed(5)}, ${own.position.longitude.toFixed(5)}`
    : state === 'asking'
      ? t('map.locating')
      : t('report.noPosition');
  return (
    <section className="line" aria-label={t('report.position')}>
      <Icon name="pin" size={22} />
      <span className="line-text" role="status">
        {text}{' '}
        {own ? <small>{t('report.accuracy', { metres: format.number(Math.round(own.accuracyMetres)) })}</small> : null}
      </span>
      <button type="button" className="link" onClick={locate}>
        {t(own ? 'report.relocate' : 'map.locate')}
      </button>
    </section>
  );
}
