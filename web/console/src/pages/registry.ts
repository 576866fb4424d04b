import type { IconName } from '@fourfold/ui';
import { type ComponentType, lazy } from 'react';
import type { MessageKey } from '../i18n.ts';

export interface Page {
  /** The page answers to this path and everything below it; the longest that fits wins. */
  path: string;
  title: Extract<MessageKey, `page.${string}`>;
  icon: IconName;
  /** Where it stands in the rail; absent for pages reached from others. */
  rail?: 'top' | 'bottom';
  /** Without it the page is not offered, and says why when it is opened all the same. */
  permission?: string;
  /** Whether the area scope in the top bar narrows it. */
  scoped?: boolean;
  content: ComponentType;
}

/** Every page of the console. A new one is a row here, loaded when it is first opened. */
export const pages: readonly Page[] = [
  {
    path: '/sea',
    title: 'page.sea',
    icon: 'sea',
    rail: 'top',
    permission: 'picture.read',
    scoped: true,
    content: lazy(() => import('./sea/SeaPage.tsx')),
  },
  {
    path: '/cases',
    title: 'page.cases',
    icon: 'folder',
    rail: 'top',
    permission: 'cases.read',
    content: lazy(() => import('./cases/CasesPage.tsx')),
  },
  {
    path: '/settings',
    title: 'page.settings',
    icon: 'gear',
    rail: 'bottom',
    content: lazy(() => import('./settings/SettingsPage.tsx')),
  },
];

/** `/` is the sea. */
export function pageOf(path: string): Page | undefined {
  const at = path === '/' ? '/sea' : path;
  return pages
    .filter((page) => at === page.path || at.startsWith(`${page.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
