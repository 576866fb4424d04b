import { Icon } from '@fourfold/ui';
import { useEffect, useState } from 'react';
import { answerAt } from '../filling/answers.ts';
import { useFilling, useFormWords } from './context.ts';
import { Question, type QuestionProps } from './Question.tsx';

/** A photo or a video: kept the moment it is taken, its name is the answer. */
export function MediaQuestion(props: QuestionProps) {
  const { item, path } = props;
  const kind = item.type === 'video' ? 'video' : 'photo';
  const { t, say } = useFormWords();
  const { looked, answer, host, touch } = useFilling();
  const [state, setState] = useState<{ busy: boolean; wrong: string | null }>({ busy: false, wrong: null });
  const given = answerAt(looked.answers, path);
  const name = typeof given === 'string' ? given : undefined;
  const label = say(item.label);
  const take = async (input: HTMLInputElement) => {
    const [file] = Array.from(input.files ?? []);
    input.value = '';
    if (!file) return;
    setState({ busy: true, wrong: null });
    const kept = await host.keep(file, kind, item.personal?.sensitivity === 'sensitive');
    setState({ busy: false, wrong: 'wrong' in kept ? kept.wrong : null });
    touch(path);
    if ('wrong' in kept) return;
    if (name) host.forget(name);
    answer(path, kept.name);
  };
  const drop = () => {
    if (name) host.forget(name);
    answer(path, undefined);
  };
  return (
    <Question {...props} several="group">
      {(described) => (
        <>
          <Shown name={name} kind={kind} label={label} />
          <span className="form-row">
            <label className="form-button" htmlFor={described.id}>
              <Icon name={kind === 'video' ? 'video' : 'camera'} size={22} />
              <span>{wordOf(state.busy, kind, name !== undefined, t)}</span>
              <input
                id={described.id}
                type="file"
                className="form-file"
                accept={kind === 'video' ? 'video/*' : 'image/*'}
                capture="environment"
                disabled={state.busy}
                onChange={(event) => void take(event.target)}
              />
            </label>
            {name ? (
              <button type="button" className="form-link" aria-label={t('fill.clearOf', { label })} onClick={drop}>
                {t('fill.clear')}
              </button>
            ) : null}
          </span>
          <p className="form-fault" role="alert">
            {state.wrong}
          </p>
        </>
      )}
    </Question>
  );
}

function wordOf(
  busy: boolean,
  kind: 'photo' | 'video',
  again: boolean,
  t: ReturnType<typeof useFormWords>['t'],
): string {
  if (busy) return t('fill.keeping');
  if (kind === 'video') return t(again ? 'fill.videoAgain' : 'fill.video');
  return t(again ? 'fill.photoAgain' : 'fill.photo');
}

function Shown({ name, kind, label }: { name: string | undefined; kind: 'photo' | 'video'; label: string }) {
  const { t } = useFormWords();
  const url = useKept(name);
  if (!url) return null;
  if (kind === 'photo') return <img className="form-media" src={url} alt={t('fill.photoOf', { label })} />;
  return (
    <video className="form-media" src={url} aria-label={t('fill.videoOf', { label })} controls muted playsInline />
  );
}

/** An address of what was kept under a name, for as long as it is shown. */
function useKept(name: string | undefined): string | undefined {
  const { host } = useFilling();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    setUrl(undefined);
    if (name === undefined) return;
    let made = '';
    let gone = false;
    void host.recall(name).then((blob) => {
      if (gone || !blob) return;
      made = URL.createObjectURL(blob);
      setUrl(made);
    });
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [host, name]);
  return url;
}
