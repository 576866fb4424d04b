import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useArea } from '../../data/sea.ts';
import { useAreas } from '../../data/settings.ts';

interface One {
  many?: false;
  value: string;
  onChange(code: string): void;
}

interface Many {
  many: true;
  value: string[];
  onChange(codes: string[]): void;
}

/** Administrative divisions by name or code, found as one types. */
export function AreaSelect(props: { id: string } & (One | Many)) {
  const [text, setText] = useState('');
  const found = useAreas(useDeferredValue(text.trim())).data ?? [];
  const chosen = props.many ? props.value : props.value ? [props.value] : [];
  const codes = new Set(found.map((area) => area.code));
  // What came with the address was not found by typing.
  const given = useArea(chosen.find((code) => !codes.has(code)) ?? null).data;
  const options = [
    ...chosen
      .filter((code) => !codes.has(code))
      .map((code) => ({ value: code, label: given?.code === code ? `${given.name} ${code}` : code })),
    ...found.map((area) => ({ value: area.code, label: `${area.name} ${area.code}` })),
  ];
  const search = { filterOption: false, onSearch: setText };
  return props.many ? (
    <Select
      id={props.id}
      mode="multiple"
      value={props.value}
      onChange={props.onChange}
      options={options}
      showSearch={search}
    />
  ) : (
    <Select
      id={props.id}
      value={props.value || undefined}
      onChange={props.onChange}
      options={options}
      showSearch={search}
    />
  );
}
