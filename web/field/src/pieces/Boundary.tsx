import { StateCard } from '@fourfold/ui';
import { Component, type ReactNode } from 'react';
import { useI18n } from '../i18n.ts';
import { path } from '../router.ts';
import { BigButton } from './BigButton.tsx';
import { useTitle } from './title.ts';

/** A page that cannot be drawn says so, and takes nothing else with it. Another page begins anew by its `key`. */
export class Boundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    return this.state.broken ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { t } = useI18n();
  useTitle(t('broken.title'));
  return (
    <main className="page">
      <StateCard
        icon="warning"
        title={t('broken.title')}
        actions={[
          <BigButton key="again" look="main" onClick={() => location.reload()}>
            {t('broken.again')}
          </BigButton>,
          <a key="today" className="big plain" href={path({ page: 'today' })}>
            {t('broken.today')}
          </a>,
        ]}
      >
        {t('broken.text')}
      </StateCard>
    </main>
  );
}
