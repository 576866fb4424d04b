import type { FeatureCollection } from 'geojson';

/** The page's families in the page's order, drawn by the browser itself: no glyph server. */
export const mapFonts = [
  'Inter Variable',
  'Noto Sans SC',
  'Noto Sans CJK SC',
  'Source Han Sans SC',
  'PingFang SC',
  'Microsoft YaHei',
  'Noto Sans SC Variable',
  'sans-serif',
];

/** The characters beyond Latin that a collection's texts are written with, each once. */
export function charactersOf(data: FeatureCollection): Set<string> {
  const characters = new Set<string>();
  for (const { properties } of data.features) {
    const text: unknown = properties?.text;
    if (typeof text !== 'string') continue;
    for (const character of text) if (character > '\u02ff') characters.add(character);
  }
  return characters;
}

/**
 * Fetches the slices of the Chinese web font that the map is about to write with.
 *
 * MapLibre draws each character once and keeps the drawing, so one drawn before its slice has come would stay an empty
 * box. A hidden line of text makes the browser fetch just what its own fonts lack: nothing at all where one is installed.
 */
export class Lettering {
  private readonly known = new Set<string>();
  private readonly line: HTMLElement;

  constructor(container: HTMLElement) {
    this.line = document.createElement('span');
    this.line.setAttribute('aria-hidden', 'true');
    this.line.style.cssText = 'position:absolute;visibility:hidden;white-space:nowrap;pointer-events:none';
    this.line.style.fontFamily = mapFonts.map((family) => (family.includes(' ') ? `"${family}"` : family)).join();
    container.append(this.line);
  }

  /** Null when all can be drawn now; else settles when it can, or when the fonts turned out not to come. */
  fetch(data: FeatureCollection): Promise<unknown> | null {
    const fresh = [...charactersOf(data)].filter((character) => !this.known.has(character));
    if (fresh.length === 0) return null;
    for (const character of fresh) this.known.add(character);
    this.line.textContent = fresh.join('');
    // Fonts are asked for at layout, so layout must have been.
    this.line.getBoundingClientRect();
    return document.fonts.status === 'loaded' ? null : document.fonts.ready;
  }
}
