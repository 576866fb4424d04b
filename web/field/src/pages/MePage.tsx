import { Icon } from '@fourfold/ui';
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useChange } from '../phone/change.ts';
import { pendingCount, useMe, usePending, usePhone } from '../phone/context.tsx';
import { mayAnswer } from '../phone/inbox.ts';
import { useStore } from '../phone/store.ts';
import { shell } from '../phone/update.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { ColourSwitch } from '../pieces/ColourSwitch.tsx';
import { Languages } from '../pieces/Languages.tsx';
import { Menu } from '../pieces/Menu.tsx';
import { PushSwitch } from '../pieces/PushSwitch.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { path } from '../router.ts';
import { useWords } from '../words.ts';

/** Only a grid worker has one; where it cannot be had, the page does without. */
const ResidentCard = lazy<ComponentType>(() =>
  import('../pieces/ResidentCard.tsx').catch(() => ({ default: () => null })),
);

/** Who is signed in, for what, and what this phone keeps. */
export function MePage() {
  const { t } = useI18n();
  const me = useMe();
  const { person, post, purpose } = me;
  const { kept } = useStore(shell);
  const facts = [
    [t('me.post'), t(`role.${post.role}`)],
    [t('me.unit'), post.unit.name],
    [t('me.area'), post.area.name],
    [t('me.purpose'), t(`purpose.${purpose}`)],
  ];
  return (
    <Screen title={person.displayName} under={person.userName} aside={<Languages />} menu={<Menu at="me" />}>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Outbox />
      <ColourSwitch />
      <PushSwitch />
      {mayAnswer(me) ? (
        <Suspense fallback={null}>
          <ResidentCard />
        </Suspense>
      ) : null}
      <OtherPosts />
      <section className="card">
        <p className="said">
          <Icon name={kept === 'kept' ? 'check' : kept === 'failed' ? 'warning' : 'clock'} size={22} />
          <strong>{t(`me.shell.${kept}`)}</strong>
        </p>
        <Stored />
        <p className="under">{t('me.installHint')}</p>
      </section>
      <p className="under">{t('me.watched')}</p>
      <SignOut />
    </Screen>
  );
}

/** What waits to be sent: also here, where one looks for one's own things. */
function Outbox() {
  const { t } = useI18n();
  const count = pendingCount(usePending());
  return (
    <a className="row" href={path({ page: 'outbox' })}>
      <span className="kind">
        <Icon name="send" size={24} />
      </span>
      <span className="row-title">
        <strong>{t('page.outbox')}</strong>
        <small>{count > 0 ? t('strip.count', { count }) : t('strip.clear')}</small>
      </span>
      <Icon name="chevron" size={20} />
    </a>
  );
}

function OtherPosts() {
  const { t } = useI18n();
  const change = useChange();
  const { post, posts } = useMe();
  const others = posts.filter((candidate) => candidate.id !== post.id);
  if (others.length === 0) return null;
  return (
    <section aria-label={t('me.switchPost')} className="card">
      <h2>{t('me.switchPost')}</h2>
      {others.map((other) => (
        <BigButton
          key={other.id}
          disabled={change.busy}
          onClick={() => change.to({ purpose: 'field-work', postId: other.id })}
        >
          {t(`role.${other.role}`)} · {other.unit.name}
        </BigButton>
      ))}
      <p className="wrong" role="alert">
        {change.wrong}
      </p>
    </section>
  );
}

function Stored() {
  const { t } = useI18n();
  const words = useWords();
  const [bytes, setBytes] = useState<number>();
  useEffect(() => {
    void navigator.storage?.estimate?.().then((estimate) => setBytes(estimate.usage));
  }, []);
  return bytes === undefined ? null : <p className="under">{t('me.stored', { size: words.size(bytes) })}</p>;
}

function SignOut() {
  const { t } = useI18n();
  const phone = usePhone();
  const count = pendingCount(usePending());
  const [asked, setAsked] = useState(false);
  const press = () => (count > 0 && !asked ? setAsked(true) : void phone.signOut());
  return (
    <>
      <p className="wrong" role="alert">
        {asked ? t('me.signOutUnsent', { count }) : null}
      </p>
      <BigButton icon="out" onClick={press}>
        {t(asked ? 'me.signOutSure' : 'me.signOut')}
      </BigButton>
    </>
  );
}
