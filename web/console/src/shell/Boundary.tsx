import { StateCard } from '@fourfold/ui';
import { Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useI18n } from '../i18n.ts';

/** Keeps a fault of one page from taking the others with it. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) return this.props.children;
    return <Broken error={this.state.error} onRetry={() => this.setState({ error: null })} />;
  }
}

function Broken({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const { t } = useI18n();
  return (
    <StateCard
      icon="warning"
      tone="l1"
      title={t('broken.title')}
      actions={<Button onClick={onRetry}>{t('verb.retry')}</Button>}
    >
      <p>{t('broken.hint')}</p>
      <code>{error.message}</code>
    </StateCard>
  );
}
