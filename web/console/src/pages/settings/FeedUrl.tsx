import { App, Button } from 'antd';
import { useI18n } from '../../i18n.ts';
import { feedUrlOf } from './sensorDraft.ts';

/** The address that a feed of this radar has. */
export function FeedUrl({ sensorKey }: { sensorKey: string }) {
  const { t } = useI18n();
  const { message } = App.useApp();
  const url = feedUrlOf(sensorKey);
  // Without HTTPS a browser has no clipboard for pages.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  return (
    <>
      <p className="feed-url">
        <span className="t3">{t('sensor.feedUrl')}</span> <code>{url}</code>
        {clipboard ? (
          <Button
            size="small"
            onClick={() => void clipboard.writeText(url).then(() => message.success(t('sensor.copied')))}
          >
            {t('sensor.copy')}
          </Button>
        ) : null}
      </p>
      <p className="hint">{t('sensor.feedUrlHint')}</p>
    </>
  );
}
