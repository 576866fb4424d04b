import type { Submission, UnmaskPurpose } from '@fourfold/api';
import type { FormSpec } from '@fourfold/forms';
import { useOnce } from '@fourfold/ui';
import { App, Checkbox, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useProblemText } from '../../../data/problems.ts';
import { useI18n } from '../../../i18n.ts';
import { useCases } from '../../cases/data.ts';
import { useCaseWords } from '../../cases/words.ts';
import { purposes, useAsk } from './data.ts';
import { useFieldText } from './useFieldText.ts';

const longestReason = 500;

/** Asks to see sealed answers, for a case and a reason; somebody else consents. */
export function AskUnmask(props: { submission: Submission; spec: FormSpec; onClose(): void }) {
  const { submission, spec, onClose } = props;
  const { t } = useI18n();
  const { message } = App.useApp();
  const fieldText = useFieldText();
  const problemText = useProblemText();
  const ask = useAsk(submission.id);
  const [fields, setFields] = useState<string[]>([]);
  const [purpose, setPurpose] = useState<UnmaskPurpose>();
  const [caseId, setCaseId] = useState<string>();
  const [reason, setReason] = useState('');
  const ready = fields.length > 0 && purpose && caseId && reason.trim();
  const send = useOnce(async (by: UnmaskPurpose, about: string) => {
    const asked = await ask
      .mutateAsync({ fields, purpose: by, caseId: about, reason: reason.trim() })
      .catch(() => null);
    if (!asked) return;
    void message.success(t('forms.asked'));
    onClose();
  });
  return (
    <Modal
      open
      title={t('forms.ask')}
      okText={t('forms.askSend')}
      okButtonProps={{ disabled: !ready, loading: ask.isPending }}
      onOk={() => purpose && caseId && send(purpose, caseId)}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="hint">{t('forms.askHint')}</p>
        <fieldset className="forms-helper">
          <legend>{t('forms.askFields')}</legend>
          <Checkbox.Group
            value={fields}
            onChange={(chosen) => setFields(chosen.map(String))}
            options={submission.masked.map((path) => ({
              value: path,
              label: fieldText(spec, path),
            }))}
          />
        </fieldset>
        <fieldset className="forms-helper">
          <legend>{t('forms.askPurpose')}</legend>
          <Radio.Group
            className="forms-radios"
            value={purpose}
            onChange={(event) => setPurpose(event.target.value as UnmaskPurpose)}
            options={purposes.map((value) => ({ value, label: t(`forms.unmaskPurpose.${value}`) }))}
          />
        </fieldset>
        <label htmlFor="ask-case">{t('forms.askCase')}</label>
        <CaseSelect id="ask-case" value={caseId} onChange={setCaseId} />
        <label htmlFor="ask-reason">{t('forms.askReason')}</label>
        <Input.TextArea
          id="ask-reason"
          rows={2}
          maxLength={longestReason}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <p className="fault" role="alert">
          {ask.error ? problemText(ask.error) : null}
        </p>
      </div>
    </Modal>
  );
}

/** An open case of one's area, the newest first. */
function CaseSelect(props: { id: string; value: string | undefined; onChange(id: string): void }) {
  const cases = useCases({ scope: 'open', order: 'newest', state: null });
  const say = useCaseWords();
  return (
    <Select
      id={props.id}
      value={props.value}
      onChange={props.onChange}
      loading={cases.isFetching}
      showSearch={{ optionFilterProp: 'label' }}
      options={(cases.data ?? []).map((item) => ({ value: item.id, label: `${item.number} ${say.title(item)}` }))}
    />
  );
}
