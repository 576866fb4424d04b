import type { FormFault, FormText } from '@fourfold/forms';
import { formMessages } from '@fourfold/forms/words';
import { fill, type Message } from '@fourfold/i18n';
import { useMemo } from 'react';
import { useI18n } from '../../i18n.ts';

/** Sentences about forms: they come with the pages of forms, not with the console. */
export function useFormWords() {
  const { language, t } = useI18n();
  return useMemo(() => {
    const messages: Readonly<Record<string, Message>> = formMessages[language];
    const sentence = (kind: 'fault' | 'note', { code, detail }: FormFault) =>
      fill(language, messages[`form.${kind}.${code}`] ?? code, { detail: detail ?? '' });
    return {
      /** A form's own text in the language of the page, or in the other when that is all there is. */
      say: (text: FormText | null | undefined): string =>
        text ? text[language].trim() || text[language === 'zh' ? 'en' : 'zh'] : '',
      note: (note: FormFault) => sentence('note', note),
      fault: (fault: FormFault): string => {
        const said = sentence('fault', fault);
        return fault.column ? t('forms.faultAt', { column: fault.column, what: said }) : said;
      },
    };
  }, [language, t]);
}
