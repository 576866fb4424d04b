import { isProblem } from '@fourfold/api';
import { fill } from '@fourfold/i18n';
import { catalogues, useI18n } from '../i18n.ts';

/** The translated sentence for what went wrong; a code without one is shown as it is. */
export function useProblemText(): (error: unknown) => string {
  const { language, t } = useI18n();
  return (error) => {
    const code = isProblem(error) ? error.code : 'unknown';
    const messages: Readonly<Record<string, (typeof catalogues.zh)[keyof typeof catalogues.zh] | undefined>> =
      catalogues[language] as never;
    const message = messages[`problem.${code}`];
    if (!message || code === 'unknown') {
      return t('problem.unknown', { code: isProblem(error) ? code : String(error) });
    }
    const values = isProblem(error) ? error.parameters : {};
    return fill(language, message, Object.fromEntries(Object.entries(values).map(([k, v]) => [k, String(v)])));
  };
}
