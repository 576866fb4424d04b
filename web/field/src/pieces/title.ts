import { useEffect } from 'react';
import { useI18n } from '../i18n.ts';

/** What the browser and a screen reader call the page; every page sets it, or it would bear the name of the last. */
export function useTitle(title?: string): void {
  const { t } = useI18n();
  useEffect(() => {
    document.title = [title, t('app.name')].filter(Boolean).join(' · ');
  }, [title, t]);
}
