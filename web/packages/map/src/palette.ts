/** The map's colours, read from the tokens so that they are written down once. */
export interface Palette {
  sea: string;
  belt: string;
  land: string;
  coast: string;
  t1: string;
  t2: string;
  t3: string;
  ground: string;
  accent: string;
  vessel: string;
  ok: string;
  levels: readonly [string, string, string, string];
}

/** @param element an element below the `data-theme` that counts */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    sea: token('sea'),
    belt: token('belt'),
    land: token('land'),
    coast: token('coast'),
    t1: token('t1'),
    t2: token('t2'),
    t3: token('t3'),
    ground: token('bg1'),
    accent: token('accent'),
    vessel: token('vessel'),
    ok: token('ok'),
    levels: [token('l1'), token('l2'), token('l3'), token('l4')],
  };
}

/** `#rrggbb` → red, green, blue from 0 to 1; black for anything else. */
export function rgb(hex: string): [number, number, number] {
  const value = /^#[0-9a-f]{6}$/i.test(hex) ? Number.parseInt(hex.slice(1), 16) : 0;
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}
