import type { FormSchema, FormSpec } from '@fourfold/forms';
import { type Given, localNow, look, newAnswers, withAnswer } from '@fourfold/forms';
import { FormView, type Host } from '@fourfold/forms/render';
import type { Language } from '@fourfold/i18n';
import { Button, Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import { useNow } from '../../../data/live.ts';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';

interface Checked {
  spec: FormSpec;
  schema: FormSchema | null;
}

export interface PreviewProps {
  /** The form as it was checked last. */
  checked: Checked | null;
  isCurrent: boolean;
}

/** A place that everybody takes for what it is: the sea north of the island. */
const somewhere = { latitude: 20.2, longitude: 110.3, accuracyMetres: 8 };

/** The form as a phone draws and judges it, by the very same code. */
export function Preview({ checked, isCurrent }: PreviewProps) {
  const { t, language } = useI18n();
  const [shown, setShown] = useState<Language>(language);
  const [colours, setColours] = useState<'light' | 'dark'>('light');
  const [round, setRound] = useState(0);
  const form = useLastGood(checked);
  return (
    <section className="forms-preview" aria-labelledby="form-preview">
      <h2 id="form-preview">{t('forms.preview')}</h2>
      <p className="row">
        <Segmented<Language>
          aria-label={t('shell.language')}
          size="small"
          value={shown}
          onChange={setShown}
          options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`forms.language.${value}`) }))}
        />
        <Segmented<'light' | 'dark'>
          aria-label={t('forms.colours')}
          size="small"
          value={colours}
          onChange={setColours}
          options={(['light', 'dark'] as const).map((value) => ({ value, label: t(`shell.theme.${value}`) }))}
        />
        <Button size="small" onClick={() => setRound((before) => before + 1)}>
          {t('forms.emptyAgain')}
        </Button>
      </p>
      <p className="hint" role="status">
        {isCurrent ? null : t(form ? 'forms.previewStale' : 'forms.previewEmpty')}
      </p>
      <div className="forms-phone" data-theme={colours}>
        {form ? <Filled key={round} {...form} language={shown} /> : null}
      </div>
    </section>
  );
}

/** While the form has faults, the phone shows it as it was before them. */
function useLastGood(checked: Checked | null): { spec: FormSpec; schema: FormSchema } | null {
  const [good, setGood] = useState<{ spec: FormSpec; schema: FormSchema } | null>(null);
  if (checked?.schema && checked.schema !== good?.schema) setGood({ spec: checked.spec, schema: checked.schema });
  return good;
}

function Filled({ spec, schema, language }: { spec: FormSpec; schema: FormSchema; language: Language }) {
  const words = useFormWords();
  const now = localNow(useNow(15_000));
  const [given, setGiven] = useState<Given>(() => newAnswers(spec.items));
  const looked = useMemo(() => look(spec, schema, given, now), [spec, schema, given, now]);
  const host = useMemo(inMemory, []);
  const answer = useCallback(
    (path: string, value: unknown) => setGiven((before) => withAnswer(before, path, value)),
    [],
  );
  return (
    <>
      <h3>{words.say(spec.title)}</h3>
      <FormView {...{ spec, looked, language, host }} prefix="preview" onAnswer={answer} />
    </>
  );
}

/** A phone's storage, camera and position, for as long as the preview is open. */
function inMemory(): Host {
  const kept = new Map<string, Blob>();
  return {
    async keep(file, kind) {
      const name = `${kept.size + 1}.${kind === 'video' ? 'mp4' : 'jpg'}`;
      kept.set(name, file);
      return { name };
    },
    recall: async (name) => kept.get(name),
    forget: (name) => void kept.delete(name),
    locate: async () => somewhere,
  };
}
