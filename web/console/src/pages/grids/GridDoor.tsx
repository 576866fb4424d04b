import { body, client } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useMay } from '../../data/session.ts';
import { useI18n } from '../../i18n.ts';
import './door.css';

interface DoorProps {
  id: string;
  name: string;
}

/** The code that residents scan to reach the workers of a grid: to print, and to replace when it is misused. */
export function GridDoor(props: DoorProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('door.show')}</Button>
      {open ? (
        <Modal open title={t('door.title')} footer={null} onCancel={() => setOpen(false)}>
          <Door {...props} />
        </Modal>
      ) : null}
    </>
  );
}

function Door({ id, name }: DoorProps) {
  const { t, language } = useI18n();
  const may = useMay();
  const problemText = useProblemText();
  const door = useQuery({
    queryKey: ['grids', 'door', id],
    queryFn: async () => body(await client.GET('/grids/{id}/door', { params: { path: { id } } })),
  });
  if (door.isPending) return <Skeleton label={t('grids.loading')} />;
  if (door.isError) return <p className="fault">{problemText(door.error)}</p>;
  const { address, revision } = door.data;
  const at = (what: string) => `/api/v1/grids/${id}/door/${what}`;
  const links = [
    [t('door.posterA4'), at(`poster?paper=a4&language=${language}`)],
    [t('door.posterA6'), at(`poster?paper=a6&language=${language}`)],
  ];
  return (
    <div className="door">
      <p className="hint">{t('door.hint')}</p>
      <img src={`${at('code.svg')}?revision=${revision}`} alt={t('door.code', { grid: name })} />
      <p className="door-address">{address}</p>
      <p className="row">
        {links.map(([words, href]) => (
          <Button key={href} href={href} target="_blank" rel="noreferrer">
            {words}
          </Button>
        ))}
        <Button href={at('code.png')} download={`${name}.png`}>
          {t('door.png')}
        </Button>
      </p>
      {may('grids.write') ? <Renew id={id} revision={revision} /> : null}
    </div>
  );
}

function Renew({ id, revision }: { id: string; revision: number }) {
  const { t } = useI18n();
  const { message, modal } = App.useApp();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const renew = useMutation({
    mutationFn: async () =>
      body(
        await client.POST('/grids/{id}/door/renew', {
          params: { path: { id } },
          body: { expectedRevision: revision },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ['grids', 'door', id] }),
  });
  const ask = () =>
    void modal.confirm({
      title: t('door.renew'),
      content: t('door.renewHint'),
      okText: t('door.renew'),
      cancelText: t('verb.cancel'),
      autoFocusButton: 'cancel',
      onOk: () =>
        renew.mutateAsync().then(
          () => void message.success(t('door.renewed')),
          (error: unknown) => void message.error(problemText(error)),
        ),
    });
  return (
    <Button danger onClick={ask}>
      {t('door.renew')}
    </Button>
  );
}
