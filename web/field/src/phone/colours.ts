import { Store } from './store.ts';

/** For the sun, or for the night. */
export type Colours = 'light' | 'dark';

const remembered = 'fourfold.field.colours';

function recall(): Colours {
  try {
    return localStorage.getItem(remembered) === 'dark' ? 'dark' : 'light';
  } catch {
    // A browser that keeps nothing is for the sun.
    return 'light';
  }
}

export const colours = new Store<{ chosen: Colours }>({ chosen: recall() });

/** Puts them on the page, and on what the phone draws around it. */
export function applyColours(chosen: Colours): void {
  const page = document.documentElement;
  page.dataset.theme = chosen;
  const ground = getComputedStyle(page).getPropertyValue('--bg0').trim();
  for (const [name, content] of [
    ['color-scheme', chosen],
    ['theme-color', ground],
  ] as const)
    document.querySelector(`meta[name="${name}"]`)?.setAttribute('content', content);
}

export function chooseColours(chosen: Colours): void {
  colours.set({ chosen });
  applyColours(chosen);
  try {
    localStorage.setItem(remembered, chosen);
  } catch {
    // They hold until the page is closed.
  }
}
