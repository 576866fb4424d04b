import { StateCard } from '@fourfold/ui';
import { Button } from 'antd';
import { useSignedIn } from '../data/session.ts';
import { useI18n } from '../i18n.ts';
import { link } from '../router.ts';

export function Unreachable({ onRetry }: { onRetry: () => void }) {
  const { t } = useI18n();
  return (
    <main className="whole-page">
      <StateCard
        icon="warning"
        tone="l2"
        title={t('offline.title')}
        actions={<Button onClick={onRetry}>{t('verb.retry')}</Button>}
      >
        {t('offline.hint')}
      </StateCard>
    </main>
  );
}

/** Why the person cannot see this page, and how to ask. */
export function NoPermission({ onChangePurpose }: { onChangePurpose?: () => void }) {
  const { t } = useI18n();
  const session = useSignedIn();
  return (
    <StateCard
      icon="lock"
      title={t('denied.title')}
      actions={
        onChangePurpose ? (
          <Button type="primary" onClick={onChangePurpose}>
            {t('denied.change')}
          </Button>
        ) : null
      }
    >
      {t('denied.permission', { role: t(`role.${session.post.role}`) })}
    </StateCard>
  );
}

export function Missing() {
  const { t } = useI18n();
  return <StateCard icon="search" title={t('missing.title')} actions={<a {...link('/')}>{t('missing.home')}</a>} />;
}
