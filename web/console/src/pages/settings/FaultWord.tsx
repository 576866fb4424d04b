import { known, useI18n } from '../../i18n.ts';

/** Why bytes were dropped, in words; the cause itself where a newer server has one that is not known here. */
export function FaultWord({ fault }: { fault: string }) {
  const { t } = useI18n();
  const key = known(`fault.${fault}`);
  return <>{key ? t(key as 'fault.checksumWrong') : fault}</>;
}
