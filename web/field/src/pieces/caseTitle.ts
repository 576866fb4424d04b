import type { CaseItem } from '@fourfold/api';
import { useCode, useI18n } from '../i18n.ts';

/** What a case is called: a person's words, or the code of what it came from. */
export function useCaseTitle(): (item: Pick<CaseItem, 'title' | 'number'>) => string {
  const { t } = useI18n();
  const code = useCode();
  return ({ title, number }) => {
    const { what, name, mmsi, rule, zone } = title.parameters ?? {};
    if (what) return title.text ? `${code('told', what)} · ${title.text}` : code('told', what);
    if (title.text) return title.text;
    if (!rule) return number;
    return t('case.title.alert', {
      name: name || mmsi || number,
      rule: code('case.rule', rule, { zone: zone ?? t('case.zoneUnknown') }),
    });
  };
}
