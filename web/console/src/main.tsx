import '@fourfold/ui/css';
import { Mark } from '@fourfold/ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nProvider, useI18n } from './i18n.ts';

function App() {
  const { t } = useI18n();
  return (
    <main>
      <Mark /> {t('page.sea')}
    </main>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <I18nProvider>
        <App />
      </I18nProvider>
    </StrictMode>,
  );
}
