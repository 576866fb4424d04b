import type { PatrolPlan, Position } from '@fourfold/api';
import { useI18n } from '../i18n.ts';
import { useKept, useMe } from '../phone/context.tsx';
import { gridAt, groundKey, holds, type KeptGround, nearestPoint, plansKey } from '../phone/ground.ts';
import { isFresh, type Locating, type Own } from '../phone/own.ts';

interface Here {
  text: string;
  /** How sure that is, or that it was put there by hand. */
  beside: string | null;
}

/**
 * A place as people of the village call it: the grid, and the point of a patrol it lies beside; elsewhere in degrees.
 * @param place put on the map by hand; undefined: what the phone says
 */
export function useHere({ own, state }: { own: Own | null; state: Locating }, place?: Position): Here {
  const { t, format } = useI18n();
  const person = useMe().person.id;
  const ground = useKept<KeptGround>(groundKey(person));
  const plans = useKept<PatrolPlan[]>(plansKey(person));
  const known = isFresh(own, Date.now()) ? own : null;
  const at = place ?? known?.position ?? null;
  if (!at)
    return {
      text: t(state === 'asking' ? 'map.locating' : state === 'denied' ? 'report.positionDenied' : 'report.noPosition'),
      beside: null,
    };
  const grid = gridAt(ground, at);
  const point = nearestPoint(plans ?? [], at);
  const inGrid = grid && holds(grid, at) ? grid.name : `${at.latitude.toFixed(5)}, ${at.longitude.toFixed(5)}`;
  return {
    text: point ? t('place.beside', { grid: inGrid, point: point.name }) : inGrid,
    beside: place
      ? t('place.byHand')
      : t('report.accuracy', { metres: format.number(Math.round(known?.accuracyMetres ?? 0)) }),
  };
}
