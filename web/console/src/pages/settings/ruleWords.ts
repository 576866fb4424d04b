import type { RuleParameter } from '@fourfold/api';
import { known, useI18n } from '../../i18n.ts';
import { useWords } from '../../words.ts';

/** A rule, its numbers and their units in words. */
export function useRuleWords() {
  const { t } = useI18n();
  const say = useWords();
  return {
    name: (code: string) => {
      const key = known(`rule.name.${code}`);
      return key && code !== 'other' ? t(key as 'rule.name.zone-entry') : t('rule.name.other', { code });
    },
    /** The unit as it is read beside a field; nothing for a bare number. */
    unit: (unit: RuleParameter['unit']): string | undefined => {
      switch (unit) {
        case 's':
          return t('unit.seconds');
        case 'm':
          return t('unit.metres');
        case 'kn':
          return t('unit.knots');
        default:
          return !unit || unit === '1' || unit === 'count' ? undefined : unit;
      }
    },
    /** What the rule looks for, in a sentence; null when there is none. */
    about: (code: string) => {
      const key = known(`rule.about.${code}`);
      return key ? t(key as 'rule.about.zone-entry') : null;
    },
    /** Rules may use one name for things of their own: "after how long" of an entry is not that of an echo. */
    parameter: (code: string, name: string) => {
      const key = known(`param.${code}.${name}`) ?? known(`param.${name}`);
      return key ? t(key as 'param.floorSeconds') : name;
    },
    value: (value: number | undefined, unit: RuleParameter['unit']) =>
      value === undefined
        ? t('detail.none')
        : unit === 'flag'
          ? t(value ? 'rule.on' : 'rule.no')
          : say.quantity(value, unit),
  };
}
