import { isoDay } from '@fourfold/i18n';
import { StateCard } from '@fourfold/ui';
import { useCode, useI18n } from '../i18n.ts';
import { csv, type KeptMeeting, useMeeting } from '../phone/area.ts';
import { useMe, useNow } from '../phone/context.tsx';
import { BigButton } from '../pieces/BigButton.tsx';
import { useCaseTitle } from '../pieces/caseTitle.ts';
import { LedCase } from '../pieces/LedCase.tsx';
import { Screen } from '../pieces/Screen.tsx';

/** The list of the weekly meeting: what the rules find and what was put there by hand; to be read, printed, or taken along. */
export default function MeetingPage({ id }: { id: string }) {
  const { t, format } = useI18n();
  const now = useNow();
  const me = useMe();
  const { kept, state, again } = useMeeting(id);
  const name = kept?.name ?? (id === me.post.area.code ? me.post.area.name : id);
  const under = kept ? `${name} · ${t('today.age', { time: format.dayTime(kept.fetchedAt) })}` : name;
  const save = useSave(kept);
  return (
    <Screen
      title={t('meeting.title')}
      under={under}
      backable
      actions={
        kept && kept.items.length > 0 ? (
          <div className="pair">
            <BigButton icon="table" onClick={save}>
              {t('meeting.save')}
            </BigButton>
            <BigButton look="main" icon="share" onClick={() => print()}>
              {t('meeting.print')}
            </BigButton>
          </div>
        ) : undefined
      }
    >
      <p className="under">{t('meeting.how')}</p>
      {kept === undefined && state === 'failed' ? (
        <StateCard
          icon="cloudOff"
          title={t('area.never')}
          actions={[
            <BigButton key="again" onClick={again}>
              {t('verb.retry')}
            </BigButton>,
          ]}
        >
          {t('area.neverHint')}
        </StateCard>
      ) : null}
      {kept?.items.length === 0 ? (
        <StateCard icon="check" tone="ok" title={t('meeting.empty')}>
          {t('meeting.emptyHint')}
        </StateCard>
      ) : null}
      <ol className="rows meeting">
        {kept?.items.map(({ case: item, reasons }) => (
          <li key={item.id}>
            <LedCase item={item} now={now} area={id} reasons={reasons} />
          </li>
        ))}
      </ol>
    </Screen>
  );
}

/** The list as a file for a table program. */
function useSave(kept: KeptMeeting | undefined): () => void {
  const { t, format } = useI18n();
  const code = useCode();
  const title = useCaseTitle();
  return () => {
    if (!kept) return;
    const head = ['number', 'what', 'why', 'state', 'unit', 'due'] as const;
    const rows = kept.items.map(({ case: item, reasons }) => [
      item.number,
      title(item),
      reasons.map((reason) => code('meeting.reason', reason)).join(t('list.comma')),
      code('case.state', item.state),
      item.handlingUnit?.name ?? item.ownerUnit?.name ?? '',
      format.dayTime(item.deadlineAt),
    ]);
    const url = URL.createObjectURL(csv([head.map((name) => t(`meeting.column.${name}`)), ...rows]));
    const link = document.createElement('a');
    link.href = url;
    link.download = `${t('meeting.title')}-${kept.areaCode}-${isoDay(kept.fetchedAt)}.csv`;
    link.click();
    URL.revokeObjectURL(url);
  };
}
