import type { QueuedPhoto } from '@fourfold/offline';
import { Icon } from '@fourfold/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useI18n } from '../i18n.ts';
import { useMe, usePhone } from '../phone/context.tsx';
import { type NotKept, notKept } from '../phone/deed.ts';
import { hold, whole } from '../phone/holding.ts';
import { longestVoice, type Recording, record, type VoiceFault, voiceType } from '../phone/voices.ts';
import { isSound, useObjectUrl } from './Photos.tsx';

const voicesAtMost = 3;
const tickMilliseconds = 200;
/** Held longer than this, letting go ends it; a shorter touch begins, and the next one ends. */
const holdMilliseconds = 500;

type Problem = VoiceFault | NotKept;

/** Spoken words of an unfinished record: said, heard again, kept like a photo. */
export function Voice({ target, photos }: { target: string; photos: readonly QueuedPhoto[] }) {
  const { t } = useI18n();
  const voices = photos.filter(isSound);
  if (!voiceType() && voices.length === 0) return null;
  return (
    <section className="voices" aria-label={t('voice.title')}>
      {voices.map((voice, index) => (
        <Said key={voice.id} voice={voice} number={index + 1} />
      ))}
      {voices.length < voicesAtMost ? <Talk target={target} again={voices.length > 0} /> : null}
    </section>
  );
}

function Said({ voice, number }: { voice: QueuedPhoto; number: number }) {
  const { t, format } = useI18n();
  const phone = usePhone();
  const url = useObjectUrl(voice.blob);
  const player = useRef<HTMLAudioElement>(null);
  const [playing, setPlaying] = useState(false);
  const length = seconds(voice.duration ?? 0);
  const press = () => {
    if (playing) player.current?.pause();
    else void player.current?.play().catch(console.error);
  };
  return (
    <div className="said-voice">
      {/* biome-ignore lint/a11y/useMediaCaption: nothing is written down of it on this phone */}
      <audio
        ref={player}
        src={url}
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onEnded={() => setPlaying(false)}
      />
      <button
        type="button"
        className="round"
        onClick={press}
        aria-label={t(playing ? 'voice.pause' : 'voice.play', { number })}
      >
        <Icon name={playing ? 'stop' : 'play'} size={26} />
      </button>
      <span className="row-title">
        <strong>{t('voice.said', { length })}</strong>
        <small>{format.time(voice.takenAt)}</small>
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('voice.remove', { number })}
        onClick={() => void phone.outbox.removeDraftPhoto(voice.id)}
      >
        <Icon name="close" size={22} />
      </button>
    </div>
  );
}

const seconds = (milliseconds: number) => {
  const whole = Math.round(milliseconds / 1000);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

function Talk({ target, again }: { target: string; again: boolean }) {
  const { t } = useI18n();
  const talk = useTalk(target);
  const label = talk.on ? t('voice.stop', { length: seconds(talk.length) }) : t(again ? 'voice.more' : 'voice.talk');
  return (
    <>
      <button
        type="button"
        className="big plain talk"
        data-on={talk.on || undefined}
        aria-pressed={talk.on}
        onPointerDown={talk.down}
        onPointerUp={talk.up}
        onPointerCancel={talk.up}
        onContextMenu={(event) => event.preventDefault()}
        onClick={(event) => {
          // A keyboard, or a screen reader, which cannot hold.
          if (event.detail === 0) talk.toggle();
        }}
      >
        <Icon name={talk.on ? 'stop' : 'mic'} size={24} />
        <span>{label}</span>
        {talk.on ? <progress value={talk.length} max={longestVoice} aria-hidden="true" /> : null}
      </button>
      <p className="under" role="status">
        {talk.on ? t('voice.on') : t('voice.hint')}
      </p>
      <p className="wrong" role="alert">
        {talk.wrong ? t(talk.wrong) : null}
      </p>
    </>
  );
}

/** Press and hold, or press twice: either way the microphone is on only while the button says so. */
function useTalk(target: string) {
  const phone = usePhone();
  const owner = useMe().person.id;
  const under = useRef<Recording | 'starting' | null>(null);
  const pressed = useRef({ at: 0, held: false, ends: false });
  const [since, setSince] = useState<number | null>(null);
  const [length, setLength] = useState(0);
  const [wrong, setWrong] = useState<Problem | null>(null);

  const stop = useCallback(async () => {
    const recording = under.current;
    if (!recording || recording === 'starting') return;
    under.current = null;
    await whole(async () => {
      setSince(null);
      const voice = await recording.stop();
      if (typeof voice === 'string') setWrong(voice);
      else setWrong(await phone.outbox.addPhoto(owner, target, voice).then(() => null, notKept));
    });
  }, [phone, owner, target]);

  const start = useCallback(async () => {
    if (under.current) return;
    under.current = 'starting';
    setWrong(null);
    const recording = await record();
    if (typeof recording === 'string') {
      under.current = null;
      setWrong(recording);
      return;
    }
    // The thumb left while the phone was still asking: nobody is recorded who does not know it.
    if (pressed.current.ends || document.hidden) {
      recording.cancel();
      under.current = null;
      return;
    }
    under.current = recording;
    setLength(0);
    setSince(performance.now());
  }, []);

  useEffect(() => {
    if (since === null) return;
    const timer = setInterval(() => {
      const now = performance.now() - since;
      setLength(now);
      if (now >= longestVoice) void stop();
    }, tickMilliseconds);
    const hidden = () => {
      if (document.hidden) void stop();
    };
    document.addEventListener('visibilitychange', hidden);
    const release = hold();
    return () => {
      release();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hidden);
    };
  }, [since, stop]);

  useEffect(
    () => () => {
      if (under.current && under.current !== 'starting') under.current.cancel();
      under.current = null;
    },
    [],
  );

  return {
    on: since !== null,
    length,
    wrong,
    down() {
      pressed.current = { at: performance.now(), held: !under.current, ends: false };
      if (under.current) void stop();
      else void start();
    },
    up() {
      const { at, held } = pressed.current;
      if (!held || performance.now() - at < holdMilliseconds) return;
      pressed.current.ends = true;
      void stop();
    },
    toggle() {
      pressed.current = { at: 0, held: false, ends: false };
      if (under.current) void stop();
      else void start();
    },
  };
}
