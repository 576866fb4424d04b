import type { Unit, UnitDraft } from '@fourfold/api';

/** A unit as it is being written: texts where a person types. */
export interface UnitForm {
  name: string;
  department: string;
  areaCode: string;
  parentId: string | null;
  areas: string[];
  /** `latitude, longitude` in degrees, or empty. */
  position: string;
  /** GeoJSON of the sea sector, or empty. */
  sector: string;
}

export const departments = [
  'police',
  'coast-guard',
  'governance-centre',
  'maritime',
  'fisheries',
  'customs',
  'animal-health',
  'market-regulation',
  'emergency',
  'civil-affairs',
  'justice',
  'court',
] as const;

export const emptyUnit: UnitForm = {
  name: '',
  department: 'police',
  areaCode: '',
  parentId: null,
  areas: [],
  position: '',
  sector: '',
};

export function formOf(unit: Unit): UnitForm {
  const { position, jurisdiction } = unit;
  return {
    name: unit.name,
    department: unit.department,
    areaCode: unit.areaCode,
    parentId: unit.parentId,
    areas: jurisdiction.areas,
    position: position ? `${position.latitude}, ${position.longitude}` : '',
    sector: jurisdiction.geometry ? JSON.stringify(jurisdiction.geometry) : '',
  };
}

/**
 * A position as people write it: latitude first, degrees, separated by a comma or space.
 * @returns null for an empty text, undefined for one that is no position
 */
export function readPosition(text: string): { latitude: number; longitude: number } | null | undefined {
  if (!text.trim()) return null;
  const parts = text.trim().split(/[\s,\uff0c]+/u);
  const [latitude = Number.NaN, longitude = Number.NaN] = parts.map(Number);
  const good = parts.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return good ? { latitude, longitude } : undefined;
}

/**
 * The polygon in a GeoJSON text: a geometry, a feature, or a collection of one feature.
 * @returns null for an empty text, undefined for one that holds no polygon; the server checks its rings
 */
export function readSector(text: string): unknown {
  if (!text.trim()) return null;
  try {
    let shape = JSON.parse(text) as { type?: string; geometry?: unknown; features?: unknown[] };
    if (shape?.type === 'FeatureCollection' && shape.features?.length === 1) shape = shape.features[0] as typeof shape;
    if (shape?.type === 'Feature') shape = shape.geometry as typeof shape;
    return shape?.type === 'Polygon' || shape?.type === 'MultiPolygon' ? shape : undefined;
  } catch {
    return undefined;
  }
}

/** What is sent, or which field keeps it from being sent. */
export function draftOf(form: UnitForm): { draft: UnitDraft } | { wrong: 'name' | 'areaCode' | 'position' | 'sector' } {
  const position = readPosition(form.position);
  const geometry = readSector(form.sector);
  if (!form.name.trim()) return { wrong: 'name' };
  if (!form.areaCode) return { wrong: 'areaCode' };
  if (position === undefined) return { wrong: 'position' };
  if (geometry === undefined) return { wrong: 'sector' };
  return {
    draft: {
      name: form.name.trim(),
      department: form.department,
      areaCode: form.areaCode,
      parentId: form.parentId,
      jurisdiction: { areas: form.areas, geometry },
      position,
    },
  };
}
