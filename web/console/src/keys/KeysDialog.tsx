import { Key } from '@fourfold/ui';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useKeys } from './KeysProvider.tsx';
import { type Command, commands } from './keymap.ts';

/** All keys; each can be given another one. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { cap, change } = useKeys();
  const [changing, setChanging] = useState<Command | null>(null);
  const press = (key: string) => {
    if (changing && key.length === 1 && !/[1-5 ]/.test(key)) change(changing, key.toLowerCase());
    setChanging(null);
  };
  return (
    <Modal open title={t('keys.title')} footer={null} onCancel={onClose} width={560}>
      <p className="hint">{t('keys.hint')}</p>
      <ul className="keys">
        {(Object.keys(commands) as Command[]).map((command) => (
          <li key={command}>
            <Key>{cap(command)}</Key>
            <span>{t(`keys.${command}`)}</span>
            {command === 'open' ? null : (
              <Button
                size="small"
                type="text"
                onClick={() => setChanging(command)}
                onKeyDown={(event) => {
                  if (changing !== command) return;
                  event.preventDefault();
                  event.stopPropagation();
                  press(event.key);
                }}
              >
                {changing === command ? t('keys.press') : t('keys.change')}
              </Button>
            )}
          </li>
        ))}
        <li>
          <Key>1–5</Key>
          <span>{t('keys.reasons')}</span>
        </li>
        <li>
          <Key>1–4</Key>
          <span>{t('keys.outcome')}</span>
        </li>
        <li>
          <Key>Esc</Key>
          <span>{t('keys.escape')}</span>
        </li>
      </ul>
    </Modal>
  );
}
