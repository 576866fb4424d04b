import type { FormItem, FormSpec } from '@fourfold/forms';
import { useI18n } from '../../../i18n.ts';
import { useWords } from '../../../words.ts';
import { useFormWords } from '../words.ts';

/** An answer as people read it: the words of a choice, not its code. */
export function useAnswerText(): (spec: FormSpec, item: FormItem, answer: unknown) => string {
  const { t, format } = useI18n();
  const words = useFormWords();
  const { position } = useWords();
  return (spec, item, answer) => {
    if (answer === undefined || answer === null) return t('detail.none');
    const choice = (code: unknown): string => {
      const found = spec.choiceLists[item.choices ?? '']?.find((one) => one.code === code);
      return words.say(found?.label) || String(code);
    };
    switch (item.type) {
      case 'choice':
        return choice(answer);
      case 'multiChoice':
        return (Array.isArray(answer) ? answer : [answer]).map(choice).join(' · ');
      case 'boolean':
        return t(answer === true ? 'forms.yes' : 'forms.no');
      case 'dateTime':
        return format.dayTime(String(answer));
      case 'position': {
        const { latitude, longitude } = answer as { latitude: number; longitude: number };
        return position(latitude, longitude);
      }
      default:
        return typeof answer === 'object' ? JSON.stringify(answer) : String(answer);
    }
  };
}
