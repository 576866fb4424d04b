import '../style/forms.css';
import type { Ground, Position } from '@fourfold/api';
import { type Looked, localNow, look } from '@fourfold/forms';
import { FormView, leadToField } from '@fourfold/forms/render';
import { draftEnds, type KeptSubmission, type KnownForm, type ResidentContact } from '@fourfold/offline';
import { Icon, StateCard } from '@fourfold/ui';
import { useMemo, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useAnswers } from '../phone/answers.ts';
import { useKept, useMe, useNow, usePhone } from '../phone/context.tsx';
import { type NotKept, notKept, useDeed } from '../phone/deed.ts';
import type { ForResident as Resident } from '../phone/drafts.ts';
import { useHost } from '../phone/formHost.ts';
import { placesOf, toldOf } from '../phone/formPlaces.ts';
import { useFormRows, useSubmission } from '../phone/forms.ts';
import { groundKey, servedAt } from '../phone/ground.ts';
import { ownNow } from '../phone/own.ts';
import { formRefuge, unshelter } from '../phone/refuge.ts';
import { BigButton } from '../pieces/BigButton.tsx';
import { Elsewhere } from '../pieces/Elsewhere.tsx';
import { Promised, progressOf, Steps } from '../pieces/FormHead.tsx';
import { ForResident } from '../pieces/ForResident.tsx';
import { Screen } from '../pieces/Screen.tsx';
import { go } from '../router.ts';
import { useTitleOf } from './FormsPage.tsx';

/** A form being filled: kept at every stroke, sent when it is handed in and there is a network. */
export default function FillPage({ id }: { id: string }) {
  const { t } = useI18n();
  const found = useSubmission(id);
  if (found === undefined) return null;
  if (found?.kept.standing === 'draft' && found.form) return <Fill kept={found.kept} form={found.form} />;
  const handedIn = found && found.kept.standing !== 'draft';
  return (
    <Screen title={t('page.forms')} backable>
      <StateCard icon={handedIn ? 'check' : 'search'} title={t(handedIn ? 'forms.handedIn' : 'forms.gone')}>
        {t(handedIn ? 'forms.handedInHint' : 'forms.goneHint')}
      </StateCard>
    </Screen>
  );
}

function Fill({ kept, form }: { kept: KeptSubmission; form: KnownForm }) {
  const { t, language } = useI18n();
  const titleOf = useTitleOf();
  const draft = useAnswers(kept);
  const { answers, wrong, change } = draft;
  const now = localNow(useNow());
  const looked = useMemo(() => look(form.spec, form.schema, answers, now), [form, answers, now]);
  const host = useHost(kept.id);
  const row = useFormRows()?.find(({ code }) => code === kept.form);
  const rows = useFormRows();
  const closed = rows !== undefined && !row?.open;
  const [showAll, setShowAll] = useState(false);
  const [place] = placesOf(form.spec, looked);
  const grid = servedAt(useKept<Ground>(groundKey(useMe().person.id)), place?.position ?? ownNow(Date.now()));
  const handIn = useHandIn(kept, looked, { place: toldOf(form.spec, looked), gridId: grid?.id }, () =>
    setShowAll(true),
  );
  const missing = looked.errors.filter(({ code }) => code === 'required').length;
  const progress = progressOf(form.spec, looked);
  const left = missing > 0 ? t('forms.left', { count: missing }) : t('forms.complete');
  return (
    <Screen
      title={titleOf(form.spec.title)}
      under={`${t('forms.questions', { count: progress.asked })} · ${left}`}
      aside={wrong || draft.elsewhere ? undefined : <span className="saved">{t('report.saved')}</span>}
      backable
      actions={
        <>
          <p className="wrong" role="alert">
            {handIn.wrong ?? (wrong ? t(wrong) : null)}
          </p>
          <BigButton look="main" icon="save" disabled={closed || draft.elsewhere} onClick={handIn.go}>
            {t('report.send')}
          </BigButton>
        </>
      }
    >
      {closed ? <Closed ends={draftEnds(kept, form.spec)} /> : null}
      {draft.elsewhere ? (
        <Elsewhere
          text={t('forms.elsewhere')}
          choices={[
            [t('forms.takeTheirs'), draft.takeTheirs],
            [t('forms.keepMine'), draft.keepMine],
          ]}
        />
      ) : null}
      {row && row.version > kept.version ? (
        <p className="under">{t('forms.older', { version: kept.version, newer: row.version })}</p>
      ) : null}
      <Steps {...progress} />
      <Promised items={form.spec.items} />
      <FormView
        key={`form ${draft.taken}`}
        spec={form.spec}
        {...{ looked, language, host, showAll }}
        onAnswer={change}
      />
      <Behalf key={`behalf ${draft.taken}`} kept={kept} keep={draft.changeResident} />
      {grid ? (
        <p className="under">
          <Icon name="map" size={16} /> {t('forms.inGrid', { grid: grid.name })}
        </p>
      ) : null}
      <ThrowAway id={kept.id} />
    </Screen>
  );
}

