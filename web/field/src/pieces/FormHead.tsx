import { answerAt, type FormItem, type FormSpec, hasAnswer, type Looked, shownIn } from '@fourfold/forms';
import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { useTitleOf } from '../pages/FormsPage.tsx';

/** Steps that a narrow phone can still tell apart. */
const stepsAtMost = 24;

export interface Progress {
  /** Questions that are asked as the form stands. */
  asked: number;
  answered: number;
}

/** How far a form has come; what is worked out by itself is no question. */
export function progressOf(spec: FormSpec, looked: Pick<Looked, 'answers' | 'hidden'>): Progress {
  const questions = shownIn(spec.items, looked).filter(
    ({ item }) => hasAnswer(item) && !item.calculate && !item.readOnly,
  );
  const isAnswered = (path: string) => {
    const answer = answerAt(looked.answers, path);
    return Array.isArray(answer) ? answer.length > 0 : answer !== undefined;
  };
  return { asked: questions.length, answered: questions.filter(({ path }) => isAnswered(path)).length };
}

/** One step a question; of a long form, one for some of them. */
export function Steps({ asked, answered }: Progress) {
  const { t } = useI18n();
  const count = Math.min(asked, stepsAtMost);
  const done = asked === 0 ? 0 : Math.floor((answered * count) / asked);
  return (
    <div
      className="form-steps"
      role="progressbar"
      aria-label={t('forms.progress', { answered, asked })}
      aria-valuemin={0}
      aria-valuemax={asked}
      aria-valuenow={answered}
    >
      {Array.from({ length: count }, (_, step) => `step ${step}`).map((key, step) => (
        <i key={key} data-done={step < done || undefined} />
      ))}
    </div>
  );
}

export interface FormPromise {
  /** What it is for, each once. */
  purposes: FormItem['label'][];
  /** The longest time that any of it is kept; null where none is named. */
  days: number | null;
  /** Some of it is sealed. */
  sealed: boolean;
}

/** What a form promises to who answers it; null when it asks nothing of a person. */
export function promisedBy(items: readonly FormItem[]): FormPromise | null {
  const all = (inside: readonly FormItem[]): FormItem[] => inside.flatMap((one) => [one, ...all(one.items ?? [])]);
  const told = all(items).flatMap(({ personal }) => (personal && personal.sensitivity !== 'none' ? [personal] : []));
  if (told.length === 0) return null;
  const purposes = new Map(told.flatMap(({ purpose }) => (purpose ? [[purpose.zh, purpose] as const] : [])));
  const days = told.flatMap(({ retentionDays }) => (retentionDays ? [retentionDays] : []));
  return {
    purposes: [...purposes.values()],
    days: days.length > 0 ? Math.max(...days) : null,
    sealed: told.some(({ sensitivity }) => sensitivity === 'sensitive'),
  };
}

/** Said before anything is asked: what it is for, who sees it, how long. */
export function Promised({ items }: { items: readonly FormItem[] }) {
  const { t, language } = useI18n();
  const titleOf = useTitleOf();
  const promised = promisedBy(items);
  if (!promised) return null;
  const purposes = promised.purposes.map(titleOf).join(t('list.comma'));
  const lines = [
    purposes ? t('forms.for', { purposes }) : t('forms.tellFirst'),
    promised.days ? t('forms.keptDays', { days: promised.days }) : null,
    t('forms.whoSees'),
    promised.sealed ? t('forms.sealed') : null,
  ];
  return (
    <p className="form-promise said">
      <Icon name="lock" size={22} />
      <span>{lines.filter(Boolean).join(language === 'zh' ? '' : ' ')}</span>
    </p>
  );
}
