import type { OutcomeCode } from '@fourfold/api';
import { Icon, type IconName } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';

type Answer = Exclude<OutcomeCode, 'partly'>;

/** What a person on the spot can say, and the result it stands for: there is no fifth. */
const answers: { result: Answer; icon: IconName; look: string }[] = [
  { result: 'confirmed', icon: 'eye', look: 'danger' },
  { result: 'refuted', icon: 'check', look: 'good' },
  { result: 'not-found', icon: 'search', look: 'plain' },
  { result: 'undetermined', icon: 'help', look: 'plain' },
];

/** Four answers for one thumb. */
export function AnswerGrid({ onAnswer }: { onAnswer(result: Answer): void }) {
  const { t } = useI18n();
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t('answer.title')}</h2>
      <div className="answers">
        {answers.map(({ result, icon, look }) => (
          <button type="button" key={result} className={`answer ${look}`} onClick={() => onAnswer(result)}>
            <Icon name={icon} size={28} />
            <span>{t(`answer.${result}`)}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
