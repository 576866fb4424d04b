import './sea.css';
import type { Coverage } from '@fourfold/api';
import type { View } from '@fourfold/live';
import type { ScaleBar, SeaMap } from '@fourfold/map';
import type { InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { LiveContext, useLiveConnection } from '../../data/live.ts';
import { useCoverage, useSensors, useTrack, useZones } from '../../data/sea.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { answerDialogs, useAnswers } from './answers.tsx';
import { Dossier } from './Dossier.tsx';
import { Find } from './Find.tsx';
import { useFreshness } from './freshness.ts';
import { type Layers, recallLayers, rememberLayers } from './layers.ts';
import { MapPane } from './MapPane.tsx';
import { LayerSwitches, Legend, type RingFocus, RingSwitch, Scale, ToolButton, ZoomButtons } from './MapTools.tsx';
import { useCovered, useFlyToChosen, useMapContent } from './mapLayers.ts';
import { Overview } from './Overview.tsx';
import { Queue } from './Queue.tsx';
import { boxAround, isDown, type Radars } from './radar.ts';
import { StaleBar } from './StaleBar.tsx';
import { Strip } from './Strip.tsx';
import { useSeaCommands } from './seaCommands.ts';
import { useSelection } from './selection.ts';
import { VesselTable } from './VesselTable.tsx';
import { firstBounds } from './waters.ts';
import { ZonePanel } from './ZonePanel.tsx';

const widestScale = 120;
const ringNames = ['near-sea', 'shoreline', 'on-island'] as const;
const none: never[] = [];

export default function SeaPage() {
  const live = useLiveConnection();
  if (!live) return null;
  return (
    <LiveContext value={live}>
      <Sea />
    </LiveContext>
  );
}

/** Queue, map, dossier, strip: the duty officer's page. */
function Sea() {
  const { t } = useI18n();
  const may = useMay();
  const selection = useSelection();
  const { state } = useFreshness();
  const find = useRef<InputRef>(null);
  const home = useRef<View>(firstBounds);
  const [sea, setSea] = useState<SeaMap | null>(null);
  const [view, setView] = useState<View | null>(null);
  const [scale, setScale] = useState<ScaleBar | null>(null);
  const [layers, setLayers] = useState(recallLayers);
  const [ring, setRing] = useState<RingFocus>(null);
  const [panel, setPanel] = useState<'zones' | null>(null);
  const [table, setTable] = useState(false);
  const [chosenZone, setChosenZone] = useState<string | null>(null);
  const zones = useZones(may('zones.read')).data ?? none;
  const { data: track } = useTrack(selection.trackId);
  const answers = useAnswers(selection);
  const radars = useRadars(layers);

  useMapContent({
    sea,
    layers,
    ring,
    alerts: selection.shown,
    selected: selection.selected,
    track,
    zones,
    chosenZone,
    coverages: layers.coverage || layers.clutter ? radars.coverages : none,
    sensors: radars.sensors,
    stale: state === 'red',
  });
  const detail = panel === 'zones' || selection.alertId !== null || selection.trackId !== null;
  useCovered(sea, detail);
  useFlyToChosen(sea, selection.alertId ?? selection.trackId, track?.position ?? selection.selected?.position);
  const seen = useRef(sea);
  seen.current = sea;
  const onView = useCallback((next: View) => {
    setView(next);
    setScale(seen.current?.scaleBar(widestScale) ?? null);
  }, []);
  const overview = useCallback(() => sea?.fit(home.current), [sea]);
  useSeaCommands({ selection, answers, onLive: overview, onFind: () => find.current?.focus() });

  const change = (next: Layers) => {
    setLayers(next);
    rememberLayers(next);
  };
  const seeReach = (outline: Coverage['outline']) => {
    change({ ...layers, coverage: true });
    sea?.fit(boxAround(outline));
  };
  const close = () => {
    selection.pick(null);
    setPanel(null);
  };
  return (
    <div className="sea" data-detail={detail}>
      <Queue selection={selection} />
      <MapPane home={home} onPick={selection.pick} onReady={setSea} onView={onView}>
        <div className="map-top">
          <RingSwitch ring={ring} onChange={setRing} />
          <Find input={find} onFound={(vessel) => selection.selectTrack(vessel.trackId)} />
          <span className="spacer" />
          <LayerSwitches layers={layers} onChange={change} />
          <ToolButton icon="table" label={t('map.table')} pressed={table} onClick={() => setTable(!table)} />
          {may('zones.read') ? (
            <ToolButton
              icon="zone"
              label={t('map.zones')}
              pressed={panel === 'zones'}
              onClick={() => setPanel(panel === 'zones' ? null : 'zones')}
            />
          ) : null}
        </div>
        <StaleBar radars={radars} onSeeReach={seeReach} />
        {table ? (
          <VesselTable
            ring={ring === null ? undefined : ringNames[ring]}
            chosen={selection.trackId}
            onChoose={selection.selectTrack}
            onClose={() => setTable(false)}
          />
        ) : (
          <>
            <ZoomButtons sea={sea} home={() => home.current} />
            <Overview alerts={selection.shown} view={view} onGo={(x, y) => sea?.flyTo(x, y)} />
            <div className="map-foot">
              <Legend layers={layers} radars={radars.any} coverages={radars.coverages} />
              <Scale scale={scale} />
            </div>
          </>
        )}
      </MapPane>
      {panel === 'zones' ? (
        <ZonePanel
          sea={sea}
          zones={zones}
          chosen={chosenZone}
          onChoose={setChosenZone}
          onClose={() => setPanel(null)}
        />
      ) : detail ? (
        <Dossier selection={selection} onClose={close} {...answers.actions} />
      ) : null}
      <Strip alerts={selection.shown} chosen={selection.alertId} onChoose={selection.selectAlert} onLive={overview} />
      {answerDialogs(answers)}
    </div>
  );
}

/** The radars as the page needs them: their reach only while it is shown, or while one of them is down. */
function useRadars(layers: Layers): Radars {
  const may = useMay();
  const sensors = useSensors(may('feeds.read')).data ?? none;
  const coverage = useCoverage(layers.coverage || layers.clutter || sensors.some(isDown)).data ?? none;
  return { sensors, coverages: coverage, any: sensors.length > 0 || coverage.length > 0 };
}
