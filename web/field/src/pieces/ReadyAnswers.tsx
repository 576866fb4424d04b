import { client } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useState } from 'react';
import { useI18n } from '../i18n.ts';
import { soon } from '../phone/ask.ts';
import { useMe, useOnline, usePhone } from '../phone/context.tsx';
import { learnReadyAnswers, useReadyAnswers } from '../phone/inbox.ts';
import { BigButton } from './BigButton.tsx';

const shipped = ['received', 'come', 'reported', 'done', 'office', 'call'] as const;

export interface ReadyAnswersProps {
  /** What is written now: it can be kept. */
  text: string;
  onChoose(text: string): void;
}

/** Words said often: those that come with the app, and the unit's own. */
export function ReadyAnswers({ text, onChoose }: ReadyAnswersProps) {
  const { t } = useI18n();
  const phone = usePhone();
  const owner = useMe().person.id;
  const own = useReadyAnswers();
  const online = useOnline();
  const [said, setSaid] = useState<'question.kept' | 'question.notKept'>();
  const [open, setOpen] = useState(false);
  // Back to what was chosen, so that it can be read and sent.
  const choose = (chosen: string) => {
    onChoose(chosen);
    setOpen(false);
  };
  const ours = shipped.map((name) => t(`ready.${name}`));
  const known = new Set([...ours, ...own.map((one) => one.text)]);
  const change = async (request: () => Promise<unknown>, then?: 'question.kept') => {
    try {
      await request();
      await learnReadyAnswers(phone.db, owner);
      setSaid(then);
    } catch (error) {
      console.error(error);
      setSaid('question.notKept');
    }
  };
  const keep = () => change(() => client.POST('/ready-answers', { body: { text }, ...soon() }), 'question.kept');
  const remove = (id: string) =>
    change(() => client.DELETE('/ready-answers/{id}', { params: { path: { id } }, ...soon() }));
  return (
    <details className="done" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" size={20} />
        {t('question.ready')}
      </summary>
      <ul className="rows">
        {[...own, ...ours.map((words) => ({ id: '', text: words }))].map((one) => (
          <li key={one.id || one.text} className="ready">
            <button type="button" className="row" onClick={() => choose(one.text)}>
              {one.text}
            </button>
            {one.id && online ? (
              <button
                type="button"
                className="icon-button"
                aria-label={t('question.removeReady', { text: one.text })}
                onClick={() => void remove(one.id)}
              >
                <Icon name="close" size={22} />
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {text && online && !known.has(text) ? (
        <BigButton className="small" icon="plus" onClick={() => void keep()}>
          {t('question.keepReady')}
        </BigButton>
      ) : null}
      <p className="under" role="status">
        {said ? t(said) : null}
      </p>
    </details>
  );
}
