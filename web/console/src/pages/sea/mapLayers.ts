import type { Alert, Coverage, Sensor, TrackDossier, Vessel, Zone } from '@fourfold/api';
import { motionAt, placeOf, type VesselMotion } from '@fourfold/live';
import type { SeaMap } from '@fourfold/map';
import { useEffect, useRef } from 'react';
import { useLive, useNow } from '../../data/live.ts';
import { useI18n } from '../../i18n.ts';
import { useWords, type Words } from '../../words.ts';
import type { Layers } from './layers.ts';
import { labelData, trailData, zoneData } from './mapData.ts';
import { open } from './open.ts';
import { doubtData, isDown, isNameless, lastHeard, radarData } from './radar.ts';

type Translate = ReturnType<typeof useI18n>['t'];

const layersOf = {
  trail: ['trail', 'trail-steps', 'trail-times'],
  zones: ['zones', 'zones-edge', 'zones-name'],
  rings: ['belt', 'belt-edge', 'near-sea-edge'],
  coverage: ['radar-hidden', 'radar-reach', 'radar-down', 'radar-down-edge', 'radar-stations'],
  clutter: ['radar-clutter'],
};

const labelMilliseconds = 1000;
/** How often a station says anew for how long it has been silent. */
const tickMilliseconds = 10_000;
/** From the middle of a vessel to the brackets around it: doubt smaller than that tells nobody anything. */
const symbolPixels = 12;

export interface MapContent {
  sea: SeaMap | null;
  layers: Layers;
  ring: 0 | 1 | 2 | null;
  alerts: readonly Alert[];
  selected: Alert | undefined;
  track: TrackDossier | undefined;
  zones: readonly Zone[];
  chosenZone: string | null;
  /** Empty while no layer shows them. */
  coverages: readonly Coverage[];
  sensors: readonly Sensor[];
  /** The picture is too old: nothing is extrapolated from it. */
  stale: boolean;
}

/** Puts what the page knows on the map, each source when its own data change. */
export function useMapContent(content: MapContent): void {
  const { sea, layers, ring, alerts, selected, track, zones, chosenZone, stale } = content;
  const { format } = useI18n();
  const live = useLive();
  const slot = track?.slot ?? selected?.slot ?? null;

  useEffect(() => {
    sea?.setVessels({ selected: slot, ring, vectors: layers.vectors && !stale });
  }, [sea, slot, ring, layers.vectors, stale]);

  useEffect(() => {
    const followed = alerts.filter(open).flatMap((alert) => alert.slot ?? []);
    live.follow([...new Set(slot === null ? followed : [slot, ...followed])]);
  }, [live, alerts, slot]);

  useEffect(() => {
    for (const name of ['trail', 'zones', 'rings', 'coverage', 'clutter'] as const)
      sea?.setVisible(layersOf[name], layers[name]);
  }, [sea, layers]);

  const level = selected && selected.trackId === track?.trackId ? selected.level : 0;
  useEffect(() => {
    sea?.setData('trail', trailData(track, level, format.time));
  }, [sea, track, level, format]);

  useEffect(() => {
    sea?.setData('zones', zoneData(zones, chosenZone));
  }, [sea, zones, chosenZone]);

  useRadars(content);
  useDoubt(content, slot);
  useLabels(content, slot);
  useCallout(content, slot);
}

/** What the radars see; a station that is down says since when. */
function useRadars({ sea, coverages, sensors }: MapContent): void {
  const say = useWords();
  const { t } = useI18n();
  const now = useNow(tickMilliseconds);
  // While all see there is no time to tell, and nothing to draw anew.
  const told = sensors.some(isDown) ? now : 0;
  useEffect(() => {
    if (!sea) return;
    const nameOf = ({ name }: Coverage, sensor: Sensor | undefined) => {
      if (!isDown(sensor)) return name;
      const at = lastHeard(sensor);
      return at ? t('map.station.silent', { name, span: say.span(told - at) }) : t('map.station.lost', { name });
    };
    sea.setData('radar', coverages.length === 0 ? null : radarData(coverages, sensors, nameOf));
  }, [sea, coverages, sensors, told, say, t]);
}

/** Where the chosen vessel is with 95 %, following it. */
function useDoubt({ sea, track }: MapContent, slot: number | null): void {
  const live = useLive();
  const newest = useRef(track);
  newest.current = track;
  const chosen = track?.trackId;
  useEffect(() => {
    if (!sea || chosen === undefined) return;
    const draw = () => {
      const track = newest.current;
      if (!track) return;
      const { picture } = live;
      const at = picture && slot !== null ? placeOf(picture, slot) : -1;
      const { longitude, latitude } = picture && at >= 0 ? motionAt(picture, at) : track.position;
      sea.setData('doubt', doubtData([longitude, latitude], track.doubt, sea.metresPerPixel(), symbolPixels));
    };
    draw();
    const timer = setInterval(draw, labelMilliseconds);
    sea.map.on('zoomend', draw);
    return () => {
      clearInterval(timer);
      sea.map.off('zoomend', draw);
      sea.setData('doubt', null);
    };
  }, [sea, live, slot, chosen]);
}

