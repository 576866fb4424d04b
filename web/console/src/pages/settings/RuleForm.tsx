import type { AlertLevel, Rule } from '@fourfold/api';
import { Button, Input, InputNumber, Select, Switch } from 'antd';
import { useState } from 'react';
import { useZones } from '../../data/sea.ts';
import { publishRule, useChange } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { useFeedback } from './feedback.ts';
import { useRuleWords } from './ruleWords.ts';

const levels: readonly AlertLevel[] = [1, 2, 3, 4];

/** A new version of a rule; its fields come from the rule's own schema. */
export function RuleForm({ rule, onDone }: { rule: Rule; onDone(): void }) {
  const { t } = useI18n();
  const say = useFeedback();
  const words = useRuleWords();
  const publish = useChange('rules', publishRule);
  const zones = useZones().data ?? [];
  const [parameters, setParameters] = useState(rule.parameters);
  const [level, setLevel] = useState(rule.level);
  const [enabled, setEnabled] = useState(rule.enabled);
  const [zoneIds, setZoneIds] = useState(rule.zoneIds ?? []);
  const [note, setNote] = useState('');
  const set = (name: string, value: number) => setParameters({ ...parameters, [name]: value });
  const submit = () =>
    publish.mutate(
      { id: rule.id, draft: { parameters, level, enabled, zoneIds, note: note.trim() } },
      {
        onSuccess: () => {
          say.saved();
          onDone();
        },
        onError: say.failed,
      },
    );
  return (
    <div className="rule-form">
      <div className="fields">
        {rule.schema.map(({ name, unit, minimum, maximum, default: preset }) => (
          <div key={name}>
            <label htmlFor={`${rule.id}-${name}`}>{words.parameter(rule.code, name)}</label>
            {unit === 'flag' ? (
              <Switch
                id={`${rule.id}-${name}`}
                checked={Boolean(parameters[name])}
                onChange={(on) => set(name, on ? 1 : 0)}
              />
            ) : (
              <InputNumber
                id={`${rule.id}-${name}`}
                value={parameters[name]}
                min={minimum}
                max={maximum}
                suffix={words.unit(unit)}
                onChange={(value) => set(name, value ?? preset)}
              />
            )}
            {unit === 'flag' ? null : (
              <span className="hint">{t('rule.default', { value: preset, minimum, maximum })}</span>
            )}
          </div>
        ))}
      </div>
      <div className="row">
        <Select
          aria-label={t('rule.level')}
          value={level}
          onChange={setLevel}
          options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
        />
        <Switch id={`enabled-${rule.id}`} checked={enabled} onChange={setEnabled} />
        <label htmlFor={`enabled-${rule.id}`}>{t('rule.enabled')}</label>
      </div>
      {rule.code === 'zone-entry' ? (
        <Select
          mode="multiple"
          aria-label={t('rule.zones')}
          placeholder={t('rule.zones')}
          value={zoneIds}
          onChange={setZoneIds}
          options={zones.map((zone) => ({ value: zone.id, label: zone.name }))}
        />
      ) : null}
      <Input
        aria-label={t('rule.note')}
        placeholder={t('rule.note')}
        value={note}
        maxLength={500}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row-end">
        <Button onClick={onDone}>{t('verb.cancel')}</Button>
        <Button type="primary" disabled={!note.trim()} loading={publish.isPending} onClick={submit}>
          {t('rule.publish')}
        </Button>
      </div>
    </div>
  );
}
