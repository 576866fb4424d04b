import { type FormItem, holdsItems, itemTypes } from '@fourfold/forms';
import { Icon } from '@fourfold/ui';
import { Button, Dropdown } from 'antd';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useI18n } from '../../../i18n.ts';
import { useFormWords } from '../words.ts';
import { type At, itemAt, placed, sameAt } from './edit.ts';
import type { PlacedFault } from './faults.ts';
import type { Designer } from './useDesigner.ts';

/** What is asked, in its order. By mouse or by key: each can be added, moved, copied and taken out. */
export function Outline({ designer, faults }: { designer: Designer; faults: readonly PlacedFault[] }) {
  const { t } = useI18n();
  const { spec, at, select } = designer;
  const [from, setFrom] = useState<At | null>(null);
  const [said, setSaid] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const follow = useRef(false);
  const shift = (which: At, direction: -1 | 1) => {
    follow.current = true;
    setSaid(designer.shift(which, direction) ? t('forms.moved') : t('forms.atTheEnd'));
  };
  // Whoever moves by key goes with what they move.
  useEffect(() => {
    if (!follow.current || !at) return;
    follow.current = false;
    list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
  }, [at]);
  const press = (event: KeyboardEvent, which: At) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      shift(which, event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Delete') {
      event.preventDefault();
      follow.current = true;
      designer.drop(which);
    }
  };
  const rows = placed(spec.items);
  return (
    <section className="forms-outline" aria-labelledby="form-outline">
      <h2 id="form-outline">{t('forms.items')}</h2>
      <Adding designer={designer} />
      <ul ref={list}>
        {rows.map(({ item, at: place }) => (
          <Row
            key={place.join('.')}
            item={item}
            place={place}
            chosen={sameAt(place, at)}
            faulty={faults.filter((fault) => sameAt(fault.at, place)).length}
            onSelect={() => select(place)}
            onKey={(event) => press(event, place)}
            onDrag={setFrom}
            onDrop={(to) => {
              if (from) designer.carry(from, to);
              setFrom(null);
            }}
          />
        ))}
      </ul>
      {at && itemAt(spec, at) ? <Tools designer={designer} at={at} onShift={shift} /> : null}
      <p className="hint">{t('forms.keysHint')}</p>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}

/** Adds an item; where one stands in a group it is said, and it can be put behind the group instead. */
function Adding({ designer }: { designer: Designer }) {
  const { t } = useI18n();
  const words = useFormWords();
  const { spec, at, select } = designer;
  const chosen = at ? itemAt(spec, at) : undefined;
  const around = at && chosen && !holdsItems(chosen) ? itemAt(spec, at.slice(0, -1)) : chosen;
  const name = around && holdsItems(around) ? words.say(around.label) || t(`forms.type.${around.type}`) : null;
  return (
    <p className="row">
      {name === null ? (
        <AddButton designer={designer} label={t('forms.add')} />
      ) : (
        <>
          <AddButton designer={designer} label={t('forms.addInside', { name })} />
          <AddButton designer={designer} label={t('forms.addAfter', { name })} outside />
        </>
      )}
      <Button aria-pressed={at === null} onClick={() => select(null)}>
        {t('forms.wholeForm')}
      </Button>
    </p>
  );
}

function AddButton({ designer, label, outside = false }: { designer: Designer; label: string; outside?: boolean }) {
  const { t } = useI18n();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        className: 'forms-types',
        items: itemTypes.map((type) => ({ key: type, label: t(`forms.type.${type}`) })),
        onClick: ({ key }) => designer.add(key as FormItem['type'], outside),
      }}
    >
      <Button type={outside ? 'default' : 'primary'} icon={<Icon name="plus" size={16} />}>
        {label}
      </Button>
    </Dropdown>
  );
}

interface RowProps {
  item: FormItem;
  place: At;
  chosen: boolean;
  faulty: number;
  onSelect(): void;
  onKey(event: KeyboardEvent): void;
  onDrag(from: At): void;
  onDrop(to: At): void;
}

function Row({ item, place, chosen, faulty, onSelect, onKey, onDrag, onDrop }: RowProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const [over, setOver] = useState<'before' | 'after' | null>(null);
  const holds = holdsItems(item);
  const side = (event: DragEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return event.clientY < box.top + box.height / 2 ? 'before' : 'after';
  };
  const drop = (event: DragEvent<HTMLElement>) => {
    event.preventDefault();
    setOver(null);
    const behind = holds ? [...place, 0] : [...place.slice(0, -1), (place.at(-1) ?? 0) + 1];
    onDrop(side(event) === 'before' ? place : behind);
  };
  return (
    <li style={{ paddingLeft: (place.length - 1) * 16 }} data-over={over}>
      <button
        type="button"
        draggable
        aria-current={chosen}
        onClick={onSelect}
        onKeyDown={onKey}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          onDrag(place);
        }}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(side(event));
        }}
        onDragLeave={() => setOver(null)}
        onDrop={drop}
      >
        <span className="forms-row-label">{words.say(item.label) || <em>{t('forms.noLabel')}</em>}</span>
        <small>
          {t(`forms.type.${item.type}`)}
          {item.required ? ` · ${t('forms.required')}` : ''}
          {item.relevant ? ` · ${t('forms.conditional')}` : ''}
        </small>
        {faulty > 0 ? (
          <span className="forms-row-faults" data-tone="l1">
            <Icon name="warning" size={14} /> {faulty}
            <span className="visually-hidden"> {t('forms.faults', { count: faulty })}</span>
          </span>
        ) : null}
      </button>
    </li>
  );
}

interface ToolsProps {
  designer: Designer;
  at: At;
  onShift(at: At, direction: -1 | 1): void;
}

/** The same by buttons: nothing needs to be dragged. */
function Tools({ designer, at, onShift }: ToolsProps) {
  const { t } = useI18n();
  return (
    <p className="row" role="toolbar" aria-label={t('forms.tools')}>
      <Button onClick={() => onShift(at, -1)}>{t('forms.up')}</Button>
      <Button onClick={() => onShift(at, 1)}>{t('forms.down')}</Button>
      <Button onClick={() => designer.copy(at)}>{t('forms.copy')}</Button>
      <Button danger onClick={() => designer.drop(at)}>
        {t('forms.remove')}
      </Button>
    </p>
  );
}
