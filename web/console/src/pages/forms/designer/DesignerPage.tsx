import { Skeleton } from '@fourfold/ui';
import { useEffect } from 'react';
import { useI18n } from '../../../i18n.ts';
import { type Draft, useChecked, useDraft, useForm } from '../data.ts';
import { inBothLanguages } from './edit.ts';
import { FaultList } from './FaultList.tsx';
import { FormHead } from './FormHead.tsx';
import { placeFaults } from './faults.ts';
import { NotOpened } from './NotOpened.tsx';
import { Outline } from './Outline.tsx';
import { Preview } from './Preview.tsx';
import { Properties } from './Properties.tsx';
import { useDesigner } from './useDesigner.ts';
import { useRested } from './useRested.ts';

/** A form in the making: what is asked, how, and how it looks on a phone. */
export function DesignerPage({ code }: { code: string }) {
  const { t } = useI18n();
  const draft = useDraft(code);
  if (draft.isPending) return <Skeleton rows={6} label={t('forms.loading')} />;
  if (draft.isError) return <NotOpened error={draft.error} onRetry={() => void draft.refetch()} />;
  return <DesignerDesk code={code} draft={draft.data} />;
}

/** How long the hand rests before the form is checked, milliseconds. */
const restMilliseconds = 400;

function DesignerDesk({ code, draft }: { code: string; draft: Draft }) {
  const designer = useDesigner(draft);
  const form = useForm(code);
  const rested = useRested(designer.spec, restMilliseconds);
  const checked = useChecked(inBothLanguages(rested));
  const faults = placeFaults(rested, checked.data?.faults ?? []);
  useUndoKeys(designer.undo, designer.redo);
  useLeaveWarning(designer.dirty);
  return (
    <div className="forms-designer">
      <FormHead designer={designer} form={form.data} faults={faults} />
      <div className="forms-desk">
        <div className="forms-side">
          <Outline designer={designer} faults={faults} />
          <FaultList spec={rested} faults={faults} onJump={designer.select} />
        </div>
        <Properties designer={designer} faults={faults} />
        <Preview checked={checked.data ?? null} isCurrent={faults.length === 0} />
      </div>
    </div>
  );
}

/** Ctrl Z and Ctrl Shift Z, also while one types: a field's own memory knows nothing of what was moved meanwhile. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y') return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [undo, redo]);
}

function useLeaveWarning(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);
}
