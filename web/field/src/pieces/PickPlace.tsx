import type { Position } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useCallback, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useKept, useMe } from '../phone/context.tsx';
import { gridAt, groundKey, holds, type KeptGround } from '../phone/ground.ts';
import { isFresh, type Locating, type Own } from '../phone/own.ts';
import { BigButton } from './BigButton.tsx';
import { GroundMap } from './GroundMap.tsx';

interface PickPlaceProps {
  own: { own: Own | null; state: Locating; locate(): void };
  /** Put on the map by hand; undefined: what the phone says. */
  place: Position | undefined;
  onPlace(place: Position | undefined): void;
}

/** Where it is: in words, how sure, and a map to put it right. */
export function PickPlace({ own, place, onPlace }: PickPlaceProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const [under, setUnder] = useState<Position | null>(null);
  const here = useHere(own, place);
  const pick = useCallback((position: Position) => setUnder(position), []);
  const keep = () => {
    if (under) onPlace(under);
    setOpen(false);
  };
  return (
    <section aria-label={t('report.position')} className="place">
      <div className="line">
        <Icon name="pin" size={22} />
        <span className="line-text" role="status">
          {here.text} {here.beside ? <small>{here.beside}</small> : null}
        </span>
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('place.change')}
        </button>
      </div>
      {open ? (
        <>
          <GroundMap label={t('place.map')} own={own.own} at={place ?? own.own?.position} onPick={pick}>
            <strong>{t('place.drag')}</strong>
          </GroundMap>
          <div className="pair">
            <BigButton look="main" onClick={keep} disabled={!under}>
              {t('place.keep')}
            </BigButton>
            <BigButton
              onClick={() => {
                onPlace(undefined);
                own.locate();
                setOpen(false);
              }}
            >
              {t('place.phone')}
            </BigButton>
          </div>
        </>
      ) : null}
    </section>
  );
}

function useHere({ own, state }: PickPlaceProps['own'], place: Position | undefined) {
  const { t, format } = useI18n();
  const ground = useKept<KeptGround>(groundKey(useMe().person.id));
  const known = isFresh(own, Date.now()) ? own : null;
  const at = place ?? known?.position ?? null;
  if (!at)
    return {
      text: t(state === 'asking' ? 'map.locating' : state === 'denied' ? 'report.positionDenied' : 'report.noPosition'),
      beside: null,
    };
  const grid = gridAt(ground, at);
  return {
    text: grid && holds(grid, at) ? grid.name : `${at.latitude.toFixed(5)}, ${at.longitude.toFixed(5)}`,
    beside: place
      ? t('place.byHand')
      : t('report.accuracy', { metres: format.number(Math.round(known?.accuracyMetres ?? 0)) }),
  };
}