/** It can no longer be handed in. @param ends when the phone throws it away, Unix milliseconds; null: never */
function Closed({ ends }: { ends: number | null }) {
  const { t, format } = useI18n();
  return (
    <p className="strip" data-tone="amber" role="status">
      {ends === null ? t('forms.closedHint') : t('forms.emergencyOver', { day: format.dayMonth(new Date(ends)) })}
    </p>
  );
}

/** For whom it is filled, if for somebody without a phone: kept at every stroke like the answers. */
function Behalf({ kept, keep }: { kept: KeptSubmission; keep(resident?: ResidentContact): Promise<void> }) {
  const { t } = useI18n();
  const [resident, setResident] = useState(kept.resident);
  const [wrong, setWrong] = useState<NotKept | null>(null);
  const change = ({ on, consent = false, name, phone: number }: Resident) => {
    const next = on ? { consent, name, phone: number } : undefined;
    setResident(next);
    keep(next).then(
      () => setWrong(null),
      (error: unknown) => setWrong(notKept(error)),
    );
  };
  return (
    <>
      <ForResident
        value={resident && { on: true, ...resident }}
        title={t('forms.behalf')}
        told={t('forms.behalfTold')}
        onChange={change}
      />
      <p className="wrong" role="alert">
        {wrong ? t(wrong) : null}
      </p>
    </>
  );
}

interface Where {
  place: Position | undefined;
  gridId: string | undefined;
}

function useHandIn(kept: KeptSubmission, looked: Looked, { place, gridId }: Where, onTried: () => void) {
  const { t } = useI18n();
  const phone = usePhone();
  const deed = useDeed();
  const [tried, setTried] = useState(false);
  const faults = tried ? looked.errors.length : 0;
  const handIn = async () => {
    await phone.handIn(kept.id, {
      answers: looked.answers,
      // The moment it was judged at: the server judges as of the same.
      filledAt: looked.now,
      ...(place ? { position: place } : {}),
      ...(gridId ? { gridId } : {}),
    });
    // Back leads to the list from here, not to a form that was handed in.
    go({ page: 'forms' }, true);
  };
  const send = () => {
    const [first] = looked.errors;
    setTried(true);
    onTried();
    if (first) requestAnimationFrame(() => leadToField(first.path));
    else deed.run(handIn);
  };
  const wrong = faults > 0 ? t('forms.faults', { count: faults }) : deed.wrong ? t(deed.wrong) : null;
  return { wrong, go: send };
}

function ThrowAway({ id }: { id: string }) {
  const { t } = useI18n();
  const phone = usePhone();
  const deed = useDeed();
  const [sure, setSure] = useState(false);
  const drop = async () => {
    await phone.forms.drop(id);
    unshelter(formRefuge(id));
    go({ page: 'forms' }, true);
  };
  return (
    <BigButton
      className="small"
      icon="trash"
      look={sure ? 'danger' : 'plain'}
      onClick={() => (sure ? deed.run(drop) : setSure(true))}
    >
      {t(sure ? 'forms.dropSure' : 'forms.drop')}
    </BigButton>
  );
}
