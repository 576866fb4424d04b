import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import type { Locating, Own } from '../phone/own.ts';
import { useHere } from './here.ts';

/** Where the record will say it was made, how sure that is, and a way to try again. */
export function PositionLine(props: { own: Own | null; state: Locating; locate(): void }) {
  const { t } = useI18n();
  const { text, beside } = useHere(props);
  return (
    <section className="line" aria-label={t('report.position')}>
      <Icon name="pin" size={22} />
      <span className="line-text" role="status">
        {text} {beside ? <small>{beside}</small> : null}
      </span>
      {props.state === 'denied' ? null : (
        <button type="button" className="link" onClick={props.locate}>
          {t(beside ? 'report.relocate' : 'map.locate')}
        </button>
      )}
    </section>
  );
}
