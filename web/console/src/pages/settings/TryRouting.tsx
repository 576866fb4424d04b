import type { Routing } from '@fourfold/api';
import { Icon } from '@fourfold/ui';
import { Input, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useRouting } from '../../data/settings.ts';
import { known, useI18n } from '../../i18n.ts';
import { departments, readPosition } from './unitDraft.ts';

/** Who would be sent to a place, and why, without sending anybody. */
export function TryRouting() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const [department, setDepartment] = useState<string>('police');
  const place = readPosition(useDeferredValue(text));
  const answer = useRouting(place ? { ...place, department } : null);
  return (
    <details className="try-routing">
      <summary>{t('unit.try')}</summary>
      <div className="settings-filter">
        <Input
          className="settings-find"
          aria-label={t('unit.position')}
          placeholder={t('unit.positionHint')}
          prefix={<Icon name="pin" size={14} />}
          status={place === undefined ? 'error' : undefined}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Select
          aria-label={t('unit.department')}
          value={department}
          onChange={setDepartment}
          style={{ minWidth: 140 }}
          options={departments.map((value) => ({ value, label: t(`department.${value}`) }))}
        />
      </div>
      <div role="status">
        {place === undefined ? <p data-tone="l2">{t('unit.positionBad')}</p> : null}
        {place === null ? <p className="hint">{t('unit.tryHint')}</p> : null}
        {place && answer.isError ? <p className="fault">{problemText(answer.error)}</p> : null}
        {place && answer.data ? <Answer routing={answer.data} /> : null}
      </div>
    </details>
  );
}

function Answer({ routing }: { routing: Routing }) {
  const { t } = useI18n();
  if (!routing.chosen) return <p data-tone="l2">{t('unit.tryNone')}</p>;
  return (
    <>
      <p>
        <b>{routing.chosen.name}</b> · <Why {...routing.why} />
      </p>
      {routing.candidates.length > 0 ? (
        <>
          <p className="hint">{t('unit.others')}</p>
          <ul>
            {routing.candidates.map((candidate) => (
              <li key={candidate.unit.id}>
                {candidate.unit.name} · <Why {...candidate.why} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Why({ code, parameters }: Routing['why']) {
  const { t, format } = useI18n();
  const key = known(`routing.${code}`);
  const metres = parameters.distanceMetres;
  return (
    <>
      {key ? t(key as 'routing.routing.area') : <code>{code}</code>}
      {typeof metres === 'number' ? ` · ${t('unit.distance', { distance: format.number(metres / 1000, 1) })}` : null}
    </>
  );
}
