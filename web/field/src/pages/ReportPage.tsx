import type { OutcomeCode } from '@fourfold/api';
import { isFinished } from '@fourfold/offline';
import { useState } from 'react';
import { useCode, useI18n } from '../i18n.ts';
import { type Shown, useKept, useOrder, usePhone } from '../phone/context.tsx';
import { type Draft, draftKey, useDraft } from '../phone/drafts.ts';
import { useOwn } from '../phone/own.ts';
import type { Codes } from '../phone/phone.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Choices } from '../pieces/Choices.tsx';
import { Photos, useDraftPhotos } from '../pieces/Photos.tsx';
import { PositionLine } from '../pieces/PositionLine.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { isComplete, Seized } from '../pieces/Seized.tsx';
import { go } from '../router.ts';
import { useWords } from '../words.ts';
import { Missing } from './Missing.tsx';

const results: OutcomeCode[] = ['confirmed', 'refuted', 'not-found', 'undetermined'];
const other = 'other';

/** What was found: kept at every stroke, sent when there is a network. */
export function ReportPage({ id }: { id: string }) {
  const shown = useOrder(id);
  if (shown === undefined) return null;
  return shown && !isFinished(shown.order.state) ? <Report shown={shown} /> : <Missing />;
}

type Lack = 'report.missingResult' | 'report.missingReason' | 'report.missingNote' | 'report.missingSeized';

/** What must still be filled in; empty when it can be handed in. */
export function missing(draft: Draft): Lack[] {
  if (!draft.result) return ['report.missingResult'];
  const lacks: Lack[] = [];
  if (!draft.reason) lacks.push('report.missingReason');
  if (draft.reason === other && !draft.note?.trim()) lacks.push('report.missingNote');
  if (!(draft.seized ?? []).every(isComplete)) lacks.push('report.missingSeized');
  return lacks;
}

function Report({ shown }: { shown: Shown }) {
  const { t } = useI18n();
  const words = useWords();
  const { order } = shown;
  const draft = useDraft(order.id);
  const codes = useKept<Codes>('codes');
  const photos = useDraftPhotos(order.id);
  const place = useOwn(false);
  const send = useSend(
    shown,
    draft.value,
    photos.map((photo) => photo.id),
    place.own,
  );
  if (!draft.loaded) return null;
  return (
    <Screen
      title={t('page.report')}
      under={words.title(order)}
      aside={<span className="saved">{t('report.saved')}</span>}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {send.wrong}
          </p>
          <BigButton look="main" icon="save" onClick={() => void send.go()}>
            {t('report.send')}
          </BigButton>
        </>
      }
    >
      <Results draft={draft.value} codes={codes} onChange={(change) => void draft.change(change)} />
      <Photos target={order.id} photos={photos} />
      <PositionLine {...place} />
      <label className="field">
        <span>{t('report.note')}</span>
        <textarea
          rows={3}
          maxLength={2000}
          value={draft.value.note ?? ''}
          placeholder={t('report.noteHint')}
          onChange={(event) => void draft.change({ note: event.target.value })}
        />
      </label>
      <Seized
        kinds={codes?.seized ?? []}
        items={draft.value.seized ?? []}
        onChange={(seized) => void draft.change({ seized })}
      />
    </Screen>
  );
}

function Results(props: { draft: Draft; codes: Codes | undefined; onChange(change: Partial<Draft>): void }) {
  const { draft, codes, onChange } = props;
  const { t } = useI18n();
  const code = useCode();
  const reasons = codes?.outcomes.find((list) => list.outcome === draft.result)?.reasons ?? [];
  return (
    <>
      <Choices
        legend={t('report.result')}
        choices={results.map((value) => ({ value, label: t(`answer.${value}` as 'answer.confirmed') }))}
        value={draft.result}
        onChange={(result) => onChange({ result: result as OutcomeCode, reason: undefined })}
      />
      {reasons.length > 0 ? (
        <Choices
          legend={t('report.reason')}
          choices={reasons.map((value) => ({ value, label: code('outcomeReason', value) }))}
          value={draft.reason}
          onChange={(reason) => onChange({ reason })}
        />
      ) : null}
    </>
  );
}

function useSend(shown: Shown, draft: Draft, photoIds: string[], own: ReturnType<typeof useOwn>['own']) {
  const { t } = useI18n();
  const phone = usePhone();
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    const lacks = missing(draft);
    setWrong(lacks.length > 0 ? t('report.missing', { what: lacks.map((key) => t(key)).join(', ') }) : null);
    if (lacks.length > 0 || busy) return;
    setBusy(true);
    await phone.write({
      kind: 'work-order.report',
      target: shown.order.id,
      payload: {
        result: draft.result,
        reason: draft.reason,
        ...(draft.note?.trim() ? { note: draft.note.trim() } : {}),
        ...(own ? { position: own.position } : {}),
        seized: (draft.seized ?? []).map(({ kind, number, unit, handedTo }) => ({
          kind,
          number: Number(number),
          unit,
          handedTo: handedTo.trim(),
        })),
      },
      photoIds,
      draftKey: draftKey(shown.order.id),
    });
    go({ page: 'today' });
  };
  return { wrong, go: send };
}
