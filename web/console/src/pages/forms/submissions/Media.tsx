import { Button } from 'antd';
import { useState } from 'react';
import { useI18n } from '../../../i18n.ts';

export interface MediaProps {
  kind: 'photo' | 'video';
  /** The question that it answers. */
  label: string;
  href: string;
}

/** A picture or film, fetched only when somebody wants to see it: each look is written down. */
export function Media({ kind, label, href }: MediaProps) {
  const { t } = useI18n();
  const [state, setState] = useState<'closed' | 'open' | 'missing'>('closed');
  if (state === 'missing') return <span className="hint">{t('forms.fileComing')}</span>;
  if (state === 'closed')
    return (
      <Button size="small" onClick={() => setState('open')}>
        {t(kind === 'photo' ? 'forms.photo' : 'forms.video')}
        <span className="visually-hidden"> {label}</span>
      </Button>
    );
  const shown = { className: 'forms-media', src: href, onError: () => setState('missing') };
  return kind === 'photo' ? (
    <img {...shown} alt={label} />
  ) : (
    <video {...shown} aria-label={label} controls autoPlay muted playsInline />
  );
}
