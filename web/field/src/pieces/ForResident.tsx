import { Icon } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import type { ForResident as Resident } from '../phone/drafts.ts';

interface ForResidentProps {
  value: Resident | undefined;
  /** What is done for them; without it, that it is reported. */
  title?: string;
  /** What becomes of what they leave; without it, as of a report. */
  told?: string;
  onChange(value: Resident): void;
}

/** For somebody without a phone of their own: said first what is kept, who sees it and how long; then asked. */
export function ForResident({ value, title, told, onChange }: ForResidentProps) {
  const { t } = useI18n();
  const resident = value ?? { on: false };
  const change = (part: Partial<Resident>) => onChange({ ...resident, ...part });
  return (
    <section className="behalf" aria-label={title ?? t('behalf.title')}>
      <label className="tick">
        <input type="checkbox" checked={resident.on} onChange={(event) => change({ on: event.target.checked })} />
        <span>
          <strong>{title ?? t('behalf.title')}</strong>
        </span>
      </label>
      {resident.on ? (
        <>
          <p className="said">
            <Icon name="lock" size={22} />
            <span>{told ?? t('behalf.told')}</span>
          </p>
          <label className="tick" id="tell.missingConsent">
            <input
              type="checkbox"
              checked={resident.consent ?? false}
              onChange={(event) => change({ consent: event.target.checked })}
            />
            <span>{t('behalf.consent')}</span>
          </label>
          {resident.consent ? (
            <>
              <label className="field">
                <span>{t('behalf.name')}</span>
                <input
                  maxLength={60}
                  autoComplete="off"
                  value={resident.name ?? ''}
                  onChange={(event) => change({ name: event.target.value })}
                />
              </label>
              <label className="field">
                <span>{t('behalf.phone')}</span>
                <input
                  type="tel"
                  inputMode="tel"
                  maxLength={20}
                  autoComplete="off"
                  value={resident.phone ?? ''}
                  onChange={(event) => change({ phone: event.target.value })}
                />
              </label>
            </>
          ) : (
            <p className="under">{t('behalf.without')}</p>
          )}
        </>
      ) : null}
    </section>
  );
}
