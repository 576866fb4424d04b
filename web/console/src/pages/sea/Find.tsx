import type { Vessel } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { AutoComplete, Input, type InputRef } from 'antd';
import { type RefObject, useDeferredValue, useState } from 'react';
import { useVesselSearch } from '../../data/sea.ts';
import { useI18n } from '../../i18n.ts';
import { classWord } from './Identity.tsx';

export interface FindProps {
  input: RefObject<InputRef | null>;
  onFound(vessel: Vessel): void;
}

/** By name, MMSI, call sign or IMO number, among the vessels in the picture now. */
export function Find({ input, onFound }: FindProps) {
  const { t } = useI18n();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data, isSuccess } = useVesselSearch(asked);
  const vessels = asked.length >= 2 ? (data ?? []) : [];
  return (
    <AutoComplete
      className="find"
      value={text}
      onChange={setText}
      popupMatchSelectWidth={340}
      options={vessels.map((vessel) => ({ value: vessel.trackId, label: <Hit vessel={vessel} /> }))}
      notFoundContent={isSuccess && asked.length >= 2 ? t('find.none') : null}
      onSelect={(trackId: string) => {
        const vessel = vessels.find((one) => one.trackId === trackId);
        setText('');
        input.current?.blur();
        if (vessel) onFound(vessel);
      }}
    >
      <Input
        ref={input}
        aria-label={t('find.label')}
        placeholder={t('find.placeholder')}
        prefix={<Icon name="search" size={14} />}
      />
    </AutoComplete>
  );
}

function Hit({ vessel }: { vessel: Vessel }) {
  const { t } = useI18n();
  const numbers = [vessel.mmsi, vessel.callSign, vessel.imo].filter(Boolean).join(' · ');
  return (
    <span className="hit">
      <b>{vessel.name || vessel.mmsi || t('alert.unnamed')}</b>
      <span className="t3">
        {classWord(t, vessel.shipClass)} · {numbers}
      </span>
    </span>
  );
}
