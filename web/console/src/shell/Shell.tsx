import { Skeleton } from '@fourfold/ui';
import { Suspense, useState } from 'react';
import { useChanges } from '../data/changes.ts';
import { useMay, useSignedIn } from '../data/session.ts';
import { useI18n } from '../i18n.ts';
import { KeysDialog } from '../keys/KeysDialog.tsx';
import { KeysProvider, useCommands } from '../keys/KeysProvider.tsx';
import { pageOf } from '../pages/registry.ts';
import { usePath } from '../router.ts';
import { SoundProvider, useSound } from '../sound/SoundProvider.tsx';
import { Announcer } from './Announcer.tsx';
import { Boundary } from './Boundary.tsx';
import { Lock, useLock } from './Lock.tsx';
import { PurposeDialog } from './PurposeDialog.tsx';
import { Rail } from './Rail.tsx';
import { ScopeProvider } from './scope.tsx';
import { Missing, NoPermission } from './states.tsx';
import { TopBar } from './TopBar.tsx';

/** What surrounds every page of someone signed in. */
export function Shell() {
  useChanges();
  return (
    <KeysProvider>
      <SoundProvider>
        <ScopeProvider>
          <Frame />
        </ScopeProvider>
      </SoundProvider>
    </KeysProvider>
  );
}

function Frame() {
  const { t } = useI18n();
  const session = useSignedIn();
  const sound = useSound();
  const { locked, lock, unlock } = useLock();
  const [dialog, setDialog] = useState<'keys' | 'purpose' | null>(null);
  useCommands({ help: () => setDialog('keys'), mute: sound.mute });
  return (
    <div className="shell" data-simulated={session.simulated}>
      <a className="skip" href="#content">
        {t('shell.skip')}
      </a>
      {session.simulated ? (
        <p className="simulated" role="note">
          {t('app.simulated')}
        </p>
      ) : null}
      <Announcer />
      <TopBar onLock={lock} onChangePurpose={() => setDialog('purpose')} />
      <Rail onKeys={() => setDialog('keys')} />
      <main id="content" className="page" inert={locked}>
        <Boundary>
          <Suspense fallback={<Skeleton label={t('shell.loading')} rows={5} />}>
            <Page onChangePurpose={() => setDialog('purpose')} />
          </Suspense>
        </Boundary>
      </main>
      {dialog === 'keys' ? <KeysDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'purpose' ? <PurposeDialog onClose={() => setDialog(null)} /> : null}
      {locked ? <Lock onUnlock={unlock} /> : null}
    </div>
  );
}

function Page({ onChangePurpose }: { onChangePurpose: () => void }) {
  const may = useMay();
  const page = pageOf(usePath(), may);
  if (!page) return <Missing />;
  if (page.permission && !may(page.permission)) return <NoPermission onChangePurpose={onChangePurpose} />;
  const Content = page.content;
  return <Content />;
}
