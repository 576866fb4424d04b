import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { AreaSelect } from '../settings/AreaSelect.tsx';
import { dayStart } from '../settings/days.ts';
import { useSend } from './data.ts';

const longestTitle = 60;
const longestText = 1000;

/** Words to the workers of an area, until a day. */
export function SendDialog({ onClose }: { onClose(): void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const send = useSend();
  const [area, setArea] = useState('');
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [last, setLast] = useState('');
  const [urgent, setUrgent] = useState(false);
  // The last day is one of it.
  const until = dayStart(last, 1);
  const ready = area && title.trim() && text.trim() && until;
  const submit = () => {
    if (until)
      send.mutate({ area, title: title.trim(), text: text.trim(), until, urgent }, { onSuccess: () => onClose() });
  };
  return (
    <Modal
      open
      title={t('notices.new')}
      okText={t('notices.send')}
      okButtonProps={{ disabled: !ready, loading: send.isPending }}
      cancelText={t('verb.cancel')}
      onOk={submit}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="hint">{t('notices.sendHint')}</p>
        <label htmlFor="notice-area">{t('notices.area')}</label>
        <AreaSelect id="notice-area" value={area} onChange={setArea} />
        <label htmlFor="notice-title">{t('notices.name')}</label>
        <Input
          id="notice-title"
          value={title}
          maxLength={longestTitle}
          onChange={(event) => setTitle(event.target.value)}
        />
        <label htmlFor="notice-text">{t('notices.text')}</label>
        <Input.TextArea
          id="notice-text"
          rows={4}
          value={text}
          maxLength={longestText}
          showCount
          onChange={(event) => setText(event.target.value)}
        />
        <label htmlFor="notice-last">{t('notices.last')}</label>
        <Input id="notice-last" type="date" value={last} onChange={(event) => setLast(event.target.value)} />
        <Checkbox checked={urgent} onChange={(event) => setUrgent(event.target.checked)}>
          {t('notices.urgentHint')}
        </Checkbox>
        <p className="fault" role="alert">
          {send.error ? problemText(send.error) : null}
        </p>
      </div>
    </Modal>
  );
}
