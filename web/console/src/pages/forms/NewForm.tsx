import { isProblem } from '@fourfold/api';
import type { FormFault, FormSpec, FormText } from '@fourfold/forms';
import { useOnce } from '@fourfold/ui';
import { useMutation } from '@tanstack/react-query';
import { Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useProblemText } from '../../data/problems.ts';
import { useI18n } from '../../i18n.ts';
import { navigate } from '../../router.ts';
import { useImport, useSaveDraft } from './data.ts';
import { codeFrom } from './designer/codes.ts';
import { inBothLanguages, unusedCode } from './designer/edit.ts';
import { fromTemplate, type TemplateName, templateNames } from './templates.ts';
import { useFormWords } from './words.ts';

const triesAtMost = 20;

/** A form begins from a template or a workbook; its code comes from its title. */
export function NewForm({ onClose }: { onClose(): void }) {
  const { t } = useI18n();
  const problemText = useProblemText();
  const [from, setFrom] = useState<TemplateName | 'workbook'>('blank');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [read, setRead] = useState<Awaited<ReturnType<typeof reader.mutateAsync>> | null>(null);
  const reader = useImport();
  const [wrong, setWrong] = useState<unknown>(null);
  const creation = useCreate();
  const create = useOnce((chosen: FormSpec | TemplateName) => {
    setWrong(null);
    return creation.mutateAsync({ title, from: chosen }).catch(setWrong);
  });
  const take = (file: File) => {
    setWrong(null);
    reader.mutate(file, {
      onSuccess: (found) => {
        setRead(found);
        setZh((before) => before || (found.spec?.title.zh ?? ''));
        setEn((before) => before || (found.spec?.title.en ?? ''));
      },
      onError: setWrong,
    });
  };
  const title = inBothLanguages({ title: { zh: zh.trim(), en: en.trim() } } as FormSpec).title;
  const workbook = from === 'workbook' ? (read?.spec ?? null) : null;
  const ready = title.zh !== '' && (from !== 'workbook' || workbook);
  return (
    <Modal
      open
      title={t('forms.new')}
      okText={t('forms.create')}
      okButtonProps={{ disabled: !ready, loading: creation.isPending }}
      onOk={() => create(workbook ?? (from === 'workbook' ? 'blank' : from))}
      onCancel={onClose}
      width={560}
    >
      <div className="stack">
        <Radio.Group
          className="forms-radios"
          aria-label={t('forms.from')}
          value={from}
          onChange={(event) => setFrom(event.target.value as TemplateName | 'workbook')}
          options={[...templateNames, 'workbook' as const].map((value) => ({
            value,
            label: (
              <>
                <strong>{t(`forms.from.${value}`)}</strong> <span className="hint">{t(`forms.fromHint.${value}`)}</span>
              </>
            ),
          }))}
        />
        {from === 'workbook' ? <Workbook read={read} busy={reader.isPending} onFile={take} /> : null}
        <label htmlFor="form-title-zh">{t('forms.titleZh')}</label>
        <Input id="form-title-zh" value={zh} maxLength={200} onChange={(event) => setZh(event.target.value)} />
        <label htmlFor="form-title-en">{t('forms.titleEn')}</label>
        <Input id="form-title-en" value={en} maxLength={200} onChange={(event) => setEn(event.target.value)} />
        <p className="hint">{t('forms.oneLanguage')}</p>
        <p className="fault" role="alert">
          {wrong ? problemText(wrong) : null}
        </p>
      </div>
    </Modal>
  );
}

/** Saves a new form and opens it. Another one may bear its code already, also one that this person cannot see. */
function useCreate() {
  const save = useSaveDraft();
  const saveAs = async (stem: string, make: (code: string) => FormSpec): Promise<string> => {
    const taken = new Set<string>();
    for (;;) {
      const code = unusedCode(stem, taken);
      try {
        await save.mutateAsync({ code, spec: make(code), revision: 0 });
        return code;
      } catch (error) {
        const isTaken = isProblem(error, 'form.code-taken') || isProblem(error, 'revision.stale');
        if (!isTaken || taken.size >= triesAtMost) throw error;
        taken.add(code);
      }
    }
  };
  return useMutation({
    mutationFn: async ({ title, from }: { title: FormText; from: FormSpec | TemplateName }) => {
      const isTemplate = typeof from === 'string';
      const stem = (isTemplate ? '' : from.code) || (await codeFrom(title)) || 'form';
      return saveAs(stem, (free) =>
        isTemplate ? fromTemplate(from, free, title) : { ...inBothLanguages(from), code: free, title },
      );
    },
    onSuccess: (code) => navigate(`/forms/${code}`),
  });
}

interface WorkbookProps {
  read: { spec: FormSpec | null; notes: FormFault[]; faults: FormFault[] } | null;
  busy: boolean;
  onFile(file: File): void;
}

const shownAtMost = 20;

/** The workbook, and what of it was left out or must be mended, cell by cell. */
function Workbook({ read, busy, onFile }: WorkbookProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const input = useRef<HTMLInputElement>(null);
  const lines = [
    ...(read?.faults ?? []).map((fault) => ({
      key: `f${fault.path}${fault.code}`,
      at: fault.path,
      text: words.fault(fault),
    })),
    ...(read?.notes ?? []).map((note) => ({ key: `n${note.path}${note.code}`, at: note.path, text: words.note(note) })),
  ];
  return (
    <>
      <label htmlFor="form-workbook">{t('forms.workbook')}</label>
      <input
        id="form-workbook"
        ref={input}
        type="file"
        accept=".xlsx"
        disabled={busy}
        onChange={() => {
          const [file] = Array.from(input.current?.files ?? []);
          if (file) onFile(file);
        }}
      />
      {read && lines.length === 0 ? <p className="hint">{t('forms.workbookClean')}</p> : null}
      {lines.length > 0 ? (
        <ul className="forms-cells" aria-label={t('forms.workbookNotes')}>
          {lines.slice(0, shownAtMost).map((line) => (
            <li key={line.key}>
              <code>{line.at}</code> {line.text}
            </li>
          ))}
          {lines.length > shownAtMost ? (
            <li className="hint">{t('forms.andMore', { count: lines.length - shownAtMost })}</li>
          ) : null}
        </ul>
      ) : null}
    </>
  );
}
