import type { Rule } from '@fourfold/api';
import { type Level, LevelBadge, Skeleton } from '@fourfold/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useRules, useRuleVersions } from '../../data/settings.ts';
import { useI18n } from '../../i18n.ts';
import { PrecisionBar } from '../../precision/PrecisionBar.tsx';
import { RuleForm } from './RuleForm.tsx';
import { useRuleWords } from './ruleWords.ts';

/** The behaviour rules: their numbers, how often they were right, and every version they had. */
export function Rules() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const rules = useRules();
  if (rules.isPending) return <Skeleton label={t('settings.loading')} />;
  if (rules.isError) return <p className="fault">{problemText(rules.error)}</p>;
  return (
    <>
      <p className="hint">{t('rule.intro')}</p>
      <div className="rules">
        {rules.data.map((rule) => (
          <RuleCard key={rule.id} rule={rule} />
        ))}
      </div>
    </>
  );
}

function RuleCard({ rule }: { rule: Rule }) {
  const { t } = useI18n();
  const may = useMay();
  const words = useRuleWords();
  const [open, setOpen] = useState<'form' | 'versions' | null>(null);
  return (
    <article className="rule">
      <header>
        <LevelBadge level={rule.level as Level} label={t(`level.${rule.level}`)} />
        <h3>{words.name(rule.code)}</h3>
        <span className="t3">
          {t('rule.version', { version: rule.version })} · {rule.enabled ? t('rule.enabled') : t('rule.off')}
        </span>
        <span className="spacer" />
        <Button onClick={() => setOpen(open === 'versions' ? null : 'versions')}>{t('rule.versions')}</Button>
        {may('rules.write') ? (
          <Button type="primary" onClick={() => setOpen(open === 'form' ? null : 'form')}>
            {t('rule.change')}
          </Button>
        ) : null}
      </header>
      <p className="hint">{words.about(rule.code)}</p>
      <PrecisionBar precision={rule.precision} />
      {open === 'form' ? (
        <RuleForm rule={rule} onDone={() => setOpen(null)} />
      ) : (
        <dl className="pairs">
          {rule.schema.map(({ name, unit }) => (
            <div key={name}>
              <dt>{words.parameter(rule.code, name)}</dt>
              <dd>{words.value(rule.parameters[name], unit)}</dd>
            </div>
          ))}
        </dl>
      )}
      {open === 'versions' ? <Versions rule={rule} /> : null}
    </article>
  );
}

/** Each version with what changed from the one before. */
function Versions({ rule }: { rule: Rule }) {
  const { t, format } = useI18n();
  const words = useRuleWords();
  const { data } = useRuleVersions(rule.id);
  const versions = data ?? [];
  return (
    <ol className="versions">
      {versions.map((version, i) => {
        const before = versions[i + 1]?.parameters;
        const changed = rule.schema.filter(({ name }) => before && before[name] !== version.parameters[name]);
        return (
          <li key={version.version}>
            <b>{t('rule.version', { version: version.version })}</b>
            <span className="t3">
              {t('rule.by', { by: version.by ?? '', time: version.at ? format.dayTime(version.at) : '' })}
            </span>
            <span>{version.note}</span>
            {changed.map(({ name, unit }) => (
              <span key={name} className="t2">
                {words.parameter(rule.code, name)} {words.value(before?.[name], unit)} →{' '}
                {words.value(version.parameters[name], unit)}
              </span>
            ))}
          </li>
        );
      })}
    </ol>
  );
}
