import type { Session } from '@fourfold/api';
import { Mark, StateCard } from '@fourfold/ui';
import { lazy, Suspense, useContext, useEffect, useRef } from 'react';
import { useI18n } from './i18n.ts';
import { ConflictPage } from './pages/ConflictPage.tsx';
import { FormsPage } from './pages/FormsPage.tsx';
import { MePage } from './pages/MePage.tsx';
import { NotKept } from './pages/Missing.tsx';
import { NotePage } from './pages/NotePage.tsx';
import { OrderPage } from './pages/OrderPage.tsx';
import { OutboxPage } from './pages/OutboxPage.tsx';
import { PurposePage } from './pages/PurposePage.tsx';
import { ReportPage } from './pages/ReportPage.tsx';
import { ReturnPage } from './pages/ReturnPage.tsx';
import { SignInPage } from './pages/SignInPage.tsx';
import { TodayPage } from './pages/TodayPage.tsx';
import { PhoneContext, usePhoneState, WithPending } from './phone/context.tsx';
import { Boundary } from './pieces/Boundary.tsx';
import { Languages } from './pieces/Languages.tsx';
import { useTitle } from './pieces/title.ts';
import { type Route, useRoute } from './router.ts';

/** Only who fills a form needs what draws and judges it; where it cannot be had, the page says so. */
const FillPage = lazy(() => import('./pages/FillPage.tsx').catch(() => ({ default: NotKept })));
const TellPage = lazy(() => import('./pages/TellPage.tsx').catch(() => ({ default: NotKept })));
const GroundPage = lazy(() => import('./pages/GroundPage.tsx').catch(() => ({ default: NotKept })));
const PlanPage = lazy(() => import('./pages/PlanPage.tsx').catch(() => ({ default: NotKept })));
const PatrolPage = lazy(() => import('./pages/PatrolPage.tsx').catch(() => ({ default: NotKept })));
const AreaPage = lazy(() => import('./pages/AreaPage.tsx').catch(() => ({ default: NotKept })));
const MeetingPage = lazy(() => import('./pages/MeetingPage.tsx').catch(() => ({ default: NotKept })));
/** Only grid workers are asked. */
const InboxPage = lazy(() => import('./pages/InboxPage.tsx').catch(() => ({ default: NotKept })));
const QuestionPage = lazy(() => import('./pages/QuestionPage.tsx').catch(() => ({ default: NotKept })));
const NoticePage = lazy(() => import('./pages/NoticePage.tsx').catch(() => ({ default: NotKept })));

/** An insecure address cannot keep the app, hash photos or lock the queue; better to say so than to lose work. */
export function App() {
  const phone = useContext(PhoneContext);
  return phone ? <Gate /> : <Unusable because="secure" />;
}

function Unusable({ because }: { because: 'secure' | 'storage' }) {
  const { t } = useI18n();
  useTitle(t(`${because}.title`));
  return (
    <main className="page">
      <header className="sign-in-head">
        <Mark size={40} />
        <h1 className="head-title">{t('app.name')}</h1>
        <Languages />
      </header>
      <StateCard icon="lock" title={t(`${because}.title`)}>
        {t(`${because}.text`)}
      </StateCard>
    </main>
  );
}

function Gate() {
  const { ready, broken, session } = usePhoneState();
  const route = useRoute();
  useTopOfPage(route);
  if (!ready) return null;
  if (broken) return <Unusable because="storage" />;
  return (
    <WithPending>
      <Boundary key={placeOf(route)}>
        <Suspense fallback={<Opening />}>{opened(route, session)}</Suspense>
      </Boundary>
    </WithPending>
  );
}

/** The part of the app that draws the page is on its way; what is quick says nothing. */
function Opening() {
  const { t } = useI18n();
  return (
    <p className="opening" role="status">
      {t('app.opening')}
    </p>
  );
}

const placeOf = (route: Route): string => ('id' in route ? `${route.page}/${route.id}` : route.page);

function opened(route: Route, session: Session | null) {
  if (!session || route.page === 'signIn') return <SignInPage />;
  return session.purpose === 'field-work' ? <Page route={route} /> : <PurposePage />;
}

/** Every page begins at its top, with its heading read first. */
function useTopOfPage(route: Route) {
  const place = placeOf(route);
  const first = useRef(true);
  useEffect(() => {
    void place;
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }, [place]);
}

function Page({ route }: { route: Route }) {
  switch (route.page) {
    case 'order':
      return <OrderPage id={route.id} key={route.id} />;
    case 'report':
      return <ReportPage id={route.id} key={route.id} />;
    case 'return':
      return <ReturnPage id={route.id} key={route.id} />;
    case 'note':
      return <NotePage id={route.id} key={route.id} />;
    case 'conflict':
      return <ConflictPage id={route.id} key={route.id} />;
    case 'fill':
      return <FillPage id={route.id} key={route.id} />;
    case 'patrol':
      return <PatrolPage id={route.id} key={route.id} />;
    case 'tell':
      return <TellPage />;
    case 'ground':
      return <GroundPage />;
    case 'plan':
      return <PlanPage />;
    case 'area':
      return <AreaPage key="own" />;
    case 'areaOf':
      return <AreaPage id={route.id} key={route.id} />;
    case 'meeting':
      return <MeetingPage id={route.id} key={route.id} />;
    case 'inbox':
      return <InboxPage />;
    case 'question':
      return <QuestionPage id={route.id} key={route.id} />;
    case 'notice':
      return <NoticePage id={route.id} key={route.id} />;
    case 'forms':
      return <FormsPage />;
    case 'outbox':
      return <OutboxPage />;
    case 'me':
      return <MePage />;
    default:
      return <TodayPage />;
  }
}
