import type { FormText } from '@fourfold/forms';
import { Input } from 'antd';
import { useId } from 'react';
import { useI18n } from '../../../i18n.ts';

export interface TextPairProps {
  name: string;
  value: FormText;
  required?: boolean;
  onChange(value: FormText): void;
  /** The person is done with it for now. */
  onLeave?(): void;
}

const longest = 1000;

/** A text in both languages; one of them is enough, and then stands for both. */
export function TextPair({ name, value, required, onChange, onLeave }: TextPairProps) {
  const { t } = useI18n();
  const id = useId();
  return (
    <div className="forms-pair">
      {(['zh', 'en'] as const).map((language) => (
        <div key={language}>
          <label htmlFor={`${id}-${language}`}>
            {name} <span className="hint">{t(`forms.language.${language}`)}</span>
          </label>
          <Input.TextArea
            id={`${id}-${language}`}
            autoSize={{ minRows: 1, maxRows: 6 }}
            value={value[language]}
            placeholder={value[language === 'zh' ? 'en' : 'zh']}
            maxLength={longest}
            aria-required={required && language === 'zh' ? true : undefined}
            lang={language === 'zh' ? 'zh-CN' : 'en'}
            onChange={(event) => onChange({ ...value, [language]: event.target.value })}
            onBlur={onLeave}
          />
        </div>
      ))}
    </div>
  );
}
