import type { Submission, UnmaskPurpose } from '@fourfold/api';
import type { FormSpec } from '@fourfold/forms';
import { Button, Input, Modal, Radio, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useProblemText } from '../../../data/problems.ts';
import { useI18n } from '../../../i18n.ts';
import { setParams } from '../../../router.ts';
import { AreaSelect } from '../../settings/AreaSelect.tsx';
import { placed } from '../designer/edit.ts';
import { useFormWords } from '../words.ts';
import { type MatchWish, purposes, useMatches } from './data.ts';

const fewestCharacters = 4;
const mostCharacters = 200;

interface MatchesProps {
  code: string;
  spec: FormSpec;
  onClose(): void;
}

/** The pages of one search that were read. */
interface FoundPages {
  wish: MatchWish;
  rows: readonly Submission[];
  next: string | null;
}

/** Sealed texts that somebody names can be asked for, such as by the person they are of; none is opened. */
export const matchable = (spec: FormSpec) =>
  placed(spec.items).filter(({ item }) => item.type === 'text' && item.personal?.sensitivity === 'sensitive');

/** Finds the filled forms whose sealed text is the one that is typed. What is typed is kept nowhere. */
export function Matches({ code, spec, onClose }: MatchesProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const problemText = useProblemText();
  const fields = matchable(spec);
  const [field, setField] = useState(fields[0]?.item.code ?? '');
  const [value, setValue] = useState('');
  const [purpose, setPurpose] = useState<UnmaskPurpose>();
  const [area, setArea] = useState('');
  const matches = useMatches(code);
  const text = value.trim();
  const ready = field && purpose && text.length >= fewestCharacters;
  const [found, setFound] = useState<FoundPages>();
  const look = () => {
    if (!purpose) return;
    const wish = { field, value: text, purpose, ...(area ? { area } : {}) };
    setFound(undefined);
    matches.mutate(wish, { onSuccess: ({ items, next }) => setFound({ wish, rows: items, next }) });
  };
  // For what was looked for, whatever was typed meanwhile.
  const more = ({ wish, rows, next: cursor }: FoundPages) => {
    if (!cursor) return;
    matches.mutate(
      { ...wish, cursor },
      { onSuccess: ({ items, next }) => setFound({ wish, rows: [...rows, ...items], next }) },
    );
  };
  return (
    <Modal
      open
      title={t('forms.match')}
      okText={t('forms.matchLook')}
      okButtonProps={{ disabled: !ready, loading: matches.isPending }}
      onOk={look}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="hint">{t('forms.matchHint')}</p>
        <label htmlFor="match-field">{t('forms.field')}</label>
        <Select
          id="match-field"
          value={field}
          onChange={setField}
          options={fields.map(({ item }) => ({ value: item.code, label: words.say(item.label) || item.code }))}
        />
        <label htmlFor="match-value">{t('forms.matchValue')}</label>
        <Input
          id="match-value"
          value={value}
          maxLength={mostCharacters}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setValue(event.target.value)}
        />
        <fieldset className="forms-helper">
          <legend>{t('forms.askPurpose')}</legend>
          <Radio.Group
            className="forms-radios"
            value={purpose}
            onChange={(event) => setPurpose(event.target.value as UnmaskPurpose)}
            options={purposes.map((one) => ({ value: one, label: t(`forms.unmaskPurpose.${one}`) }))}
          />
        </fieldset>
        <label htmlFor="match-area">{t('forms.matchCounty')}</label>
        <AreaSelect id="match-area" value={area} onChange={setArea} />
        <p className="fault" role="alert">
          {matches.error ? problemText(matches.error) : null}
        </p>
        {found ? (
          <Found rows={found.rows} onClose={onClose}>
            {found.next ? (
              <Button loading={matches.isPending} onClick={() => more(found)}>
                {t('forms.matchMore')}
              </Button>
            ) : null}
          </Found>
        ) : null}
      </div>
    </Modal>
  );
}

interface FoundProps {
  rows: readonly Submission[];
  onClose(): void;
  /** What leads to further ones, or nothing. */
  children: ReactNode;
}

function Found({ rows, onClose, children }: FoundProps) {
  const { t, format } = useI18n();
  const open = (id: string) => {
    setParams({ id });
    onClose();
  };
  return (
    <section aria-labelledby="match-found">
      <h3 id="match-found" role="status">
        {t(children ? 'forms.matchFoundMore' : 'forms.matchFound', { count: rows.length })}
      </h3>
      <ul className="forms-versions">
        {rows.map((row) => (
          <li key={row.id}>
            <Button size="small" onClick={() => open(row.id)}>
              {format.dayTime(row.filledAt)}
            </Button>{' '}
            {row.filledByName} {row.areaName ?? <code>{row.areaCode}</code>}
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}
