import type { Position } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { useCallback, useState } from 'react';
import { useI18n } from '../i18n.ts';
import type { Locating, Own } from '../phone/own.ts';
import { BigButton } from './BigButton.tsx';
import { GroundMap } from './GroundMap.tsx';
import { useHere } from './here.ts';

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
