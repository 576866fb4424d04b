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
    path: '/grids',
    title: 'page.grids',
    icon: 'grid',
    rail: 'top',
    permission: 'grids.read',
    content: lazy(() => import('./grids/GridsPage.tsx')),
  },
  {
    path: '/patrols',
    title: 'page.patrols',
    icon: 'walk',
    rail: 'top',
    permission: 'patrols.write',
    content: lazy(() => import('./patrols/PatrolsPage.tsx')),
  },
  {
    path: '/ledgers',
    title: 'page.ledgers',
    icon: 'book',
    rail: 'top',
    permission: 'cases.read',
    scoped: true,
    content: lazy(() => import('./ledgers/LedgersPage.tsx')),
  },
  {
    path: '/forms',
    title: 'page.forms',
    icon: 'table',
    rail: 'top',
    permission: 'forms.read',
    content: lazy(() => import('./forms/FormsPage.tsx')),
  },
  {
    path: '/notices',
    title: 'page.notices',
    icon: 'bell',
    rail: 'top',
    permission: 'notices.write',
    content: lazy(() => import('./notices/NoticesPage.tsx')),
  },
  {
    path: '/settings',
    title: 'page.settings',
    icon: 'gear',
    rail: 'bottom',
    content: lazy(() => import('./settings/SettingsPage.tsx')),
  },
];

/** The page of a path; `/` is the first of the rail that this person may open. */
export function pageOf(path: string, may: (permission: string) => boolean): Page | undefined {
  if (path === '/') {
    return pages.find((page) => page.rail && (!page.permission || may(page.permission))) ?? pages[0];
  }
  return pages
    .filter((page) => path === page.path || path.startsWith(`${page.path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0];
}
