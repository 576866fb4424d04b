import type { Alert } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useSimilarCases } from '../../data/cases.ts';
import { useI18n } from '../../i18n.ts';
import { link } from '../../router.ts';
import { useCaseWords } from '../cases/words.ts';

const mostShown = 3;

/** How earlier cases of the same rule ended; nothing at all while there is none. */
export function Similar({ alert }: { alert: Alert }) {
  const { t, format } = useI18n();
  const say = useCaseWords();
  const { data: cases } = useSimilarCases(alert.rule.code, alert.caseId);
  if (!cases || cases.length === 0) return null;
  return (
    <section className="block">
      <header className="block-head">
        <h3>{t('detail.similar')}</h3>
        <span>
          <a {...link('/cases?scope=closed')}>{t('detail.similarAll')}</a>
        </span>
      </header>
      <ul className="similar">
        {cases.slice(0, mostShown).map((one) => (
          <li key={one.id}>
            <span className="t3">{format.dayTime(one.openedAt)}</span>
            <a {...link(`/cases/${one.id}`)}>{say.title(one)}</a>
            {one.outcome ? (
              <span data-tone={one.outcome === 'confirmed' ? 'ok' : undefined}>
                <Icon name={one.outcome === 'confirmed' ? 'check' : 'minus'} size={14} /> {t(`outcome.${one.outcome}`)}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
