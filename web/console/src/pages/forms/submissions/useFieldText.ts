import type { FormSpec } from '@fourfold/forms';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import { fieldAt } from './answers.ts';
import { residentPath } from './data.ts';

/** A field as people name it, by its pointer; the pointer itself where the form does not know it, or beside it in a round. */
export function useFieldText(): (spec: FormSpec | undefined, path: string) => string {
  const { t } = useI18n();
  const words = useFormWords();
  return (spec, path) => {
    if (path === residentPath) return t('forms.residentContact');
    const label = spec ? words.say(fieldAt(spec, path)?.label) : '';
    return `${label || path}${label && /\/\d+\//.test(path) ? ` ${path}` : ''}`;
  };
}
