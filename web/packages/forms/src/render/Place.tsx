import { Icon } from '@fourfold/ui';
import { useState } from 'react';
import { answerAt } from '../filling/answers.ts';
import { type Place, useFilling, useFormWords } from './context.ts';
import { Question, type QuestionProps } from './Question.tsx';

/** Decimals of a degree: about a metre. */
const decimals = 5;

export function PlaceQuestion(props: QuestionProps) {
  const { path } = props;
  const { t, format } = useFormWords();
  const { looked, answer, host, touch } = useFilling();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const given = answerAt(looked.answers, path) as Place | undefined;
  const locate = async () => {
    setState('asking');
    const place = await host.locate().catch(() => null);
    setState(place ? 'idle' : 'failed');
    if (place) answer(path, place);
    touch(path);
  };
  return (
    <Question {...props} several="group">
      {() => (
        <>
          <p className="form-place" role="status">
            {state === 'asking' ? t('fill.locating') : null}
            {state === 'failed' ? t('fill.noPosition') : null}
            {given && state === 'idle' ? (
              <>
                <Icon name="pin" size={20} /> {given.latitude.toFixed(decimals)}, {given.longitude.toFixed(decimals)}{' '}
                {given.accuracyMetres === undefined ? null : (
                  <small>{t('fill.accuracy', { metres: format.number(Math.round(given.accuracyMetres)) })}</small>
                )}
              </>
            ) : null}
          </p>
          <span className="form-row">
            <button type="button" className="form-button" disabled={state === 'asking'} onClick={() => void locate()}>
              <Icon name="pin" size={20} />
              {t(given ? 'fill.locateAgain' : 'fill.locate')}
            </button>
            {given && !props.item.required ? (
              <button type="button" className="form-link" onClick={() => answer(path, undefined)}>
                {t('fill.clear')}
              </button>
            ) : null}
          </span>
        </>
      )}
    </Question>
  );
}
