import type { OutcomeCode, Position } from '@fourfold/api';
import { isFinished } from '@fourfold/offline';
import { useState } from 'react';
import { useCode, useI18n } from '../i18n.ts';
import { type Shown, useKept, useOrder, usePhone } from '../phone/context.tsx';
import { useDeed } from '../phone/deed.ts';
import { type Draft, type DraftInHand, useDraft } from '../phone/drafts.ts';
import { readNumber } from '../phone/numbers.ts';
import { ownNow, useOwn } from '../phone/own.ts';
import type { Codes } from '../phone/phone.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Choices } from '../pieces/Choices.tsx';
import { leadTo } from '../pieces/leadTo.ts';
import { Photos, useDraftPhotos } from '../pieces/Photos.tsx';
import { PositionLine } from '../pieces/PositionLine.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { isComplete, Seized } from '../pieces/Seized.tsx';
import { Voice } from '../pieces/Voice.tsx';
import { go } from '../router.ts';
import { useWords } from '../words.ts';
import { Missing, Over } from './Missing.tsx';

const results: OutcomeCode[] = ['confirmed', 'refuted', 'not-found', 'undetermined'];
const other = 'other';

/** What was found: kept at every stroke, sent when there is a network. */
export function ReportPage({ id }: { id: string }) {
  const shown = useOrder(id);
  if (shown === undefined) return null;
  if (!shown) return <Missing />;
  return isFinished(shown.order.state) ? <Over shown={shown} page={id} /> : <Report shown={shown} />;
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
  const place = useOwn(true);
  const send = useSend(
    shown,
    draft,
    photos.map((photo) => photo.id),
  );
  if (!draft.loaded) return null;
  return (
    <Screen
      title={t('page.report')}
      under={words.title(order)}
      aside={draft.wrong ? undefined : <span className="saved">{t('report.saved')}</span>}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {send.wrong ?? (draft.wrong ? t(draft.wrong) : null)}
          </p>
          <BigButton look="main" icon="save" onClick={send.go}>
            {t('report.send')}
          </BigButton>
        </>
      }
    >
      <Results draft={draft.value} codes={codes} onChange={(change) => void draft.change(change)} />
      <Photos target={order.id} photos={photos} />
      <Voice target={order.id} photos={photos} />
      <PositionLine {...place} />
      <label className="field" id="report.missingNote">
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
        id="report.missingResult"
        legend={t('report.result')}
        choices={results.map((value) => ({ value, label: t(`answer.${value}` as 'answer.confirmed') }))}
        value={draft.result}
        onChange={(result) => onChange({ result: result as OutcomeCode, reason: undefined })}
      />
      {reasons.length > 0 ? (
        <Choices
          id="report.missingReason"
          legend={t('report.reason')}
          choices={reasons.map((value) => ({ value, label: code('outcomeReason', value) }))}
          value={draft.reason}
          onChange={(reason) => onChange({ reason })}
        />
      ) : null}
    </>
  );
}

function useSend(shown: Shown, { key, value }: DraftInHand, photoIds: string[]) {
  const { t } = useI18n();
  const phone = usePhone();
  const deed = useDeed();
  // What is missing is said after the first try, and no longer than it is true.
  const [tried, setTried] = useState(false);
  const lacks = tried ? missing(value) : [];
  const handIn = async () => {
    await phone.write({
      kind: 'work-order.report',
      target: shown.order.id,
      payload: payloadOf(value, ownNow(Date.now())),
      photoIds,
      draftKey: key,
    });
    // Back leads to the work order from here, not to a form that was handed in.
    go({ page: 'today' }, true);
  };
  const send = () => {
    const [lack] = missing(value);
    setTried(true);
    if (lack) leadTo(lack);
    else deed.run(handIn);
  };
  const lacking =
    lacks.length > 0 ? t('report.missing', { what: lacks.map((lack) => t(lack)).join(t('list.comma')) }) : null;
  return { wrong: lacking ?? (deed.wrong ? t(deed.wrong) : null), go: send };
}

const payloadOf = ({ result, reason, note, seized }: Draft, position: Position | null) => ({
  result,
  reason,
  ...(note?.trim() ? { note: note.trim() } : {}),
  ...(position ? { position } : {}),
  seized: (seized ?? []).map(({ kind, number, unit, handedTo }) => ({
    kind,
    number: readNumber(number, unit),
    unit,
    handedTo: handedTo.trim(),
  })),
});
