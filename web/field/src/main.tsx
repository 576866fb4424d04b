import '@fourfold/ui/tokens.css';
import '@fourfold/ui/base.css';
import '@fourfold/ui/pieces.css';
import './style/field.css';
import './style/controls.css';
import './style/pages.css';
import './style/report.css';
import './style/ground.css';
import './style/inbox.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { I18nProvider } from './i18n.ts';
import { applyColours, colours } from './phone/colours.ts';
import { PhoneContext } from './phone/context.tsx';
import { Phone } from './phone/phone.ts';
import { keepShell } from './phone/update.ts';
import { beginHistory } from './router.ts';

const root = document.getElementById('root');
if (root) {
  beginHistory();
  applyColours(colours.get().chosen);
  const phone = window.isSecureContext ? new Phone() : null;
  void phone?.start();
  void keepShell();
  createRoot(root).render(
    <StrictMode>
      <I18nProvider>
        <PhoneContext value={phone}>
          <App />
        </PhoneContext>
      </I18nProvider>
    </StrictMode>,
  );
}
