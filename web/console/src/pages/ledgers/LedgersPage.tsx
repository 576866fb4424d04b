import './ledgers.css';
import type { LedgerLine } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { Button, Input, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { known, type MessageKey, useI18n } from '../../i18n.ts';
import { link } from '../../router.ts';
import { Listing } from '../../shell/Listing.tsx';
import { useScope } from '../../shell/scope.tsx';
import { exportAddress, type LedgerQuestion, useLedger, useLedgers } from './data.ts';

type Translate = (key: MessageKey) => string;

/** Of the clock on the wall: before eight in the morning the world's is still at yesterday. */
const monthNow = () => {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`;
};
/** The words of a code, or the code itself where a newer server has one that is not known here. */
const wordsOf = (t: Translate, key: string, code: string): string => {
  const message = known(key);
  return message ? t(message) : code;
};
const isMonth = (text: string) => /^2\d{3}-(0[1-9]|1[0-2])$/.test(text);

/** Books of what happened, by month: nothing is entered here, and nothing is copied. */
export default function LedgersPage() {
  const { t } = useI18n();
  const problemText = useProblemText();
  const ledgers = useLedgers();
  const { scope } = useScope();
  const [code, setCode] = useState<string>();
  const [month, setMonth] = useState(monthNow);
  if (ledgers.isPending) return <Skeleton label={t('settings.loading')} />;
  if (ledgers.isError) return <p className="fault">{problemText(ledgers.error)}</p>;
  const chosen = code ?? ledgers.data[0]?.code ?? '';
  return (
    <div className="ledgers">
      <h1>{t('page.ledgers')}</h1>
      <p className="hint">{t('ledgers.intro')}</p>
      <div className="ledgers-choice">
        <Select
          aria-label={t('ledgers.book')}
          value={chosen}
          onChange={setCode}
          options={ledgers.data.map((one) => ({ value: one.code, label: wordsOf(t, `ledger.${one.code}`, one.code) }))}
        />
        <Input
          type="month"
          aria-label={t('ledgers.month')}
          value={month}
          onChange={({ target }) => isMonth(target.value) && setMonth(target.value)}
        />
        <span className="t3">{t('ledgers.area', { area: scope.name })}</span>
      </div>
      <Lines question={{ code: chosen, month, area: scope.code ?? undefined }} />
    </div>
  );
}

function Lines({ question }: { question: LedgerQuestion }) {
  const { t, format } = useI18n();
  const lines = useLedger(question);
  const columns: TableColumnsType<LedgerLine> = [
    { title: t('ledgers.at'), render: (_, { at }) => format.dayTime(at) },
    { title: t('ledgers.what'), render: (_, line) => <What line={line} /> },
    {
      title: t('ledgers.number'),
      render: (_, { kind, id, number }) => (kind === 'case' ? <a {...link(`/cases/${id}`)}>{number}</a> : null),
    },
    { title: t('ledgers.where'), render: (_, { areaName, areaCode }) => areaName ?? areaCode },
    { title: t('ledgers.state'), render: (_, line) => <State line={line} /> },
    { title: t('ledgers.text'), dataIndex: 'text' },
  ];
  return (
    <>
      <p className="row ledgers-files">
        {(['csv', 'xlsx'] as const).map((file) => (
          <Button key={file} href={exportAddress(question, file)} download>
            {t(`ledgers.${file}`)}
          </Button>
        ))}
      </p>
      <Listing query={lines} columns={columns} rowKey={({ kind, id }) => `${kind}/${id}`} empty={t('ledgers.none')} />
    </>
  );
}

function What({ line: { kind, code } }: { line: LedgerLine }) {
  const { t } = useI18n();
  if (kind === 'patrol') return t('ledgers.patrol');
  return kind === 'form' ? t('ledgers.form', { code: code ?? '' }) : wordsOf(t, `case.class.${code}`, code ?? '');
}

function State({ line: { kind, state } }: { line: LedgerLine }) {
  const { t } = useI18n();
  if (!state) return null;
  return wordsOf(t, `${kind === 'case' ? 'case.state' : 'ledgers.patrol'}.${state}`, state);
}
