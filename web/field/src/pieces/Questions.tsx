import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import type { ShownQuestion } from '../phone/inbox.ts';
import { path } from '../router.ts';

/** More of them are in the inbox. */
const shownAtMost = 3;

/** Residents who wait for an answer, one line each. */
export function Questions({ waiting }: { waiting: ShownQuestion[] }) {
  const { t, format } = useI18n();
  if (waiting.length === 0) return null;
  const more = waiting.length - shownAtMost;
  return (
    <ul className="rows" aria-label={t('inbox.waiting')}>
      {waiting.slice(0, shownAtMost).map(({ id, lines, gridName, lastAt }) => (
        <li key={id}>
          <a className="row" href={path({ page: 'question', id })}>
            <span className="kind">
              <Icon name="reply" size={24} />
            </span>
            <span className="row-title">
              <strong>{t('today.answer', { text: lines.findLast(({ byResident }) => byResident)?.text ?? '' })}</strong>
              <small>{[gridName, t('today.asked', { time: format.dayTime(lastAt) })].join(' · ')}</small>
            </span>
          </a>
        </li>
      ))}
      {more > 0 ? (
        <li>
          <a className="link" href={path({ page: 'inbox' })}>
            {t('today.moreQuestions', { count: more })}
          </a>
        </li>
      ) : null}
    </ul>
  );
}
