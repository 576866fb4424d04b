export const layerNames = ['trail', 'vectors', 'zones', 'names', 'rings', 'coverage', 'clutter'] as const;
export type LayerName = (typeof layerNames)[number];
export type Layers = Readonly<Record<LayerName, boolean>>;
export const firstLayers: Layers = {
  trail: true,
  vectors: true,
  zones: true,
  names: true,
  rings: true,
  coverage: false,
  clutter: false,
};

const key = 'fourfold.layers';

/** The layers chosen last on this device; what is new since then is as it is at first. */
export function recallLayers(): Layers {
  try {
    const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Partial<Record<string, unknown>>;
    const chosen = layerNames.map((name) => [
      name,
      typeof stored[name] === 'boolean' ? stored[name] : firstLayers[name],
    ]);
    return Object.fromEntries(chosen) as Layers;
  } catch {
    return firstLayers;
  }
}

export function rememberLayers(layers: Layers): void {
  try {
    localStorage.setItem(key, JSON.stringify(layers));
  } catch {
    // They are chosen again the next time.
  }
}
