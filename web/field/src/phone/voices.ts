import { type Picture, sha256 } from './pictures.ts';

/** Longest that is kept, milliseconds; the recording ends by itself then. */
export const longestVoice = 60_000;
/** A slip of the thumb says nothing. */
export const shortestVoice = 700;
const bitsPerSecond = 24_000;

/** Spoken words, and how long they are. */
export interface Voice extends Picture {
  duration: number;
}

/** Why there is no recording; a text of the messages. */
export type VoiceFault = 'voice.none' | 'voice.denied' | 'voice.short' | 'voice.broken';

/** What the server takes, the best first: the second and third are what Apple's phones make, the last what Firefox does. */
const types = ['audio/webm;codecs=opus', 'audio/mp4;codecs=mp4a.40.2', 'audio/mp4', 'audio/ogg;codecs=opus'] as const;

/** What this browser can record; undefined when it cannot. */
export const voiceType = (): string | undefined =>
  typeof MediaRecorder === 'undefined' || !navigator.mediaDevices
    ? undefined
    : types.find((type) => MediaRecorder.isTypeSupported(type));

export interface Recording {
  /** Ends it and gives what was said. */
  stop(): Promise<Voice | VoiceFault>;
  /** Ends it and keeps nothing. */
  cancel(): void;
}

/** Begins to record. The microphone is on from here until it ends, and never otherwise. */
export async function record(): Promise<Recording | VoiceFault> {
  const type = voiceType();
  if (!type) return 'voice.none';
  let stream: MediaStream;
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, noiseSuppression: true } });
  } catch (error) {
    return (error as { name?: string }).name === 'NotAllowedError' ? 'voice.denied' : 'voice.none';
  }
  const off = () => {
    for (const track of stream.getTracks()) track.stop();
  };
  const parts: Blob[] = [];
  const recorder = new MediaRecorder(stream, { mimeType: type, audioBitsPerSecond: bitsPerSecond });
  recorder.ondataavailable = ({ data }) => void parts.push(data);
  const begun = performance.now();
  recorder.start();
  return {
    async stop() {
      const duration = Math.round(performance.now() - begun);
      const ended = new Promise((done) => {
        recorder.onstop = done;
      });
      if (recorder.state !== 'inactive') recorder.stop();
      else recorder.onstop?.(new Event('stop'));
      await ended;
      off();
      const blob = new Blob(parts, { type: type.split(';')[0] });
      if (duration < shortestVoice) return 'voice.short';
      if (blob.size === 0) return 'voice.broken';
      return { blob, sha256: await sha256(blob), duration: Math.min(duration, longestVoice) };
    },
    cancel() {
      recorder.onstop = null;
      if (recorder.state !== 'inactive') recorder.stop();
      off();
    },
  };
}
