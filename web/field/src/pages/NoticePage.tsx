import { StateCard } from '@fourfold/ui';
import { useI18n } from '../i18n.ts';
import { useMe, usePhone } from '../phone/context.tsx';
import { useNotices } from '../phone/inbox.ts';
import { DeedButton } from '../pieces/DeedButton.tsx';
import { Screen } from '../pieces/Screen.tsx';

/** A notice of the centre; that it was read is said by a person, and not by opening it. */
export default function NoticePage({ id }: { id: string }) {
  const { t, format } = useI18n();
  const phone = usePhone();
  const owner = useMe().person.id;
  const notices = useNotices();
  if (!notices) return null;
  const notice = notices.find((candidate) => candidate.id === id);
  if (!notice)
    return (
      <Screen title={t('page.notice')} backable>
        <StateCard icon="ban" title={t('inbox.gone')}>
          {t('inbox.goneHint')}
        </StateCard>
      </Screen>
    );
  const confirm = () =>
    phone.say(owner, {
      kind: 'notice.read',
      path: `notices/${id}/read`,
      body: {},
      about: id,
      title: notice.title,
    });
  return (
    <Screen
      title={notice.title}
      under={t('notice.from', { unit: notice.from, time: format.dayTime(notice.sentAt) })}
      backable
      actions={
        notice.readAt ? (
          <p className="under" role="status">
            {t('notice.confirmed', { time: format.dayTime(notice.readAt) })}
          </p>
        ) : (
          <DeedButton look="main" icon="check" work={confirm}>
            {t('notice.confirm')}
          </DeedButton>
        )
      }
    >
      <section className="card">
        <p className="notice-text">{notice.text}</p>
        <p className="under">{t('notice.until', { time: format.dayTime(notice.until) })}</p>
      </section>
    </Screen>
  );
}
