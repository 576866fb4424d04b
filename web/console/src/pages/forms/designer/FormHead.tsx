import type { Form } from '@fourfold/api';
import { type FormSpec, hasAnswer } from '@fourfold/forms';
import { Icon } from '@fourfold/ui';
import { App, Button, Input, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useProblemText } from '../../../data/problems.ts';
import { useMay } from '../../../data/session.ts';
import { useI18n } from '../../../i18n.ts';
import { link } from '../../../router.ts';
import { type Draft, faultsOf, theirs, usePublish, useRetire, useSaveDraft } from '../data.ts';
import { useFormWords } from '../words.ts';
import { Conflict } from './Conflict.tsx';
import { inBothLanguages, placed } from './edit.ts';
import type { PlacedFault } from './faults.ts';
import type { Designer } from './useDesigner.ts';
import { Versions } from './Versions.tsx';

export interface FormHeadProps {
  designer: Designer;
  form: Form | undefined;
  faults: readonly PlacedFault[];
}

/** The form's name and state, and what is done with it as a whole. */
export function FormHead({ designer, form, faults }: FormHeadProps) {
  const { t } = useI18n();
  const words = useFormWords();
  const may = useMay();
  const [dialog, setDialog] = useState<'publish' | 'versions' | 'retire' | null>(null);
  const desk = useSaving(designer);
  const published = form?.publishedVersion ?? null;
  const nothingNew = !designer.dirty && form !== undefined && form.draftRevision === null;
  return (
    <header className="forms-head">
      <a {...link('/forms')}>
        <Icon name="back" size={20} />
        <span className="visually-hidden">{t('forms.back')}</span>
      </a>
      <h1>{words.say(designer.spec.title)}</h1>
      <p className="hint" role="status">
        {published === null ? t('forms.state.draft') : t('forms.publishedAs', { version: published })}
        {' · '}
        {t(designer.dirty ? 'forms.unsaved' : 'forms.saved')}
      </p>
      <span className="row-end">
        <Button
          icon={<Icon name="undo" size={16} />}
          aria-label={t('forms.undo')}
          disabled={!designer.canUndo}
          onClick={designer.undo}
        />
        <Button
          icon={<Icon name="undo" size={16} style={{ transform: 'scaleX(-1)' }} />}
          aria-label={t('forms.redo')}
          disabled={!designer.canRedo}
          onClick={designer.redo}
        />
        <Button onClick={() => setDialog('versions')}>{t('forms.versions')}</Button>
        {may('forms.publish') && published !== null && form?.state === 'published' ? (
          <Button onClick={() => setDialog('retire')}>{t('forms.retire')}</Button>
        ) : null}
        <Button loading={desk.saving} disabled={!designer.dirty} onClick={() => void desk.save()}>
          {t('forms.save')}
        </Button>
        {may('forms.publish') ? (
          <Button type="primary" disabled={faults.length > 0 || nothingNew} onClick={() => setDialog('publish')}>
            {t('forms.publish')}
          </Button>
        ) : null}
      </span>
      {dialog === 'publish' ? (
        <PublishDialog {...{ designer, published }} onSave={desk.save} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'versions' ? <Versions designer={designer} onClose={() => setDialog(null)} /> : null}
      {dialog === 'retire' ? <RetireDialog code={designer.spec.code} onClose={() => setDialog(null)} /> : null}
      {desk.conflict ? (
        <Conflict {...{ designer, theirs: desk.conflict }} onSave={desk.save} onClose={desk.settled} />
      ) : null}
    </header>
  );
}

/** Saves; when somebody else was first, their draft is shown and a person decides. */
function useSaving(designer: Designer) {
  const { message } = App.useApp();
  const problemText = useProblemText();
  const { mutateAsync, isPending } = useSaveDraft();
  const [conflict, setConflict] = useState<Draft | null>(null);
  useSavingOnLeave(designer, mutateAsync);
  /** @returns the revision that is saved; null when it is not */
  const save = async (over?: number, spec = designer.spec): Promise<number | null> => {
    try {
      const text = inBothLanguages(spec);
      const { revision } = await mutateAsync({ code: spec.code, spec: text, revision: over ?? designer.revision });
      designer.saved(spec, revision);
      setConflict(null);
      return revision;
    } catch (error) {
      const other = theirs(error);
      if (other) setConflict(other);
      else void message.error(problemText(error));
      return null;
    }
  };
  return { save, saving: isPending, conflict, settled: () => setConflict(null) };
}

/** Another page of the console is no reason to lose what was made: the draft is saved on the way out, and that it was is said. */
function useSavingOnLeave(designer: Designer, save: ReturnType<typeof useSaveDraft>['mutateAsync']): void {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const leave = () => {
    const { dirty, spec, revision } = designer;
    if (!dirty) return;
    save({ code: spec.code, spec: inBothLanguages(spec), revision }).then(
      () => void message.success(t('forms.savedOnLeave')),
      (error) => void message.error(problemText(error)),
    );
  };
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
}

interface PublishProps {
  designer: Designer;
  published: number | null;
  onSave(over?: number, spec?: FormSpec): Promise<number | null>;
  onClose(): void;
}

const sensitiveOf = ({ items }: FormSpec) =>
  placed(items).filter(({ item }) => hasAnswer(item) && item.personal?.sensitivity === 'sensitive');

/** Gives the form out. What is sensitive in it is named, and needs the number of an assessment. */
function PublishDialog({ designer, published, onSave, onClose }: PublishProps) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const words = useFormWords();
  const problemText = useProblemText();
  const publish = usePublish();
  const [number, setNumber] = useState(designer.spec.assessmentNumber ?? '');
  const [faults, setFaults] = useState<string[]>([]);
  const sensitive = sensitiveOf(designer.spec);
  const go = async () => {
    const assessmentNumber = number.trim();
    // It stays with the form: the next version is not asked for it again.
    const isNew = assessmentNumber !== (designer.spec.assessmentNumber ?? '');
    const spec = isNew ? { ...designer.spec, assessmentNumber: assessmentNumber || null } : designer.spec;
    if (isNew) designer.edit(() => spec);
    const revision = isNew || designer.dirty ? await onSave(undefined, spec) : designer.revision;
    if (revision === null) return onClose();
    try {
      const wish = { code: spec.code, revision, assessmentNumber: assessmentNumber || null };
      const { version } = await publish.mutateAsync(wish);
      void message.success(t('forms.publishedNow', { version }));
      onClose();
    } catch (error) {
      setFaults([problemText(error), ...faultsOf(error).map(words.fault)]);
    }
  };
  return (
    <Modal
      open
      title={t('forms.publishAs', { version: (published ?? 0) + 1 })}
      okText={t('forms.publish')}
      okButtonProps={{ loading: publish.isPending, disabled: sensitive.length > 0 && !number.trim() }}
      cancelButtonProps={{ autoFocus: true }}
      onOk={() => void go()}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('forms.publishHint')}</p>
        {sensitive.length > 0 ? (
          <>
            <p>
              {t('forms.sensitiveFields', { fields: sensitive.map(({ item }) => words.say(item.label)).join(' · ') })}
            </p>
            <label htmlFor="publish-assessment">{t('forms.assessment')}</label>
            <Input
              id="publish-assessment"
              value={number}
              maxLength={60}
              onChange={(event) => setNumber(event.target.value)}
            />
            <p className="hint">{t('forms.assessmentHint')}</p>
          </>
        ) : null}
        <div className="fault" role="alert">
          {faults.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
    </Modal>
  );
}

function RetireDialog({ code, onClose }: { code: string; onClose(): void }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const problemText = useProblemText();
  const retire = useRetire();
  const go = () =>
    retire.mutate(code, { onSuccess: onClose, onError: (error) => void message.error(problemText(error)) });
  return (
    <Modal
      open
      title={t('forms.retire')}
      okText={t('forms.retire')}
      okButtonProps={{ danger: true, loading: retire.isPending }}
      cancelButtonProps={{ autoFocus: true }}
      onOk={go}
      onCancel={onClose}
    >
      <p>{t('forms.retireHint')}</p>
    </Modal>
  );
}
