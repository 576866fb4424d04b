import { countdown } from '@fourfold/i18n';
import { Icon } from '@fourfold/ui';
import { Button, Popover, Slider } from 'antd';
import { useNow } from '../data/live.ts';
import { useI18n } from '../i18n.ts';
import { useSound } from '../sound/SoundProvider.tsx';

/** Volume, the two-minute mute with its countdown, and the bell's self-test. */
export function SoundButton() {
  const { t, format } = useI18n();
  const sound = useSound();
  const now = useNow();
  const muted = sound.mutedUntil > now;
  const label = !sound.allowed
    ? t('shell.sound.blocked')
    : muted
      ? t('shell.sound.muted', { left: countdown(sound.mutedUntil - now) })
      : t('shell.sound.on', { percent: format.percent(sound.volume) });
  return (
    <Popover trigger="click" placement="bottomRight" content={<SoundPanel muted={muted} />}>
      <button type="button" className="bare top-sound" data-tone={sound.allowed && !muted ? undefined : 'l2'}>
        <Icon name={sound.allowed && !muted ? 'sound' : 'mute'} size={16} />
        {label}
      </button>
    </Popover>
  );
}

function SoundPanel({ muted }: { muted: boolean }) {
  const { t, format } = useI18n();
  const sound = useSound();
  return (
    <div className="sound-panel">
      <label htmlFor="volume">{t('shell.sound.volume')}</label>
      <Slider
        aria-labelledby="volume"
        min={0}
        max={100}
        value={Math.round(sound.volume * 100)}
        onChange={(percent) => sound.setVolume(percent / 100)}
      />
      <div className="row-end">
        <Button onClick={sound.test}>{t('shell.sound.test')}</Button>
        <Button onClick={muted ? sound.unmute : sound.mute}>
          {muted ? t('shell.sound.unmute') : t('shell.sound.mute')}
        </Button>
      </div>
      <p className="hint">
        {sound.testedAt ? t('shell.sound.tested', { time: format.dayTime(sound.testedAt) }) : t('shell.sound.untested')}
      </p>
    </div>
  );
}
