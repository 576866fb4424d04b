import { isProblem, type Purpose } from '@fourfold/api';
import { useState } from 'react';
import { useI18n, useProblem } from '../i18n.ts';
import { usePhone } from './context.tsx';
import { notKept } from './deed.ts';

/** Changes what the session is for or which post it is in; that needs the server, and says so when it does not answer. */
export function useChange() {
  const { t } = useI18n();
  const phone = usePhone();
  const problemText = useProblem();
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const change = async (to: { purpose: Purpose; postId?: string }) => {
    setBusy(true);
    setWrong(null);
    try {
      await phone.changePurpose(to);
    } catch (error) {
      setWrong(isProblem(error) ? problemText({ code: error.code, parameters: error.parameters }) : t(notKept(error)));
    } finally {
      setBusy(false);
    }
  };
  return { wrong, busy, to: (to: { purpose: Purpose; postId?: string }) => void change(to) };
}
