import { useI18n } from '../i18n.ts';
import { useDeed } from '../phone/deed.ts';
import { BigButton, type BigButtonProps } from './BigButton.tsx';

interface DeedButtonProps extends Omit<BigButtonProps, 'onClick'> {
  /** What is written on the phone. */
  work(): Promise<unknown>;
}

/** A button that writes something down: once at a time, and with a word when the phone could not keep it. */
export function DeedButton({ work, ...rest }: DeedButtonProps) {
  const { t } = useI18n();
  const deed = useDeed();
  return (
    <>
      <span className="wrong" role="alert">
        {deed.wrong ? t(deed.wrong) : null}
      </span>
      <BigButton {...rest} onClick={() => deed.run(work)} />
    </>
  );
}
