import { type AppPassword, body, client } from '@fourfold/api';
import { Skeleton } from '@fourfold/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';

const key = ['app-passwords'];

function usePasswords() {
  const queries = useQueryClient();
  const changed = () => queries.invalidateQueries({ queryKey: key });
  const list = useQuery({
    queryKey: key,
    queryFn: async () => body(await client.GET('/openrosa/passwords')).items,
  });
  const make = useMutation({
    // The password is shown once and kept nowhere.
    gcTime: 0,
    mutationFn: async () => body(await client.POST('/openrosa/passwords')),
    onSuccess: changed,
  });
  const revoke = useMutation({
    mutationFn: async (id: string) => client.DELETE('/openrosa/passwords/{id}', { params: { path: { id } } }),
    onSuccess: changed,
  });
  return { list, make, revoke };
}

/** A password of its own for one's ODK Collect: it opens forms and nothing else, and is taken back when a phone is lost. */
export function CollectDialog({ onClose }: { onClose(): void }) {
  const { t, format } = useI18n();
  const problemText = useProblemText();
  const { list, make, revoke } = usePasswords();
  const error = list.error ?? make.error ?? revoke.error;
  return (
    <Modal open title={t('collect.title')} footer={null} onCancel={onClose}>
      <div className="stack">
        <p>{t('collect.hint')}</p>
        <Button loading={make.isPending} onClick={() => make.mutate()}>
          {t('collect.make')}
        </Button>
        {make.data ? <Made made={make.data} /> : null}
        {list.isPending ? <Skeleton label={t('forms.loading')} /> : null}
        <p className="fault" role="alert">
          {error ? problemText(error) : null}
        </p>
        <ul className="forms-versions" aria-label={t('collect.mine')}>
          {(list.data ?? []).map(({ id, hint, createdAt, expiresAt }) => (
            <li key={id}>
              <code>{hint}…</code> {format.dayTime(createdAt)} ·{' '}
              {t('collect.until', { time: format.dayTime(expiresAt) })}
              <Button size="small" danger loading={revoke.isPending} onClick={() => revoke.mutate(id)}>
                {t('collect.revoke')}
              </Button>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}

function Made({ made }: { made: AppPassword }) {
  const { t } = useI18n();
  return (
    <div role="status">
      <p>{t('collect.once')}</p>
      <dl className="forms-pairs">
        <dt>{t('collect.address')}</dt>
        <dd>
          <code>{`${location.origin}/api/v1/openrosa`}</code>
        </dd>
        <dt>{t('signIn.userName')}</dt>
        <dd>
          <code>{made.userName}</code>
        </dd>
        <dt>{t('signIn.password')}</dt>
        <dd>
          <code>{made.password}</code>
        </dd>
      </dl>
    </div>
  );
}
