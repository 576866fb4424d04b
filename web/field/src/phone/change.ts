import { isProblem, type Purpose } from '@fourfold/api';
import { useState } from 'react';
import { useProblem } from '../i18n.ts';
import { usePhone } from './context.tsx';

/** Changes what the session is for or which post it is in; that needs the server, and says so when it does not answer. */
export function useChange() {
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
      if (!isProblem(error)) throw error;
      setWrong(problemText({ code: error.code, parameters: error.parameters }));
    } finally {
      setBusy(false);
    }
  };
  return { wrong, busy, to: (to: { purpose: Purpose; postId?: string }) => void change(to) };
}
