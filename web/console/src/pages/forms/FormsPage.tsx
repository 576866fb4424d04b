import './forms.css';
import { useMay } from '../../data/session.ts';
import { usePath } from '../../router.ts';
import { NoPermission } from '../../shell/states.tsx';
import { DesignerPage } from './designer/DesignerPage.tsx';
import { EmergenciesPage } from './EmergenciesPage.tsx';
import { FormList } from './FormList.tsx';
import { RequestsPage } from './submissions/RequestsPage.tsx';
import { SubmissionsPage } from './submissions/SubmissionsPage.tsx';

/** Not the codes of forms: those have no hyphen. */
const requests = 'unmask-requests';
const emergencies = 'declared-emergencies';

/** `/forms` is the list, `/forms/{code}` the designer of one, `/forms/{code}/submissions` what came in. */
export default function FormsPage() {
  const may = useMay();
  const [, , code, part] = usePath().split('/');
  if (!code) return <FormList />;
  if (code === requests) return may('submissions.read') ? <RequestsPage /> : <NoPermission />;
  if (code === emergencies) return <EmergenciesPage />;
  if (part === 'submissions')
    return may('submissions.read') ? <SubmissionsPage code={code} key={code} /> : <NoPermission />;
  return may('forms.write') ? <DesignerPage code={code} key={code} /> : <NoPermission />;
}
