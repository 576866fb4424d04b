import type { Emergency, EmergencyDraft } from '@fourfold/api';
import { Dot, Icon, StateCard } from '@fourfold/ui';
import { App, Button, Input, Modal, Select, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import { link } from '../../router.ts';
import { Listing } from '../../shell/Listing.tsx';
import { AreaSelect } from '../settings/AreaSelect.tsx';
import { dayStart } from '../settings/days.ts';
import { useDeclare, useEmergencies, useEnd } from './emergencies.ts';

const kinds: readonly EmergencyDraft['kind'][] = ['public-health', 'natural-disaster', 'accident', 'social-safety'];

/** Declared emergencies: while one is on, the forms that are only for it can be filled in its area. */
export function EmergenciesPage() {
  const { t } = useI18n();
  const may = useMay();
  const emergencies = useEmergencies();
  const [declaring, setDeclaring] = useState(false);
  return (
    <div className="forms">
      <header className="forms-head">
        <a {...link('/forms')}>
          <Icon name="back" size={20} />
          <span className="visually-hidden">{t('forms.back')}</span>
        </a>
        <h1>{t('emergency.title')}</h1>
        {may('emergencies.write') ? (
          <Button danger onClick={() => setDeclaring(true)}>
            {t('emergency.declare')}
          </Button>
        ) : null}
      </header>
      <Rows emergencies={emergencies} />
      {declaring ? <DeclareDialog onClose={() => setDeclaring(false)} /> : null}
    </div>
  );
}

function Rows({ emergencies }: { emergencies: ReturnType<typeof useEmergencies> }) {
  const { t, format } = useI18n();
  const columns: TableColumnsType<Emergency> = [
    {
      title: t('forms.state'),
      render: (_, row) => (
        <>
          <Dot tone={row.on ? 'l1' : 'off'} /> {t(row.on ? 'emergency.on' : 'emergency.over')}
        </>
      ),
    },
    { title: t('emergency.kind'), render: (_, row) => t(`emergency.kind.${row.kind}`) },
    { title: t('forms.area'), render: (_, row) => row.areaName ?? row.areaCode },
    { title: t('emergency.decree'), dataIndex: 'decreeNumber' },
    { title: t('forms.askReason'), dataIndex: 'reason' },
    { title: t('emergency.from'), render: (_, row) => format.dayTime(row.from) },
    { title: t('emergency.until'), render: (_, row) => format.dayTime(row.endedAt ?? row.until) },
    { title: t('emergency.end'), render: (_, row) => (row.on ? <End row={row} /> : t('detail.none')) },
  ];
  return (
    <Listing
      query={emergencies}
      columns={columns}
      rowKey={({ id }) => id}
      waiting={t('forms.loading')}
      none={
        <StateCard icon="check" tone="ok" title={t('emergency.none')}>
          {t('emergency.noneHint')}
        </StateCard>
      }
    />
  );
}

/** Ending one closes its forms at once, so it is asked once more. */
function End({ row }: { row: Emergency }) {
  const { t } = useI18n();
  const may = useMay();
  const { message, modal } = App.useApp();
  const problemText = useProblemText();
  const end = useEnd();
  if (!may('emergencies.write')) return null;
  const ask = () =>
    void modal.confirm({
      title: t('emergency.end'),
      content: t('emergency.endHint'),
      okText: t('emergency.end'),
      cancelText: t('verb.cancel'),
      autoFocusButton: 'cancel',
      onOk: () => end.mutateAsync(row.id).catch((error: unknown) => void message.error(problemText(error))),
    });
  return (
    <Button size="small" onClick={ask}>
      {t('emergency.end')}
    </Button>
  );
}

function DeclareDialog({ onClose }: { onClose(): void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const declare = useDeclare();
  const [kind, setKind] = useState<EmergencyDraft['kind']>('public-health');
  const [area, setArea] = useState('');
  const [last, setLast] = useState('');
  const [reason, setReason] = useState('');
  const [decreeNumber, setDecree] = useState('');
  // The last day is one of it.
  const until = dayStart(last, 1);
  const ready = area && until && reason.trim() && decreeNumber.trim();
  const send = () => {
    if (!until) return;
    declare.mutate(
      { kind, area, until, reason: reason.trim(), decreeNumber: decreeNumber.trim() },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      open
      title={t('emergency.declare')}
      okText={t('emergency.declare')}
      okButtonProps={{ danger: true, disabled: !ready, loading: declare.isPending }}
      cancelButtonProps={{ autoFocus: true }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="hint">{t('emergency.declareHint')}</p>
        <label htmlFor="emergency-kind">{t('emergency.kind')}</label>
        <Select
          id="emergency-kind"
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: t(`emergency.kind.${value}`) }))}
        />
        <label htmlFor="emergency-area">{t('forms.area')}</label>
        <AreaSelect id="emergency-area" value={area} onChange={setArea} />
        <label htmlFor="emergency-decree">{t('emergency.decree')}</label>
        <Input
          id="emergency-decree"
          value={decreeNumber}
          maxLength={60}
          onChange={(event) => setDecree(event.target.value)}
        />
        <label htmlFor="emergency-last">{t('emergency.last')}</label>
        <Input id="emergency-last" type="date" value={last} onChange={(event) => setLast(event.target.value)} />
        <label htmlFor="emergency-reason">{t('forms.askReason')}</label>
        <Input.TextArea
          id="emergency-reason"
          rows={2}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="fault" role="alert">
          {declare.error ? problemText(declare.error) : null}
        </p>
      </div>
    </Modal>
  );
}
