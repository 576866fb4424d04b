import '@fontsource-variable/noto-sans-sc/index.css';
import '@fourfold/ui/css';
import './shell/shell.css';
import { onSessionLost, Problem } from '@fourfold/api';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { sessionKey } from './data/session.ts';
import { I18nProvider } from './i18n.ts';
import { applyColours, firstColours } from './theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5000,
      refetchOnWindowFocus: false,
      // Refusals are answers; only a lost network is worth another try.
      retry: (count, error) => !(error instanceof Problem && error.status > 0 && error.status < 500) && count < 2,
    },
    mutations: { retry: false },
  },
});

onSessionLost(() => queries.setQueryData(sessionKey, null));
applyColours(firstColours());

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <I18nProvider>
          <App />
        </I18nProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
