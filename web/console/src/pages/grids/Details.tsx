import type { GridItem } from '@fourfold/api';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { Conflict } from './Conflict.tsx';
import { type Details as Draft, theirs, useChangeGrid, useClose } from './changes.ts';
import { longestName, People, UseSelect } from './NewGrid.tsx';

const draftOf = ({ name, use, households, residents }: GridItem): Draft => ({ name, use, households, residents });

/** Name, use and figures of a grid. Its kind stays: what was counted under it would else mean another thing. */
export function DetailsDialog({ grid, onClose }: { grid: GridItem; onClose(): void }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const save = useChangeGrid();
  const [base, setBase] = useState(grid.revision);
  const [draft, setDraft] = useState(() => draftOf(grid));
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const overtaken = grid.revision !== base && !save.isPending && !save.isSuccess;
  const submit = () =>
    save.mutate(
      { ...draft, name: draft.name.trim(), id: grid.id, revision: base },
      {
        onSuccess: () => {
          void message.success(t('settings.saved'));
          onClose();
        },
        onError: (error) => {
          if (!theirs(error)) void message.error(problemText(error));
        },
      },
    );
  return (
    <Modal
      open
      title={t('grid.edit', { name: grid.name })}
      okText={t('verb.save')}
      okButtonProps={{ disabled: !draft.name.trim() || overtaken, loading: save.isPending }}
      onOk={submit}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        <label htmlFor="grid-name">{t('grid.name')}</label>
        <Input
          id="grid-name"
          value={draft.name}
          maxLength={longestName}
          onChange={(event) => set({ name: event.target.value })}
        />
        {grid.kind === 'special' ? <UseSelect value={draft.use} onChange={(use) => set({ use })} /> : null}
        <People households={draft.households} residents={draft.residents} onChange={set} />
        <p className="hint">{t('grid.kindStays', { kind: t(`grid.kind.${grid.kind}`) })}</p>
        {overtaken ? (
          <Conflict
            at={grid.updatedAt}
            onMine={() => setBase(grid.revision)}
            onTheirs={() => {
              setDraft(draftOf(grid));
              setBase(grid.revision);
            }}
          >
            {t('grid.conflictDetails', { name: grid.name, households: grid.households, residents: grid.residents })}
          </Conflict>
        ) : null}
      </div>
    </Modal>
  );
}

/** Ending a grid is asked about once more, with what ends along with it. */
export function CloseDialog({ grid, people, onClose }: { grid: GridItem; people: number; onClose(): void }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const close = useClose();
  return (
    <Modal
      open
      title={t('grid.closeTitle', { name: grid.name })}
      onCancel={onClose}
      footer={[
        <Button key="no" autoFocus onClick={onClose}>
          {t('verb.cancel')}
        </Button>,
        <Button
          key="yes"
          type="primary"
          danger
          loading={close.isPending}
          onClick={() =>
            close.mutate(grid, {
              onSuccess: () => {
                void message.success(t('grid.closedNow', { name: grid.name }));
                onClose();
              },
              onError: (error) => void message.error(problemText(error)),
            })
          }
        >
          {t('grid.close')}
        </Button>,
      ]}
    >
      <p>{t('grid.closeAsk', { code: grid.code, people })}</p>
    </Modal>
  );
}
