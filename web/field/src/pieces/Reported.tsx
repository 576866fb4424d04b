import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { useReported } from '../phone/reported.ts';
import { useCaseTitle } from './caseTitle.ts';

/** What became of what one reported, folded away until it is asked for. */
export function Reported() {
  const { t, format } = useI18n();
  const titleOf = useCaseTitle();
  const reported = useReported();
  if (reported.length === 0) return null;
  return (
    <details className="done">
      <summary>
        <Icon name="chevron" size={20} />
        {t('reported.title', { count: reported.length })}
      </summary>
      <ul className="rows">
        {reported.map((one) => (
          <li key={one.id}>
            <div className="row">
              <Icon name={one.state === 'closed' || one.state === 'archived' ? 'check' : 'clock'} size={22} />
              <span className="row-title">
                <strong>{titleOf(one)}</strong>
                <small>
                  {[
                    one.outcome ? t(`outcome.${one.outcome}`) : null,
                    t(`case.state.${one.state}`),
                    one.handledBy,
                    format.dayTime(one.reportedAt),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