function useLabels({ sea, alerts, layers }: MapContent, chosen: number | null): void {
  const live = useLive();
  const say = useWords();
  const { t } = useI18n();
  const newest = useRef({ alerts, say, names: layers.names, chosen, t });
  newest.current = { alerts, say, names: layers.names, chosen, t };
  useEffect(() => {
    if (!sea) return;
    let drawn = '';
    const draw = () => {
      const { picture } = live;
      if (!picture) return;
      const { t, ...shown } = newest.current;
      const at = { view: sea.view(), zoom: sea.map.getZoom(), now: Date.now() };
      const letter = (shipClass: string) => t(`letter.${shipClass as 'unknown'}`);
      const labels = labelData({ live, picture, ...at, letter, ...shown });
      // The map takes as long for the same labels as for others.
      const text = JSON.stringify(labels);
      if (text !== drawn) sea.setData('labels', labels);
      drawn = text;
    };
    draw();
    const timer = setInterval(draw, labelMilliseconds);
    return () => clearInterval(timer);
  }, [sea, live]);
}

/** The chosen vessel's box: who it is and how it moves, following it. */
function useCallout({ sea, selected, track }: MapContent, slot: number | null): void {
  const live = useLive();
  const say = useWords();
  const { t } = useI18n();
  const newest = useRef({ selected, track });
  newest.current = { selected, track };
  const chosen = selected?.trackId ?? track?.trackId ?? null;
  useEffect(() => {
    if (!sea || chosen === null) return;
    const box = document.createElement('div');
    box.className = 'callout';
    const name = box.appendChild(document.createElement('b'));
    const line = box.appendChild(document.createElement('span'));
    const place = () => {
      const { selected, track } = newest.current;
      const fallback = track?.position ?? selected?.position;
      if (!fallback) return;
      const { picture } = live;
      const at = picture && slot !== null ? placeOf(picture, slot) : -1;
      const motion = picture && at >= 0 ? motionAt(picture, at) : null;
      box.dataset.level = String(selected?.level ?? 0);
      name.textContent = selected ? say.title(selected) : track ? vesselName(t, track) : t('alert.unnamed');
      line.textContent = calloutLine(say, t, { selected, track, motion }).join(' · ');
      sea.setCallout(box, motion?.longitude ?? fallback.longitude, motion?.latitude ?? fallback.latitude);
    };
    place();
    const stop = live.onPicture(place);
    // A vessel that is gone brings no more pictures of itself, yet its silence goes on.
    const timer = setInterval(place, labelMilliseconds);
    return () => {
      stop();
      clearInterval(timer);
      sea.setCallout(null);
    };
  }, [sea, live, say, t, slot, chosen]);
}

/** What to call a vessel; one that only radar holds has no name. */
export function vesselName(t: Translate, vessel: Pick<Vessel, 'name' | 'mmsi' | 'source' | 'flags'>): string {
  if (isNameless(vessel)) return t('alert.noAis');
  return vessel.name || (vessel.mmsi ? String(vessel.mmsi) : t('alert.unnamed'));
}

interface CalloutFacts {
  selected: Alert | undefined;
  track: TrackDossier | undefined;
  motion: VesselMotion | null;
}

/** Speed and distance from shore; for one that is not heard any more they are the last ones, and so they are called. */
function calloutLine(say: Words, t: Translate, { selected, track, motion }: CalloutFacts): string[] {
  const lost = motion === null || motion.lost;
  const speed = motion?.speedKnots ?? track?.speedKnots ?? selected?.speedKnots;
  const shore = track?.distanceToShoreMetres ?? selected?.distanceToShoreMetres;
  const knots = speed === null || speed === undefined ? null : say.quantity(speed, 'kn');
  const away = shore === null || shore === undefined ? null : say.distance(shore);
  return [
    knots && (lost ? `${t('detail.lastSpeed')} ${knots}` : knots),
    away && `${t(lost ? 'detail.lastShore' : 'detail.shore')} ${away}`,
  ].filter((part) => part !== null);
}

/** As wide as the dossier is; narrower screens than this lay it over the map. */
const dossierPixels = 440;
const roomForAll = '(width >= 1600px)';

/** Tells the map how much of it the dossier hides. */
export function useCovered(sea: SeaMap | null, detail: boolean): void {
  useEffect(() => {
    if (!sea) return;
    const roomy = matchMedia(roomForAll);
    const tell = () => sea.setCovered(detail && !roomy.matches ? dossierPixels : 0);
    tell();
    roomy.addEventListener('change', tell);
    return () => roomy.removeEventListener('change', tell);
  }, [sea, detail]);
}

/** Flies to what was chosen when it is not on screen already. */
export function useFlyToChosen(sea: SeaMap | null, id: string | null, at: Located | undefined): void {
  const flown = useRef<string | null>(null);
  useEffect(() => {
    if (!sea || !id || !at || flown.current === id) return;
    flown.current = id;
    const { longitude, latitude } = at;
    if (!sea.sees(longitude, latitude) || sea.map.getZoom() < 8)
      sea.flyTo(longitude, latitude, Math.max(9.5, sea.map.getZoom()));
  }, [sea, id, at]);
}

export interface Located {
  latitude: number;
  longitude: number;
}
