import { App as AntApp, ConfigProvider } from 'antd';
import enGb from 'antd/locale/en_GB';
import zhCn from 'antd/locale/zh_CN';
import { useCallback, useMemo, useState } from 'react';
import { useSession } from './data/session.ts';
import { useI18n } from './i18n.ts';
import { usePath } from './router.ts';
import { Boundary } from './shell/Boundary.tsx';
import { Setup } from './shell/Setup.tsx';
import { Shell } from './shell/Shell.tsx';
import { SignIn } from './shell/SignIn.tsx';
import { Unreachable } from './shell/states.tsx';
import { antdTheme, applyColours, type Colours, ColoursContext, firstColours } from './theme.ts';

export function App() {
  const { language } = useI18n();
  const [colours, setState] = useState(firstColours);
  const setColours = useCallback((next: Colours) => {
    applyColours(next);
    setState(next);
  }, []);
  const theme = useMemo(() => antdTheme(colours), [colours]);
  const context = useMemo(() => ({ colours, setColours }), [colours, setColours]);
  return (
    <ColoursContext value={context}>
      <ConfigProvider
        theme={theme}
        locale={language === 'zh' ? zhCn : enGb}
        wave={{ disabled: true }}
        button={{ autoInsertSpace: false }}
      >
        <AntApp className="app" component="div" message={{ top: 84, duration: 4 }}>
          <Boundary>
            <Gate />
          </Boundary>
        </AntApp>
      </ConfigProvider>
    </ColoursContext>
  );
}

/** Nobody gets past here without a session; the first administrator has no other way in. */
function Gate() {
  const path = usePath();
  const { data, error, refetch } = useSession();
  if (path === '/setup') return <Setup />;
  if (data) return <Shell />;
  if (data === null) return <SignIn />;
  if (error) return <Unreachable onRetry={() => void refetch()} />;
  return null;
}
