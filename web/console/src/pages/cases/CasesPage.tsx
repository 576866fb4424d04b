import './cases.css';
import { usePath } from '../../router.ts';
import { CaseList } from './CaseList.tsx';
import { CasePage } from './CasePage.tsx';

/** `/cases` is the list, `/cases/{id}` one of them. */
export default function CasesPage() {
  const [, , id] = usePath().split('/');
  return id ? <CasePage id={id} key={id} /> : <CaseList />;
}
