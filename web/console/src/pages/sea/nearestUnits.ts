import type { RoutingAnswer } from '@fourfold/api';

type Near = Pick<RoutingAnswer['candidates'][number], 'unit' | 'distanceMetres' | 'why'>;

/** The unit whose place it is, then the others as they come, each once. */
export function nearestUnits({ chosen, why, candidates }: RoutingAnswer): Near[] {
  if (!chosen) return candidates;
  const distance = why.parameters?.distanceMetres;
  const first = candidates.find(({ unit }) => unit.id === chosen.id) ?? {
    unit: chosen,
    why,
    distanceMetres: typeof distance === 'number' ? distance : null,
  };
  const others = candidates.filter(({ unit }) => unit.id !== chosen.id);
  return [first, ...others.sort((a, b) => (a.distanceMetres ?? Infinity) - (b.distanceMetres ?? Infinity))];
}
